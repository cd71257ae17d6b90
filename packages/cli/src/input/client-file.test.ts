import { describe, expect, test } from 'vitest';
import { engine, search, TODAY } from '../testing/real-knowledge.ts';
import { type ClientFile, readClientFile } from './client-file.ts';

const read = (text: string) =>
  readClientFile(text, { engine, search, file: 'client.yaml', today: TODAY });
function client(text: string): ClientFile {
  const result = read(text);
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'));
  return result.value;
}
const issues = (text: string): string[] => {
  const result = read(text);
  return result.ok ? [] : result.error.map(({ line, message }) => `${line}: ${message}`);
};
const answer = (text: string, fact: string) => {
  const statement = client(text).profile.facts.get(fact);
  return (
    statement &&
    [statement.answer, ...(statement.places ?? []), statement.value].filter((x) => x !== undefined)
  );
};

describe('answers', () => {
  test.each([
    ['conditions: [RA]', 'rheumatoid-arthritis', ['yes']],
    ['conditions: RA, lupus', 'lupus', ['yes']],
    ['illness: RA', 'rheumatoid-arthritis', ['yes']],
    ['conditions: { RA: no }', 'rheumatoid-arthritis', ['no']],
    ['medicines: [Humira]', 'tnf-inhibitors', ['yes']],
    ['medicines: [fentanyl patch: left upper arm]', 'fentanyl-patch', ['yes', 'upper-arm-left']],
    ['medicines: [GTN patch]', 'transdermal-patches', ['yes']],
    ['medicines: [GTN patch]', 'vasodilators', ['yes']],
    ['medicines: { GTN patch: left chest }', 'transdermal-patches', ['yes', 'chest-left']],
    ['medicines: { GTN patch: left chest }', 'vasodilators', ['yes']],
    ['medicines: { methotrexate: no }', 'methotrexate', ['no']],
    ['medicines: [ibuprofen, naproxen]', 'nsaids', ['yes']],
    ['today: [fever]', 'fever', ['yes']],
    ['today: { fever: No }', 'fever', ['no']],
    ['today: { fever: false }', 'fever', ['no']],
    ['today: { fever: not sure }', 'fever', ['unknown']],
    ['today: { fever: "?" }', 'fever', ['unknown']],
    ['today: { hot joint: right wrist }', 'hot-joint', ['yes', 'wrist-right']],
    [
      'today: { hot joint: [R wrist, knees] }',
      'hot-joint',
      ['yes', 'wrist-right', 'knee-right', 'knee-left'],
    ],
    [
      'today: { hot joint: right knee and left wrist }',
      'hot-joint',
      ['yes', 'knee-right', 'wrist-left'],
    ],
    ['today: { hot joint: yes }', 'hot-joint', ['yes']],
    ['details: { steroid weeks: 52 }', 'steroid-weeks', ['yes', 52]],
    ['details: { steroid weeks: 14 days }', 'steroid-weeks', ['yes', 2]],
    ['details: { prednisolone dose: 10 mg }', 'steroid-dose-mg', ['yes', 10]],
    ['details: { steroid weeks: unknown }', 'steroid-weeks', ['unknown']],
    ['today: { hours since insulin: 30 minutes ago }', 'hours-since-insulin', ['yes', 0.5]],
  ])('%s', (text, fact, wanted) => {
    expect(answer(text, fact)).toEqual(wanted);
  });

  test('what was not asked stays unknown', () => {
    expect(answer('conditions: [RA]', 'fever')).toBeUndefined();
    expect(client('conditions: [RA]').profile.listed).toEqual({
      condition: false,
      medicine: false,
    });
  });

  test('"none" and "no others" say that a list is complete, "others: no" that everything was asked', () => {
    expect(client('conditions: none').profile.listed).toEqual({ condition: true, medicine: false });
    expect(client('medicines: [Humira, no others]').profile.listed.medicine).toBe(true);
    expect(answer('others: no', 'fever') ?? answer('others: no', 'unwell-today')).toEqual(['no']);
  });
});

