import { describe, expect, test } from 'vitest';
import type { SourceText } from './file.ts';
import { formatIssue } from './issues.ts';
import type { Knowledge } from './knowledge.ts';
import { loadKnowledge } from './load.ts';
import { createSearch } from './search.ts';
import { bodyFile, SOURCE } from './testing/files.ts';

const medicine = (id: string, rest = ''): SourceText => ({
  path: `medicines/${id}.yaml`,
  text: `kind: medicine\nid: ${id}\nname: The class ${id}\nplain: A class made up for a test.\n${rest}`,
});
const names = (...lines: string[]): SourceText => ({
  path: 'medicine-names/some.yaml',
  text: `kind: medicine-names
id: some
name: Some medicines
sources: [{ source: a-page, locator: the whole table }]
names:
${lines.map((line) => `  - { ${line} }\n`).join('')}`,
});
const CLASSES = [
  medicine('thinners', 'also: [blood thinner]\natc: [B01AA]'),
  medicine('strong', 'also: [opioid]'),
  medicine('mild'),
];
const load = (...files: SourceText[]) => loadKnowledge([bodyFile, SOURCE, ...files], 'test');
const problems = (...lines: string[]): string[] => {
  const result = load(...CLASSES, names(...lines));
  return result.ok ? [] : result.issues.map(formatIssue);
};
const WARFARIN = 'name: warfarin, brands: [Coumadin], classes: [thinners], atc: B01AA03';

describe('a file of medicine names', () => {
  test('with known classes is accepted', () => {
    expect(problems(WARFARIN, 'name: co-codamol, classes: [strong, mild]')).toEqual([]);
  });

  test.each([
    [
      'a class that is not there, with the one that was meant',
      'name: aspirin, classes: [thiners]',
      'medicine-names/some.yaml:7: aspirin: unknown medicine class "thiners"; did you mean "thinners"?',
    ],
    [
      'a code that is not that of one medicine',
      'name: aspirin, classes: [mild], atc: B01A',
      'medicine-names/some.yaml:7: names.1.atc: the ATC code of one medicine is like L04AX03',
    ],
    [
      'a code outside the groups of its class',
      'name: morphine, classes: [thinners], atc: N02AA01',
      'medicine-names/some.yaml:7: morphine: N02AA01 is outside the ATC groups of its classes (B01AA): mend the class, or say in which source it was checked',
    ],
    [
      'a word that stands at another medicine, whatever its case and accents',
      'name: other, brands: [COUMÁDIN], classes: [mild]',
      'medicine-names/some.yaml:7: other: "coumadin" also stands at "warfarin": each word stands once',
    ],
    [
      'a word of another subject',
      'name: opioid, classes: [mild]',
      'medicine-names/some.yaml:7: opioid: "opioid" also names "strong": one word must lead to one subject',
    ],
    [
      'a source that nobody wrote down',
      'name: aspirin, classes: [thinners], atc: N02BA01, checked: a-pag',
      'medicine-names/some.yaml:7: aspirin: unknown source "a-pag"; did you mean "a-page"?',
    ],
    [
      'an unknown route',
      'name: aspirin, classes: [mild], routes: [by mouth]',
      expect.stringContaining('medicine-names/some.yaml:7: names.1.routes.0:'),
    ],
  ])('is refused for %s', (_, line, message) => {
    expect(problems(WARFARIN, line)).toEqual([message]);
  });

  test('may give a code outside the groups where it names what it was checked against', () => {
    const line = 'name: aspirin, classes: [thinners], atc: N02BA01, checked: a-page';
    expect(problems(WARFARIN, line)).toEqual([]);
  });

  test('may name what the class itself is called', () => {
    expect(problems('name: blood thinner, classes: [thinners]')).toEqual([]);
  });

  test('must cite the list it was checked against', () => {
    const file = names(WARFARIN);
    const result = load(...CLASSES, {
      ...file,
      text: file.text.replace(/^sources.*$/m, 'sources: []'),
    });
    expect(result.ok ? [] : result.issues.map(formatIssue)[0]).toBe(
      'medicine-names/some.yaml:4: sources: needs the list it was checked against',
    );
  });

  test('belongs in its own folder', () => {
    const file = { ...names(WARFARIN), path: 'medicine-names/others.yaml' };
    const result = load(...CLASSES, file);
    expect(result.ok ? [] : result.issues.map(formatIssue)).toEqual([
      'medicine-names/others.yaml:2: a medicine-names with the id "some" belongs in medicine-names/some.yaml',
    ]);
  });
});

describe('searching for a medicine', () => {
  const knowledgeOf = (...lines: string[]): Knowledge => {
    const result = load(...CLASSES, names(...lines));
    if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'));
    return result.knowledge;
  };
  const search = createSearch(knowledgeOf(WARFARIN, 'name: co-codamol, classes: [strong, mild]'));

  test('by its brand leads to its class, and keeps the word', () => {
    expect(search.find('coumadin').exact).toEqual([
      {
        kind: 'medicine',
        id: 'thinners',
        ids: ['thinners'],
        name: 'The class thinners',
        word: 'Coumadin',
      },
    ]);
  });

  test('of two classes leads to both at once', () => {
    expect(search.find('co codamol').exact).toEqual([
      expect.objectContaining({
        ids: ['strong', 'mild'],
        name: 'The class strong, The class mild',
      }),
    ]);
  });

  test.each(['coumdin', 'cuomadin', 'coumaddin', 'coumodan', 'coumad'])(
    'typed as %s is suggested',
    (typed) => {
      expect(search.find(typed).suggestions[0]).toMatchObject({ word: 'Coumadin' });
    },
  );
});
