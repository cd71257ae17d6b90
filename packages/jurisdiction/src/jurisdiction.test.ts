import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lacking, loadJurisdictions, settingsOf } from './index.ts';
import { readJurisdictions } from './node/index.ts';

const FOLDER = join(import.meta.dirname, '../../../jurisdictions');
const shipped = readJurisdictions();

test('every place that ships loads, by name', () => {
  expect(shipped).toMatchObject({ ok: true });
  if (!shipped.ok) return;
  expect(shipped.jurisdictions.map(({ id }) => id)).toEqual([
    'australia',
    'british-columbia',
    'european-union',
    'michigan',
    'new-york',
    'ontario',
    'texas',
    'united-kingdom',
  ]);
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))).toHaveLength(8);
});

const place = (id: string) => {
  const found = shipped.ok ? shipped.jurisdictions.find((one) => one.id === id) : undefined;
  if (!found) throw new Error(`no ${id}`);
  return found;
};

const UNKNOWN = [
  'record-contents',
  'consent-written',
  'consent-sensitive',
  'consent-renewal',
  'guardian-under',
  'consultation-document',
  'keep-minors',
  'access',
  'breach',
  'audit-log',
]
  .map((name) => `  ${name}: { confidence: unknown }`)
  .join('\n');
const fileWith = (keepAdults: string) => [
  {
    path: 'atlantis.yaml',
    text: `id: atlantis
name: Atlantis
sources:
  law: { title: The law, url: "https://law.example" }
settings:
  keep-adults: ${keepAdults}
${UNKNOWN}
`,
  },
];

test.each([
  ['a value without a source', '{ confidence: read, value: { years: 9 } }', /source/],
  [
    'a source that is not listed',
    '{ confidence: read, value: { years: 9 }, source: lore }',
    /no source is called "lore"/,
  ],
  ['a value that nobody read', '{ confidence: unknown, value: { years: 9 } }', /value/],
  [
    'a confidence of its own',
    '{ confidence: sure, value: { years: 9 }, source: law }',
    /confidence/,
  ],
])('%s is refused with file and line', (_, setting, message) => {
  const loaded = loadJurisdictions(fileWith(setting));
  if (loaded.ok) throw new Error('was taken');
  expect(loaded.issues[0]).toMatchObject({ file: 'atlantis.yaml' });
  expect(loaded.issues.map(({ message: said }) => said).join()).toMatch(message);
  expect(loaded.issues.some(({ line }) => line === 6)).toBe(true);
});

test('a right file loads, and its known and unknown settings are told apart in words', () => {
  const loaded = loadJurisdictions(
    fileWith('{ confidence: second-hand, value: { years: 9 }, source: law }'),
  );
  if (!loaded.ok || !loaded.jurisdictions[0]) throw new Error('refused');
  const shown = new Map(settingsOf(loaded.jurisdictions[0]).map((one) => [one.name, one]));
  expect(shown.size).toBe(11);
  expect(shown.get('keep-adults')).toMatchObject({
    text: '9 years from the last entry.',
    confidence: 'second-hand',
    source: { title: 'The law', url: 'https://law.example' },
  });
  expect(shown.get('breach')?.text).toMatch(/^We do not know/);
  expect(shown.get('breach')?.source).toBeUndefined();
});

test('what was never read is never shown as a rule', () => {
  for (const { confidence, text, source } of settingsOf(place('british-columbia'))) {
    expect(text.startsWith('We do not know')).toBe(confidence === 'unknown');
    expect(source === undefined).toBe(confidence === 'unknown');
  }
});

test('Michigan asks for what R 338.727 lists, and what a record lacks of it is named', () => {
  const setting = place('michigan').settings['record-contents'];
  if (setting.confidence === 'unknown') throw new Error('unknown');
  expect(
    lacking(setting.value, {
      'conditions-or-none': false,
      'client-address': false,
      'birth-date': true,
      consent: false,
    }),
  ).toEqual(['client-address', 'conditions-or-none']);
});