test('the rest of a client file', () => {
  const file = client(`
name: Ana
date of birth: 1979-4-2
pain: { right wrist: severe, lower back: 1, left foot: none }
goals: [pain, relaxation, ROM]
time: 45 minutes
wishes: [warm stones]
do not touch: [left foot]
positions: [face up, side]
consents: [right buttock]
clearances:
  - limits: [rheumatoid-arthritis-no-deep-work]
    by: Dr Lee
    from: 2026-01-01
    until: 2026-12-31
`);
  expect(file).toMatchObject({
    name: 'Ana',
    born: '1979-04-02',
    pain: [
      { place: 'wrist-right', level: 3 },
      { place: 'lower-back', level: 1 },
    ],
    goals: ['pain', 'stress', 'range-of-motion'],
    minutes: 45,
    wishes: ['hot-stone'],
    avoid: ['foot-left'],
    positions: ['supine', 'side-lying'],
    consents: ['buttock-right'],
    clearances: [{ by: 'Dr Lee', from: '2026-01-01', until: '2026-12-31' }],
  });
  expect(file.clearances[0]?.limits).toEqual([
    'rheumatoid-arthritis-no-deep-work/exclude',
    'rheumatoid-arthritis-no-deep-work/pressure',
  ]);
});

test('every word is said back with its meaning and line', () => {
  const { understood } = client(
    'conditions:\n  - RA\nmedicines: [Humira]\ntoday: { hot joint: r. wrist }',
  );
  expect(understood).toEqual([
    { line: 2, said: 'RA', meaning: 'Rheumatoid arthritis' },
    { line: 3, said: 'Humira', meaning: 'TNF inhibitors' },
    {
      line: 4,
      said: 'hot joint: r. wrist',
      meaning: `${engine.fact('hot-joint')?.name}: Right wrist`,
    },
  ]);
});

describe('clearances that change nothing are noted', () => {
  test('one that is over', () => {
    const file = client(
      'clearances: { limits: rheumatoid-arthritis-no-deep-work, by: Dr Lee, from: 2025-01-01, until: 2025-12-31 }',
    );
    expect(file.notes.join('\n')).toContain('from 2025-01-01 to 2025-12-31: not on 2026-03-02');
  });
  test('one for getting help now', () => {
    const urgent = engine.rules
      .flatMap(({ limits }) => limits)
      .find(({ limit }) => 'decision' in limit && limit.decision === 'refer-now');
    const file = client(
      `clearances: { limits: ${urgent?.id}, by: Dr Lee, from: 2026-01-01, until: 2026-12-31 }`,
    );
    expect(file.notes).toContain(`No clearance can lift ${urgent?.id}.`);
  });
});

