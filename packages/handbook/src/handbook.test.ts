import {
  countWords,
  factsIn,
  formatIssue,
  gradeOf,
  type Knowledge,
  loadKnowledge,
  rulesOf,
  type SourceText,
} from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledge, readKnowledgeFiles } from '@assuage/knowledge/node';
import { compileEngine } from '@assuage/safety';
import { describe, expect, it } from 'vitest';
import { correctionOf } from './correction.ts';
import { createHandbook } from './handbook.ts';
import type { HandbookRule } from './page.ts';

const body = readKnowledgeFiles(KNOWLEDGE_FOLDER).subjects.filter(
  ({ path }) => path === 'body.yaml',
);
const source = (id: string, title: string): SourceText => ({
  path: `sources/${id}.yaml`,
  text: `kind: source
id: ${id}
title: ${title}
publisher: A publisher
url: https://example.org/${id}
strength: textbook
`,
});

const FILES: readonly SourceText[] = [
  source('strict', 'A strict page'),
  source('mild', 'A mild page'),
  {
    path: 'conditions/broad-illness.yaml',
    text: `kind: condition
id: broad-illness
name: Broad illness
plain: An illness made up for a test.
rules:
  - id: broad-warm
    when: broad-illness
    because: Made up for a test.
    limits:
      - { heat: caution, basis: judgement }
`,
  },
  {
    path: 'conditions/narrow-illness.yaml',
    text: `kind: condition
id: narrow-illness
name: Narrow illness
also: [NI]
under: [broad-illness]
plain: A kind of it.
symptoms: [Sore joints]
organs: [joints]
codes: { icd10: [M05], icd10cm: [M06.9] }
page:
  feel: [You feel sore.]
  may: [It may ease pain.]
  mayNot: [It does not heal.]
  tell: [Say where it hurts.]
  help: [Call if it gets worse.]
  sources: [{ source: mild, locator: page 2 }]
sources: [{ source: mild, locator: page 2 }]
rules:
  - id: narrow-sore-joint
    when: { all: [narrow-illness, { any: [sore-joint, { fact: weeks-of-pills, atLeast: 8 }] }] }
    because: A sore joint is left alone.
    limits:
      - pressure: none
        at: [neck, { of: sore-joint }, { beyond: sore-joint }]
        basis: cited
        sources: [{ source: strict, locator: page 1, says: Leave it alone. }]
      - { exclude: [stones], basis: judgement, at: [{ around: sore-joint }] }
    disagree: [{ source: mild, locator: page 3, says: Light work is fine. }]
`,
  },
  {
    path: 'conditions/bare-illness.yaml',
    text: 'kind: condition\nid: bare-illness\nname: Bare illness\nplain: Nobody knows much.\n',
  },
  {
    path: 'findings/sore-joint.yaml',
    text: `kind: finding
id: sore-joint
name: Hot, swollen or sore joint
plain: A joint is sore.
places: joint
redFlag: true
ask: { client: Is a joint sore? }
`,
  },
  {
    path: 'findings/weeks-of-pills.yaml',
    text: `kind: finding
id: weeks-of-pills
name: Pills
plain: For how long.
quantity: { unit: weeks, min: 0, max: 99 }
ask: { client: For how many weeks? }
`,
  },
  {
    path: 'techniques/warm-work.yaml',
    text: 'kind: technique\nid: warm-work\nname: Warm work\ngroup: true\nplain: A group.\n',
  },
  {
    path: 'techniques/stones.yaml',
    text: `kind: technique
id: stones
name: Hot stones
under: [warm-work]
plain: Warm stones.
pressure: [1, 3]
nearest: [hands]
helps:
  - { goal: pain, level: little, for: [narrow-illness], sources: [{ source: mild, locator: page 9 }] }
`,
  },
  {
    path: 'techniques/hands.yaml',
    text: 'kind: technique\nid: hands\nname: Hands\nplain: Only hands.\npressure: [0, 5]\n',
  },
];

function small(): Knowledge {
  const loaded = loadKnowledge([...body, ...FILES], 'abc123');
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded.knowledge;
}

