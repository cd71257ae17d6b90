import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanReport } from '../report/plan-report.ts';
import { SURE_WORDS } from '../report/words.ts';
import { knowledge, TODAY } from '../testing/real-knowledge.ts';
import { type PlanFormat, plan } from './plan.ts';

const run = (text: string, format: PlanFormat = 'text') =>
  plan(knowledge, { text, file: 'client.yaml', today: TODAY, format });
function planned(text: string, format: PlanFormat = 'text') {
  const answer = run(text, format);
  if (!answer.ok) throw new Error(answer.error.join('\n'));
  return answer.value;
}
// Only JSON.stringify of a report is parsed here.
const report = (text: string) => JSON.parse(planned(text, 'json').output) as PlanReport;

const HOT_WRIST = `
client: Ana
conditions: [RA]
others: no
today: { hot joint: right wrist, joint out of step: no, possible septic arthritis: no }
details: { neck not known to be stable: no, bone density not known: no, loose joints: no }
pain: { lower back: moderate }
wishes: [deep tissue]
avoid: [left foot]
`;

describe('the text', () => {
  const { output, exit } = planned(HOT_WRIST);

  test('says the decision first, in words', () => {
    expect(output.split('\n')[0]).toBe('DECISION: Go ahead, with changes (adapt)');
    expect(exit).toBe(0);
  });

  test('has its parts in the order in which they are needed', () => {
    const headings = [
      'Do not touch',
      'Most pressure',
      'Leave out',
      'Heat and cold',
      'Session: ',
      'Why\n',
      'After the session',
      'In the next 48 hours',
      'What was understood',
      'It does not diagnose',
      'Knowledge release',
    ];
    const places = headings.map((heading) => output.indexOf(`${heading}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('says back what was understood, and the client’s own wish not to be touched', () => {
    expect(output).toContain('RA → Rheumatoid arthritis');
    expect(output).toContain('Left foot (the client’s wish)');
  });

  test('gives every reason with how sure it is, and a source with its address', () => {
    const why = output.slice(output.indexOf('\nWhy\n'), output.indexOf('After the session'));
    expect(why).toMatch(
      /rheumatoid-arthritis-hot-joint\/pressure;\s+(expert advice|careful guess)/,
    );
    expect(why).toContain('https://www.massagetherapyreference.com/rheumatoid-arthritis-massage/');
    expect(Object.values(SURE_WORDS).some((words) => why.includes(words))).toBe(true);
  });

  test('asks open questions before anything else, and warns what they could bring', () => {
    const open = planned('conditions: [RA]').output;
    expect(open).toMatch(/^DECISION: .*\n\d+ questions to ask first\. Until they are answered: /);
    expect(open.indexOf('Ask first')).toBeLessThan(open.indexOf('Do not touch'));
  });

  test('is no wider than 80 columns, but for addresses', () => {
    for (const line of output.split('\n'))
      if (!line.includes('http')) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

describe('the report', () => {
  test('holds the same as the text', () => {
    const { limits, plan: session, reasons, decision } = report(HOT_WRIST);
    const ids = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);
    expect(decision).toMatchObject({ known: 'adapt', untilAnswered: 'adapt' });
    expect(ids(limits.doNotTouch)).toEqual(['wrist-right', 'hand-right']);
    expect(ids(limits.clientAvoids)).toEqual(['foot-left']);
    expect(ids(limits.heat.avoid)).toContain('wrist-right');
    const worked = session.segments.flatMap(({ places }) => ids(places));
    expect(worked.some((place) => /^(wrist|hand|palm).*right/.test(place))).toBe(false);
    expect(session.substitutions.map(({ wished }) => wished.id)).toContain('deep-tissue');
    expect(reasons.map(({ limit }) => limit)).toContain('rheumatoid-arthritis-hot-joint/pressure');
  });

  test('an unanswered question counts as yes', () => {
    const { decision, questions } = report('conditions: [RA]');
    expect(decision.untilAnswered).toBe('refer-now');
    expect(questions.length).toBeGreaterThan(0);
    expect(planned('conditions: [RA]').exit).toBe(3);
  });
});

test('any text whatever is a plan or is refused in words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const answer = run(text);
      if (!answer.ok)
        for (const line of answer.error) expect(line).toMatch(/^client\.yaml:\d+: \S/);
    }),
    { numRuns: 300 },
  );
});

test('random client files of real and wrong words are plans or are refused in words', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'RA',
      'Humira',
      'lupus',
      'fever',
      'hot joint',
      'steroid weeks',
      'right wrist',
      'knees',
      'deep tissue',
      'yes',
      'no',
      'none',
      'unknown',
      '52',
      '-1',
      '1e999',
      '0x10',
      '',
      'null',
      '~',
      'pain',
      'mild',
      'prone',
      '1979-02-31',
      '__proto__',
      'constructor',
    ),
    fc.string({ maxLength: 12 }),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      word,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const key = fc.constantFrom(
    'client',
    'born',
    'conditions',
    'medicines',
    'others',
    'today',
    'details',
    'pain',
    'goals',
    'minutes',
    'wishes',
    'avoid',
    'positions',
    'consents',
    'training',
    'clearances',
  );
  fc.assert(
    fc.property(fc.dictionary(key, value, { noNullPrototype: true }), (file) => {
      const answer = run(JSON.stringify(file), 'json');
      if (answer.ok) expect(JSON.parse(answer.value.output)).toHaveProperty('decision');
      else for (const line of answer.error) expect(line).toMatch(/^client\.yaml:\d+: \S/);
    }),
    { numRuns: 500 },
  );
});
