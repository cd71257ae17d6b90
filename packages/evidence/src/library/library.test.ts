import { formatIssue, type Library } from '@assuage/knowledge';
import { readLibrary } from '@assuage/knowledge/node';
import { describe, expect, it } from 'vitest';
import { poolable } from './poolable.ts';
import { createShelf } from './shelf.ts';

const library: Library = (() => {
  const read = readLibrary();
  if (!read.ok) throw new Error(read.issues.map(formatIssue).join('\n'));
  return read.library;
})();
const shelf = createShelf(library);

describe('what is known of a condition', () => {
  it('tells "nobody has tried it" from "nobody has looked" and from "no effect"', () => {
    const lupus = shelf.whatIsKnown('lupus');
    expect([lupus.state, lupus.findings]).toEqual(['no-evidence', []]);
    expect(lupus.none).toContain('none was of massage');
    // A systematic review searched up to August 2018.
    expect(lupus.freshness.searched).toMatchObject({ until: '2018-08' });
    expect(shelf.whatIsKnown('gout')).toMatchObject({ state: 'not-looked-at', studies: [] });
    const walking = shelf
      .whatIsKnown('multiple-sclerosis')
      .findings.find(({ outcome }) => outcome.startsWith('walking'));
    expect(walking?.says).toBe('no-difference');
  });

  it('states every step from where the studies start to what is left', () => {
    // Fibromyalgia, pain: trials start high; bias takes one step, an interval down to 0.05 another.
    const [pain] = shelf.whatIsKnown('fibromyalgia').findings;
    expect([pain?.start, pain?.certainty]).toEqual(['high', 'low']);
    expect(pain?.down.map(({ domain, left }) => [domain, left])).toEqual([
      ['risk-of-bias', 'moderate'],
      ['imprecision', 'low'],
    ]);
    expect(pain?.studies.map(({ id }) => id)).toEqual(['li-2014-fm-meta']);
  });

  it('keeps what others pooled apart from studies of people, newest first', () => {
    const { studies, published, freshness } = shelf.whatIsKnown('osteoarthritis');
    expect(published.map(({ id }) => id)).toContain('nelson-churilla-2017-arthritis');
    expect(studies.map(({ id }) => id)).not.toContain('nelson-churilla-2017-arthritis');
    expect(studies[0]?.id).toBe('perlman-2018-oa');
    expect(freshness).toEqual({ newest: 2021 });
  });

  it('lists papers whose results nobody has read, without results', () => {
    const { unread } = shelf.whatIsKnown('neck-pain');
    expect(unread.map(({ id }) => id)).toEqual(['gross-2024-cochrane-neck']);
  });
});

describe('the shelf', () => {
  it('finds studies and claims by condition and by technique', () => {
    expect(shelf.studiesOf('lymph-drainage').map(({ id }) => id)).toContain('bongi-2011-ssc-mld');
    expect(shelf.claimsOf('lymph-drainage').map(({ id }) => id)).toEqual(['improves-lymph-flow']);
    expect(shelf.claimsOf('lupus').map(({ verdict }) => verdict)).toContain('not-supported');
  });

  it('knows which claims a study is named in', () => {
    expect(shelf.claimsNaming('moyer-2011-cortisol').map(({ id }) => id)).toEqual([
      'lowers-cortisol',
    ]);
  });
});

describe('own pooling', () => {
  const hindrances = (condition: string) =>
    new Map(
      poolable(shelf.studiesOf(condition)).flatMap(({ candidates }) =>
        candidates.map(({ study, hindrance }) => [study.id, hindrance] as const),
      ),
    );

  it('leaves out reviews, one-group and paired studies, and those without numbers, and says which', () => {
    expect(hindrances('multiple-sclerosis')).toEqual(
      new Map([
        ['ms-manual-therapy-meta-2022', 'is-a-review'],
        ['salarvand-2021-ms-meta', 'is-a-review'],
        ['mcclurg-2018-amber', undefined],
        ['backus-2016-ms', 'no-comparison'],
        ['schroeder-2014-ms', 'paired'],
        ['negahban-2013-ms', 'no-numbers'],
        ['finch-2007-ms', 'no-comparison'],
        ['finch-ms-rct', 'no-numbers'],
        ['frost-hunt-ms-case', 'no-comparison'],
      ]),
    );
  });

  it('never pools one trial, nor trials against different comparators', () => {
    // Knee: only the trial of 2018 prints differences with intervals, one against each of two comparators.
    const groups = poolable(shelf.studiesOf('osteoarthritis'));
    expect(groups.every(({ enough }) => !enough)).toBe(true);
    const usable = groups.flatMap(({ comparator, candidates }) =>
      candidates.flatMap(({ outcomes }) =>
        outcomes.map(({ effect }) => [comparator, effect?.value]),
      ),
    );
    expect(usable).toEqual([
      ['light-touch', -8.16],
      ['usual-care', -9.55],
    ]);
  });

  it('counts the same people once', () => {
    const [trial] = library.studies.filter(({ id }) => id === 'perlman-2018-oa');
    if (!trial) throw new Error('the trial is missing');
    const twice = [trial, { ...trial, id: 'again' }].map((study) => ({
      ...study,
      cohort: 'knees',
    }));
    for (const { enough, candidates } of poolable(twice)) {
      expect(enough).toBe(false);
      expect(candidates.map(({ hindrance }) => hindrance)).toEqual([undefined, 'same-people']);
    }
  });
});
