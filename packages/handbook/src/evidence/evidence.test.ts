import { formatIssue } from '@assuage/knowledge';
import { readKnowledge, readLibrary } from '@assuage/knowledge/node';
import { compileEngine } from '@assuage/safety';
import { describe, expect, it } from 'vitest';
import { createEvidencePages } from './evidence.ts';
import { nameOf } from './study.ts';

const { engine, library } = (() => {
  const [knowledge, read] = [readKnowledge(), readLibrary()];
  if (!knowledge.ok) throw new Error(knowledge.issues.map(formatIssue).join('\n'));
  if (!read.ok) throw new Error(read.issues.map(formatIssue).join('\n'));
  return { engine: compileEngine(knowledge.knowledge), library: read.library };
})();
const pages = createEvidencePages(engine, library);

describe('a claim', () => {
  it('has its verdict, its reasons, and every study on each side with a way to open it', () => {
    const claim = pages.claim('lowers-cortisol');
    expect(claim).toMatchObject({ verdictWords: 'Contradicted', sure: 'high' });
    expect(claim?.against.map(({ name }) => name)).toContain('Moyer and others, 2011');
    for (const page of pages.claims())
      for (const line of [...page.for, ...page.against, ...page.beside])
        expect(line.address, line.id).toMatch(/^https?:\/\//);
  });

  it('shows a paper that nobody read, and gives it no page', () => {
    const [paper] = pages.claim('improves-self-esteem')?.beside ?? [];
    expect(paper).toMatchObject({ id: 'hernandez-reif-1998-ms', isRead: false });
    expect(pages.study('hernandez-reif-1998-ms')).toBeUndefined();
  });

  it('is told apart by what is said of these and of massage of any kind, each once', () => {
    const { these, general } = pages.claimsAbout(['lymph-drainage', 'lymphoedema', 'hypertension']);
    expect(these.map(({ id }) => id)).toEqual(['improves-lymph-flow', 'lowers-blood-pressure']);
    expect(general.map(({ id }) => id)).toContain('lowers-cortisol');
    expect(general.map(({ id }) => id)).not.toContain('lowers-blood-pressure');
  });
});

describe('a study', () => {
  it('says its numbers with their interval and which way is better', () => {
    const outcomes = pages.study('perlman-2018-oa')?.outcomes ?? [];
    expect(outcomes[0]).toEqual({
      measure: 'Pain, stiffness and function together, main outcome',
      how: 'WOMAC 0-100; 8 weeks; lower is better',
      shows: 'In favour of massage',
      numbers: [
        'Difference of the means: −8.16 (95% interval −13.5 to −2.81). A lower number is better.',
      ],
    });
    expect(outcomes[1]?.how).toContain('against usual care');
  });

  it('never hides that a change was in one group, nor who paid', () => {
    const backus = pages.study('backus-2016-ms');
    expect(backus?.outcomes[0]?.shows).toContain('nothing was compared');
    expect(backus?.facts.find(({ term }) => term === 'Compared with')?.text).toContain(
      'there was no comparison',
    );
    const field = pages.study('field-2013-ra');
    expect(field?.facts.find(({ term }) => term === 'Money')?.text).toContain('massage franchise');
  });

  it('is found from the source that a rule or a page cites', () => {
    expect(pages.studyOfSource('li-2014-fibromyalgia')?.name).toBe('Li and others, 2014');
    expect(pages.studyOfSource('mstrust-heat')).toBeUndefined();
  });

  it('is labelled as published where it pools others', () => {
    expect(pages.study('li-2014-fm-meta')?.isPublishedReview).toBe(true);
    expect(pages.study('perlman-2018-oa')?.isPublishedReview).toBe(false);
  });

  it('is named by its authors and its year', () => {
    expect(nameOf({ authors: 'Perlman AI, et al.', year: 2012 })).toBe('Perlman and others, 2012');
    expect(nameOf({ authors: 'Coelho HF, Boddy K, Ernst E' })).toBe(
      'Coelho, Boddy and Ernst, year not read',
    );
    expect(nameOf({ authors: "Supa'at I, et al.", year: 2013 })).toBe("Supa'at and others, 2013");
    expect(nameOf({ authors: 'Not shown on the page that was read', year: 2024 })).toBe(
      'Authors not shown, 2024',
    );
  });
});

describe('the evidence of a condition', () => {
  it('names each step of the certainty with its reason', () => {
    const [finding] = pages.of('osteoarthritis')?.findings ?? [];
    expect(finding).toMatchObject({ certainty: 'moderate', against: 'light touch' });
    expect(finding?.steps).toEqual([
      'Randomised trials start at high.',
      'One step down for too few people, which leaves moderate: 222 people, in one trial.',
    ]);
  });

  it('says "no evidence", "not looked at" and "no difference" in three different ways', () => {
    expect(pages.of('lupus')?.stateWords).toMatch(/^No evidence: .*not the same as no effect/);
    expect(pages.of('gout')?.stateWords).toMatch(/^Not looked at/);
    expect(pages.of('multiple-sclerosis')?.findings.map(({ says }) => says)).toContain(
      'No difference was found',
    );
  });

  it('says how old it is, and when nobody wrote down a search', () => {
    expect(pages.of('lupus')?.freshness).toBe(
      'Last searched up to August 2018; the newest paper here is of 2019.',
    );
    expect(pages.of('osteoarthritis')?.freshness).toBe(
      'When this was last searched is not on record; the newest paper here is of 2021.',
    );
  });

  it('marks a search of more than five years ago, to the month', () => {
    const on = (today: string) =>
      createEvidencePages(engine, library, today).of('lupus')?.freshness;
    expect(on('2023-08-31')).toBe(
      'Last searched up to August 2018; the newest paper here is of 2019.',
    );
    expect(on('2023-09-01')).toBe(
      'Last searched up to August 2018; the newest paper here is of 2019. That search is more than 5 years old: there may be newer studies.',
    );
  });

  it('is one sentence in a letter, of the technique where that was studied', () => {
    expect(pages.sentence('fibromyalgia', 'myofascial-release')).toBe(
      'Fibromyalgia: for pain, sleep and worry, myofascial release, against a pretend device, massage helped; certainty low (Castro-Sanchez and others, 2011).',
    );
    expect(pages.sentence('fibromyalgia', 'swedish')).toMatch(
      /massage made no difference; certainty very low/,
    );
    expect(pages.sentence('osteoarthritis', 'reflexology')).toContain('against a waiting list');
    expect(pages.sentence('lupus')).toBe('Lupus: no study of massage with it was found.');
    expect(pages.sentence('gout')).toBeUndefined();
  });

  it('says why its studies are not pooled', () => {
    const [verdict, ...why] = pages.of('rheumatoid-arthritis')?.pooling ?? [];
    expect(verdict).toMatch(/^Assuage does not pool these studies/);
    expect(why).toContain(
      'Sahraei and others, 2022: what was read of it has no difference with an interval, and no means with their spread.',
    );
  });

  it('names no study as kept out that gives enough against one of its comparators', () => {
    const studies = library.studies
      .filter(({ id }) => id === 'perlman-2018-oa')
      .map((study) => ({
        ...study,
        outcomes: study.outcomes.map(({ effect: _, ...outcome }, i) =>
          i === 0 ? outcome : { ...outcome, ...(study.outcomes[i] ?? {}) },
        ),
      }));
    const [, ...why] =
      createEvidencePages(engine, { ...library, evidence: [], claims: [], studies }).of(
        'osteoarthritis',
      )?.pooling ?? [];
    expect(why).toEqual([]);
  });

  it('is there for techniques as studies and claims, and for nothing else', () => {
    expect(pages.of('lymph-drainage')?.claims.map(({ claim }) => claim)).toEqual([
      'Massage improves lymphatic drainage',
    ]);
    expect(pages.of('methotrexate')).toBeUndefined();
    expect(pages.of('hot-joint')).toBeUndefined();
  });
});
