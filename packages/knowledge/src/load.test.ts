import { describe, expect, it } from 'vitest';
import type { SourceText } from './file.ts';
import { formatIssue } from './issues.ts';
import { loadKnowledge } from './load.ts';
import { bodyFile, finding, rule, SOURCE } from './testing/files.ts';

const problems = (...files: SourceText[]): string[] => {
  const result = loadKnowledge([bodyFile, ...files], 'test');
  return result.ok ? [] : result.issues.map(formatIssue);
};
const citing = '- pressure: 2\n  basis: cited\n  sources: [{ source: a-page, locator: page 1 }]';
const good = finding('sore-spot', rule('sore-spot-light', 'sore-spot', citing));

describe('loading knowledge', () => {
  it('accepts a finding with a cited rule', () => {
    expect(problems(good, SOURCE)).toEqual([]);
  });

  it('names the file and the line of broken YAML', () => {
    expect(
      problems({ path: 'findings/x.yaml', text: 'kind: finding\nid: [x\n' }, SOURCE)[0],
    ).toMatch(/^findings\/x\.yaml:\d: not valid YAML/);
  });

  it('reports every mistake of every file at once', () => {
    const found = problems(
      finding('first', 'colour: red'),
      finding('second', 'holds: sometimes'),
      good,
      SOURCE,
    );
    expect(found.some((text) => text.startsWith('findings/first.yaml:6'))).toBe(true);
    expect(found.some((text) => text.startsWith('findings/second.yaml:6'))).toBe(true);
  });

  it('suggests the fact that was meant', () => {
    const typo = finding('other', rule('other-light', 'sore-spt', citing));
    expect(problems(good, typo, SOURCE)).toContain(
      'findings/other.yaml:8: unknown fact "sore-spt"; did you mean "sore-spot"?',
    );
  });

  it('refuses a place that does not exist and suggests the nearest', () => {
    const typo = finding('other', rule('other-light', 'other', `${citing}\n  at: [wrist-rihgt]`));
    expect(problems(good, typo, SOURCE)[0]).toContain(
      'unknown place "wrist-rihgt"; did you mean "wrist-right"',
    );
  });

  it('refuses a cited limit without a source, and a source that nobody wrote down', () => {
    const bare = finding('bare', rule('bare-light', 'bare', '- pressure: 2\n  basis: cited'));
    expect(problems(good, bare, SOURCE)[0]).toContain('a cited limit needs a source');
    const missing = finding(
      'missing',
      rule('missing-light', 'missing', citing.replace('a-page', 'a-pag')),
    );
    expect(problems(good, missing, SOURCE)[0]).toContain(
      'unknown source "a-pag"; did you mean "a-page"?',
    );
  });

  it('refuses a rule that can never fire', () => {
    const weeks = finding('weeks', 'quantity: { unit: weeks, min: 0, max: 50 }\n');
    const never = finding(
      'never',
      rule(
        'never-light',
        '{ all: [{ fact: weeks, atLeast: 9 }, { fact: weeks, below: 4 }] }',
        citing,
      ),
    );
    const beyond = finding('beyond', rule('beyond-light', '{ fact: weeks, atLeast: 51 }', citing));
    const found = problems(good, weeks, never, beyond, SOURCE).join('\n');
    expect(found).toContain('can never fire: weeks>=9 and weeks<4 exclude each other');
    expect(found).toContain('can never fire: "weeks" is at most 50 weeks');
  });

  it('refuses a rule about something that nobody can be asked', () => {
    const silent = finding('silent', rule('silent-light', 'silent', citing));
    const unasked = { ...silent, text: silent.text.replace(/ask:.*\n/, '') };
    expect(problems(good, unasked, SOURCE)[0]).toContain('nobody can be asked');
  });

  it('refuses a question that no rule depends on', () => {
    expect(problems(good, finding('idle'), SOURCE)).toContain(
      'findings/idle.yaml:2: "idle" is asked, but no rule depends on it',
    );
  });

  it('refuses parents that go round in a circle', () => {
    const a = finding('a', 'under: [b]');
    const b = finding('b', 'under: [a]');
    expect(problems(good, a, b, SOURCE).join('\n')).toContain('goes round in a circle: a → b → a');
  });

  it('refuses one word for two subjects', () => {
    const a = finding('a', `also: [RA]\n${rule('a-light', 'a', citing)}`);
    const b = finding('b', `also: [ra]\n${rule('b-light', 'b', citing)}`);
    expect(problems(good, a, b, SOURCE)[0]).toContain('"ra" also names "a"');
  });

  it('refuses a file in the wrong place, twice the same rule, and a limit without a kind', () => {
    const misplaced = { ...good, path: 'conditions/sore-spot.yaml' };
    expect(problems(misplaced, SOURCE)[0]).toContain('belongs in findings/sore-spot.yaml');
    const again = finding('again', rule('sore-spot-light', 'again', citing));
    expect(problems(good, again, SOURCE)[0]).toContain('is also used in findings/');
    const kindless = finding('kindless', rule('kindless-x', 'kindless', '- basis: judgement'));
    expect(problems(good, kindless, SOURCE)[0]).toContain('a limit is one of: decision, pressure');
  });

  it('refuses to follow the places of a fact that has none', () => {
    const other = finding(
      'other',
      rule('other-light', 'other', `${citing}\n  at: [{ beyond: other }]`),
    );
    expect(problems(good, other, SOURCE)[0]).toContain('is not answered at body places');
  });

  describe('what clients read about an illness', () => {
    const illness = (plain: string, tell: string): SourceText => ({
      path: 'conditions/sarcoidosis.yaml',
      text: `kind: condition
id: sarcoidosis
name: Sarcoidosis
plain: ${plain}
page:
  feel: [You feel tired.]
  may: [Massage may help you rest.]
  mayNot: [It does not cure the illness.]
  tell:
    - Say where it hurts.
    - ${tell}
  help: [Call your nurse if you feel ill.]
`,
    });
    const hard = 'Communicate immediately regarding deterioration of pulmonary manifestations.';

    it('may name the illness as often as it likes', () => {
      const tell = 'Say that you have sarcoidosis, and how sarcoidosis feels to you.';
      expect(problems(good, SOURCE, illness('Sarcoidosis is an illness.', tell))).toEqual([]);
    });

    it('is refused when it is hard to read, at its hardest sentence', () => {
      const [found] = problems(
        good,
        SOURCE,
        illness('An illness of several internal organs of the body.', hard),
      );
      expect(found).toMatch(/^conditions\/sarcoidosis\.yaml:11: .* of grade \d+\.\d, .* grade 6/);
    });

    it('is measured as a whole: one long word does no harm', () => {
      expect(
        problems(good, SOURCE, illness('It makes small lumps.', 'Say it immediately.')),
      ).toEqual([]);
    });

    it('is measured for a finding with a page as well', () => {
      const light = rule('lumps-light', 'lumps', citing);
      const lumps = (more: string) => finding('lumps', `${more}\n${light}`);
      const { text } = illness('', 'Say it to us.');
      const page = `codes: { icd10: [D86.9] }\n${text.slice(text.indexOf('page:'))}`;
      const hardPage = page.replace(/You feel tired\.|Massage may help you rest\./g, hard);
      expect(problems(good, SOURCE, lumps(hardPage))[0]).toMatch(
        /^findings\/lumps.* of grade \d+\.\d/,
      );
      expect(problems(good, SOURCE, lumps(page))).toEqual([]);
    });

    it('cites only sources that are written down', () => {
      const page = illness('It makes small lumps.', 'Say how you feel.');
      const text = `${page.text}  sources: [{ source: a-pag, locator: page 1 }]\n`;
      expect(problems(good, SOURCE, { ...page, text })).toEqual([
        'conditions/sarcoidosis.yaml:13: unknown source "a-pag"; did you mean "a-page"?',
      ]);
    });

    it('does not fall apart at a comma unseen', () => {
      const page = illness('It makes small lumps.', 'Say how you feel.');
      const text = `${page.text}symptoms: [Sudden, strong pain]\n`;
      expect(problems(good, SOURCE, { ...page, text })[0]).toMatch(
        /^conditions\/sarcoidosis\.yaml:13: symptoms\.1: begins with a capital/,
      );
    });

    it('and its codes have the form of a code', () => {
      const page = illness('It makes small lumps.', 'Say how you feel.');
      const text = `${page.text}codes: { icd10: [D86.9, sarcoid] }\n`;
      expect(problems(good, SOURCE, { ...page, text })[0]).toMatch(
        /^conditions\/sarcoidosis\.yaml:13: codes\.icd10\.1: an ICD-10 code is like/,
      );
    });
  });

  it('says when the body map is missing', () => {
    const result = loadKnowledge([good, SOURCE], 'test');
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.issues[0]?.message).toBe('the body map is missing');
  });
});