describe('the handbook of a small knowledge', () => {
  const handbook = createHandbook(compileEngine(small()));
  const page = (id: string) => {
    const found = handbook.page(id);
    if (!found) throw new Error(`no page ${id}`);
    return found;
  };

  it('says in words when a rule holds, with a list in a name kept together', () => {
    expect(handbook.rule('narrow-sore-joint')?.when).toBe(
      'Narrow illness and (“hot, swollen or sore joint” or pills (8 weeks or more))',
    );
  });

  it('names places that follow a fact by that fact', () => {
    expect(handbook.rule('narrow-sore-joint')?.limits.map(({ says }) => says)).toEqual([
      'Neck and at “hot, swollen or sore joint” and beyond it on the limb: do not touch.',
      'Leave out hot stones (around “hot, swollen or sore joint”).',
    ]);
  });

  it('keeps apart what a source says, what is our judgement, and what is milder', () => {
    const rule = handbook.rule('narrow-sore-joint');
    expect(rule?.limits).toMatchObject([
      {
        id: 'narrow-sore-joint/pressure',
        kind: 'pressure',
        basis: 'cited',
        // A textbook is advice of experts, not a study.
        sure: 'expert',
        sources: [{ id: 'strict', title: 'A strict page', locator: 'page 1' }],
      },
      { id: 'narrow-sore-joint/exclude', basis: 'judgement', sure: 'guess', sources: [] },
    ]);
    expect(rule?.disagree).toMatchObject([{ id: 'mild', says: 'Light work is fine.' }]);
  });

  it('tells a client what is felt, done, not done, to be said, and urgent, in this order', () => {
    expect(page('narrow-illness').sections.map(({ sentences }) => sentences)).toEqual([
      ['You feel sore.'],
      ['It may ease pain.'],
      ['It does not heal.'],
      ['Say where it hurts.'],
      ['Call if it gets worse.'],
    ]);
  });

  it('has on a page what is known about its subject, with its codes and its file', () => {
    expect(page('narrow-illness')).toMatchObject({
      kind: 'condition',
      also: ['NI'],
      redFlag: false,
      symptoms: ['Sore joints'],
      organs: ['joints'],
      codes: [
        { system: 'ICD-10', code: 'M05' },
        { system: 'ICD-10-CM', code: 'M06.9' },
      ],
      broader: [{ kind: 'condition', id: 'broad-illness', name: 'Broad illness' }],
      file: 'knowledge/conditions/narrow-illness.yaml',
    });
    expect(page('broad-illness').narrower.map(({ id }) => id)).toEqual(['narrow-illness']);
    expect(page('sore-joint')).toMatchObject({ redFlag: true, ask: 'Is a joint sore?' });
  });

  it('names a place in a source once, where the page and the subject both cite it', () => {
    expect(page('narrow-illness').sources).toHaveLength(1);
  });

  it('shows with an illness the rules that something broader brings, and not those of something narrower', () => {
    const elsewhere = (id: string) => page(id).rulesElsewhere.map((rule) => rule.id);
    expect(elsewhere('narrow-illness')).toEqual(['broad-warm']);
    expect(elsewhere('broad-illness')).toEqual([]);
    expect(elsewhere('sore-joint')).toEqual(['narrow-sore-joint']);
  });

  it('shows with a technique what it is used for, what is near it, and the rules that leave it out', () => {
    expect(page('stones')).toMatchObject({
      pressure: [1, 3],
      nearest: [{ id: 'hands' }],
      helps: [{ goal: 'pain', level: 'little', for: [{ id: 'narrow-illness' }] }],
      rulesElsewhere: [{ id: 'narrow-sore-joint' }],
    });
    expect(page('hands').rulesElsewhere).toEqual([]);
  });

  it('says of an illness without a page and without rules that little is known, and of no other', () => {
    expect(page('bare-illness').sections.map(({ title }) => title)).toEqual(['Little is known']);
    expect(page('broad-illness').sections).toEqual([]);
  });

  it('says so in the plain words of every other page', () => {
    const sentences = page('bare-illness').sections.flatMap((section) => section.sentences);
    expect(gradeOf(sentences.join(' '))).toBeLessThanOrEqual(6);
    for (const sentence of sentences) expect(countWords(sentence)).toBeLessThanOrEqual(20);
  });

  it('knows for each source what rests on it', () => {
    expect(
      handbook
        .sources()
        .map(({ id, rules, pages }) => [id, rules.map((r) => r.id), pages.map((p) => p.id)]),
    ).toEqual([
      ['mild', ['narrow-sore-joint'], ['stones', 'narrow-illness']],
      ['strict', ['narrow-sore-joint'], []],
    ]);
  });

  it('counts what there is', () => {
    expect(handbook.index).toMatchObject({
      release: 'abc123',
      redFlags: [{ id: 'sore-joint' }],
      counts: { conditions: 3, medicines: 0, findings: 2, techniques: 3, rules: 2, sources: 2 },
    });
  });

  it('says with a correction which rule or page, which file and which release are meant', () => {
    const rule = handbook.rule('narrow-sore-joint') as HandbookRule;
    const { subject, body: text, file } = correctionOf(rule, 'abc123');
    expect(file).toBe('knowledge/conditions/narrow-illness.yaml');
    for (const part of ['narrow-sore-joint', 'abc123']) expect(subject).toContain(part);
    for (const part of ['narrow-sore-joint', 'abc123', file]) expect(text).toContain(part);
    expect(correctionOf(page('hands'), 'abc123').body).toContain('knowledge/techniques/hands.yaml');
  });

  it('has nothing for an unknown id', () => {
    expect(handbook.page('no-such-thing')).toBeUndefined();
    expect(handbook.rule('no-such-thing')).toBeUndefined();
  });
});