describe('mistakes', () => {
  test.each([
    ['conditons: [RA]', '1: unknown key "conditons"; did you mean "conditions"'],
    ['favourite colour: blue', '1: unknown key "favourite colour"; the keys here are client'],
    ['name: A\nclient: B', '2: "client" is given twice: also on line 1 (as "name")'],
    ['born: 1979-02-31', '1: born: there is no such day'],
    ['born: 2026-03-03', '1: born: 2026-03-03 is in the future'],
    ['born: 1790-01-01', '1: born: 1790-01-01 is too long ago'],
    ['conditions: [rheumatod]', '1: unknown condition "rheumatod"; did you mean "rheumatoid"?'],
    ['conditions: [Humira]', '1: "Humira" is a medicine: put it under "medicines"'],
    ['medicines: [xyzzyol]', '1: unknown medicine "xyzzyol"'],
    [
      'medicines: [prednisolone 10 mg]',
      '1: unknown medicine "prednisolone 10 mg"; did you mean "prednisolone"?',
    ],
    [
      'medicines: { ibuprofen: no }',
      '1: "ibuprofen: no" says nothing about other medicines of its kind: write "Anti-inflammatory painkillers (NSAIDs): no"',
    ],
    ['medicines: []', '1: medicines: write "none" if there are none'],
    ['conditions:', '1: conditions: write "none" if there are none'],
    [
      'conditions: [none, RA]',
      '1: conditions: "none" and "Rheumatoid arthritis" cannot both be true',
    ],
    [
      'conditions: none\ntoday: { RA: yes }',
      '2: two answers contradict each other: "conditions" says',
    ],
    [
      'today: { RA: yes, rheumatoid: no }',
      '1: two answers contradict each other: "Rheumatoid arthritis" was answered twice',
    ],
    [
      'today:\n  RA: yes\n  inflammatory arthritis: no',
      '3: two answers contradict each other: "Rheumatoid arthritis" was answered yes, but "Inflammatory arthritis" was answered no',
    ],
    ['today:\n  fever: yes\n  fever: no', '3: "fever" is given twice: also on line 2'],
    [
      'today: { fever: right wrist }',
      '1: "fever" is not answered like that: write yes, no or unknown',
    ],
    ['today: { fever: }', '1: "fever" has no answer: write yes, no or unknown'],
    ['today: no', '1: today: write each answer on a line of its own'],
    [
      'today: { hot joint: left elbw }',
      '1: hot joint: unknown body place "left elbw"; did you mean "Left elbow"?',
    ],
    [
      'today: { hot joint: wrist }',
      'did you mean "Left wrist", "Right and left wrist" or "Right wrist"? (which side?)',
    ],
    [
      'today: { hot joint: right thigh }',
      '1: hot joint: Right thigh has no joint; name the nearest joint',
    ],
    [
      'details: { steroid weeks: 5000 }',
      '1: steroid weeks: 5000 is out of range: it goes from 0 to 3000 weeks',
    ],
    ['details: { steroid weeks: -1 }', '1: steroid weeks: -1 is out of range'],
    [
      'details: { steroid weeks: yes }',
      '1: steroid weeks: "yes" is not understood: write a number (weeks)',
    ],
    ['details: { steroid weeks: 2 years }', '1: steroid weeks: "2 years" is not understood'],
    [
      'details: [steroid weeks]',
      '1: "steroid weeks" is a number: write "steroid weeks: …" in weeks',
    ],
    ['pain: [lower back]', '1: pain: write lines such as'],
    [
      'pain: { lower back: awful }',
      '1: pain in lower back: "awful" is not mild, moderate or severe',
    ],
    [
      'pain: { lower back: mild, low back: severe }',
      '1: two different answers about pain in low back: see also line 1',
    ],
    ['pain: { third arm: mild }', '1: pain: unknown body place "third arm"'],
    ['goals: [slep]', '1: goals: unknown word "slep"; did you mean "sleep"?'],
    ['minutes: 600', '1: minutes: 600 is out of range: a session has 5 to 180 minutes'],
    ['minutes: an hour', '1: minutes: "an hour" is not a whole number of minutes'],
    [
      'wishes: [deep tisue]',
      '1: unknown technique "deep tisue"; did you mean "Deep tissue massage"?',
    ],
    ['wishes: [stretching]', '1: "stretching" is a group of techniques; name one, such as'],
    ['avoid: [left fot]', '1: avoid: unknown body place "left fot"; did you mean "Left foot"'],
    ['positions: []', '1: positions: name at least one'],
    ['positions: [upside down]', '1: positions: unknown word "upside down"; choose from prone'],
    ['others: perhaps', '1: others: write "no" when'],
    ['clearances: [{ limits: [x] }]', '1: unknown limit "x"'],
    ['clearances: [{ limits: [x] }]', '1: this clearance has no "until"'],
    [
      'clearances: { limits: rheumatoid-arthritis-no-deep-work, by: L, from: 2026-02-01, until: 2026-01-01 }',
      '1: this clearance ends (2026-01-01) before it begins (2026-02-01)',
    ],
    ['- a\n- b', '1: a client file should be lines such as'],
    ['hello', '1: a client file should be lines such as'],
  ])('%j', (text, message) => {
    expect(issues(text).join('\n')).toContain(message);
  });

  test('all come at once, in the order of the file', () => {
    const found = issues('born: 1979-02-31\nconditions: [rheumatod]\nfoo: 1\nminutes: x');
    expect(found.map((issue) => issue.slice(0, 2))).toEqual(['1:', '2:', '3:', '4:']);
  });
});
