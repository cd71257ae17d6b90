import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMask, BodyData, coversMask, createBody, emptyMask } from './body.ts';
import { parseFile } from './file.ts';
import type { Knowledge } from './knowledge.ts';
import { createSearch, describeMatch, type SearchKind } from './search.ts';
import type { Condition, Finding, Medicine, Technique } from './subjects.ts';

const bodyFile = parseFile(
  {
    path: 'body.yaml',
    text: readFileSync(new URL('../../../knowledge/body.yaml', import.meta.url), 'utf8'),
  },
  BodyData,
);
if (!bodyFile.ok) throw new Error('body.yaml cannot be read');

const named = (id: string, name: string, also: string[] = []) => ({
  id,
  name,
  also,
  under: [],
  plain: 'Plain words.',
  rules: [],
  sources: [],
});
const condition = (id: string, name: string, also?: string[]): Condition => ({
  kind: 'condition',
  ...named(id, name, also),
  symptoms: [],
  organs: [],
});
const finding = (id: string, name: string, also?: string[]): Finding => ({
  kind: 'finding',
  ...named(id, name, also),
  redFlag: false,
  holds: 'today',
});
const tnf: Medicine = {
  kind: 'medicine',
  ...named('tnf-inhibitors', 'TNF inhibitors', ['anti-TNF']),
};
const stones: Technique = {
  kind: 'technique',
  ...named('hot-stone', 'Hot stone massage', ['warm stones']),
  group: false,
  needsTraining: false,
  neverPlanned: false,
  nearest: [],
  helps: [],
};
const knowledge: Knowledge = {
  release: 'test',
  body: bodyFile.file.value,
  conditions: [
    condition('rheumatoid-arthritis', 'Rheumatoid arthritis', ['RA']),
    condition('raynauds', 'Raynaud’s'),
    condition('sjogrens', 'Sjögren’s', ['sicca']),
  ],
  medicines: [tnf],
  medicineNames: [{ words: ['adalimumab', 'Humira', 'Enbrel'], classes: ['tnf-inhibitors'] }],
  findings: [
    finding('not-asked-lupus', 'Care team not asked (lupus)'),
    finding('not-asked-crohns', 'Care team not asked (Crohn’s)'),
    finding('rash', 'Rash', ['skin rash']),
  ],
  techniques: [stones],
  sources: [],
};
const search = createSearch(knowledge);

const ids = (text: string, kinds?: SearchKind[]): string[] =>
  search.find(text, kinds).exact.map((match) => (match.kind === 'place' ? 'a place' : match.id));
const places = (text: string): string[] =>
  search
    .find(text, ['place'])
    .exact.flatMap((match) => (match.kind === 'place' ? match.places : []))
    .toSorted();
const suggested = (text: string, kinds?: SearchKind[]): string[] =>
  search.find(text, kinds).suggestions.map(({ word }) => word);

describe('a word for a subject', () => {
  test.each([
    ['RA', 'rheumatoid-arthritis'],
    ['ra.', 'rheumatoid-arthritis'],
    [' Rheumatoid  ARTHRITIS ', 'rheumatoid-arthritis'],
    ['rheumatoid-arthritis', 'rheumatoid-arthritis'],
    ['Sjogrens', 'sjogrens'],
    ["sjögren's", 'sjogrens'],
    ['enbrel', 'tnf-inhibitors'],
    ['TNF inhibitor', 'tnf-inhibitors'],
    ['anti TNF', 'tnf-inhibitors'],
    ['warm stone', 'hot-stone'],
    ['rashes', 'rash'],
  ])('%s names %s, whatever its case, accents, punctuation or number', (text, id) => {
    expect(ids(text)).toEqual([id]);
  });

  test('a brand leads to its class and is remembered', () => {
    const [match] = search.find('humira').exact;
    expect(match && describeMatch(match)).toBe('Humira (TNF inhibitors)');
  });

  test('a name said back in the plural is not repeated', () => {
    const [match] = search.find('tnf inhibitor').exact;
    expect(match && describeMatch(match)).toBe('TNF inhibitors');
  });

  test('what stands in brackets at the end of a name need not be typed, but may be needed', () => {
    expect(ids('care team not asked (lupus)')).toEqual(['not-asked-lupus']);
    expect(ids('care team not asked')).toEqual(['not-asked-lupus', 'not-asked-crohns']);
  });

  test('only the kinds that were asked for are found', () => {
    expect(ids('RA', ['medicine'])).toEqual([]);
    expect(suggested('RA', ['medicine'])).toEqual([]);
  });

  test('nothing names nothing', () => {
    expect(search.find(' .,! ')).toEqual({ exact: [], suggestions: [] });
  });
});