describe('the handbook of the knowledge that ships', () => {
  const loaded = readKnowledge();
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  const { knowledge } = loaded;
  const handbook = createHandbook(compileEngine(knowledge));
  const links = handbook.index.groups.flatMap((group) => group.links);
  const pages = new Map(links.map(({ id }) => [id, handbook.page(id)]));

  it('has a page for every condition, medicine, finding and technique', () => {
    const { conditions, medicines, findings, techniques } = knowledge;
    for (const { id, name } of [...conditions, ...medicines, ...findings, ...techniques])
      expect(pages.get(id)?.name, id).toBe(name);
  });

  it('leads to every rule from the page of every fact that it names', () => {
    for (const { rule, subject } of rulesOf(knowledge)) {
      expect(pages.get(subject.id)?.rules.map(({ id }) => id)).toContain(rule.id);
      for (const fact of factsIn(rule.when)) {
        const page = pages.get(fact);
        const shown = [...(page?.rules ?? []), ...(page?.rulesElsewhere ?? [])];
        expect(
          shown.map(({ id }) => id),
          `${rule.id} from ${fact}`,
        ).toContain(rule.id);
      }
    }
  });

  it('has no link that leads nowhere', () => {
    for (const page of pages.values()) {
      if (!page) throw new Error('a page is missing');
      const all = [
        ...[...page.broader, ...page.narrower, ...page.nearest],
        ...page.helps.flatMap((help) => help.for),
        ...[...page.rules, ...page.rulesElsewhere].flatMap(({ about, facts }) => [about, ...facts]),
      ];
      for (const { id } of all) expect(pages.get(id), `${page.id} to ${id}`).toBeDefined();
    }
  });

  it('shows every citation of a rule or a page, and what rests on every source that is used', () => {
    const citations = (of: unknown) => new Set(JSON.stringify(of).match(/"source":"[^"]+"/g));
    const { conditions, medicines, findings, techniques } = knowledge;
    const cited = citations([conditions, medicines, findings, techniques]);
    const shown = new Set(
      handbook
        .sources()
        .filter(({ rules, pages: resting }) => rules.length + resting.length > 0)
        .map(({ id }) => `"source":"${id}"`),
    );
    expect([...cited].filter((source) => !shown.has(source))).toEqual([]);
  });

  it('lists single medicines with the class whose rules hold for them', () => {
    const names = pages.get('tnf-inhibitors')?.names ?? [];
    expect(names.find(({ name }) => name === 'adalimumab')?.also).toContain('Humira');
  });
});