describe('a word that is not known', () => {
  test.each([
    ['humria', 'Humira'],
    ['hmira', 'Humira'],
    ['rhuematoid arthritis', 'Rheumatoid arthritis'],
    ['rheu', 'Rheumatoid arthritis'],
    ['arthr', 'Rheumatoid arthritis'],
    ['Humira 40 mg', 'Humira'],
    ['wam stones', 'warm stones'],
  ])('%s suggests %s', (text, word) => {
    expect(ids(text)).toEqual([]);
    expect(suggested(text)[0]).toBe(word);
  });

  test('three edits away is too far', () => {
    expect(suggested('hmr', ['medicine'])).toEqual([]);
    expect(suggested('xyzzy')).toEqual([]);
  });

  test('what is still being typed is suggested beside what it names already', () => {
    expect(ids('ra')).toEqual(['rheumatoid-arthritis']);
    expect(suggested('ra', ['condition', 'finding'])).toEqual(['Rash', 'Raynaud’s']);
  });
});

describe('a body place', () => {
  test.each([
    ['left knee', ['knee-left']],
    ['knee left', ['knee-left']],
    ['L knee', ['knee-left']],
    ['knee (L)', ['knee-left']],
    ['knee, left', ['knee-left']],
    ['r. wrist', ['wrist-right']],
    ['wrist-right', ['wrist-right']],
    ['my right wrist', ['wrist-right']],
    ['lower back', ['lower-back']],
    ['low back', ['lower-back']],
    ['back of the left hand', ['hand-back-left']],
    ['left palm', ['palm-left']],
    ['stomach', ['abdomen']],
    ['both hands', ['both-hands']],
    ['hands', ['both-hands']],
    ['feet', ['both-feet']],
    ['knees', ['knee-left', 'knee-right']],
    ['both knees', ['knee-left', 'knee-right']],
    ['left and right knee', ['knee-left', 'knee-right']],
    ['calves', ['calves']],
    ['left arm', ['left-arm']],
    ['everywhere', ['everywhere']],
    ['spine', ['along-the-spine']],
  ])('%s is %j', (text, wanted) => {
    expect(places(text)).toEqual(wanted);
  });

  test.each(['back and right knee', 'right knee, back', 'left knee and right foot', 'tail'])(
    '%s is not read as one place',
    (text) => {
      expect(places(text)).toEqual([]);
    },
  );

  test('a place without its side suggests both sides', () => {
    expect(places('wrist')).toEqual([]);
    expect(suggested('wrist', ['place']).slice(0, 3).toSorted()).toEqual([
      'Left wrist',
      'Right and left wrist',
      'Right wrist',
    ]);
  });

  test('a slip suggests the place', () => {
    expect(suggested('left kne', ['place'])[0]).toBe('Left knee');
    expect(suggested('rihgt wrist', ['place'])[0]).toBe('Right wrist');
  });

  test('every id names regions that include all of the place, and so does every label', () => {
    const body = createBody(knowledge.body);
    const regionsOf = (text: string) => {
      const mask = emptyMask(body);
      for (const place of places(text)) addMask(mask, body.mask(place));
      return mask;
    };
    const { zones, parts, regions, details, sets } = knowledge.body;
    for (const { id, label } of [...parts, ...zones, ...sets, ...regions, ...details]) {
      expect(coversMask(regionsOf(id), body.mask(id)), id).toBe(true);
      expect(coversMask(regionsOf(label), body.mask(id)), label).toBe(true);
    }
  });
});

test('any text whatever gives an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const { exact, suggestions } = search.find(text);
      expect(exact.length + suggestions.length).toBeGreaterThanOrEqual(0);
    }),
  );
});
