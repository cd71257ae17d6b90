import { describe, expect, test } from 'vitest';
import { engine, knowledge } from '../testing/real-knowledge.ts';
import { explain } from './explain.ts';

function explained(word: string): string {
  const answer = explain(knowledge, word);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

describe('a limit, a rule or a subject', () => {
  test('a limit is explained alone', () => {
    const text = explained('rheumatoid-arthritis-hot-joint/pressure');
    expect(text).toContain('Limit rheumatoid-arthritis-hot-joint/pressure');
    expect(text).not.toContain('rheumatoid-arthritis-hot-joint/heat');
    expect(text).toContain('Basis: a source says this very limit');
    expect(text).toContain('https://www.massagetherapyreference.com/');
    expect(text).toContain('Released: ');
  });

  test('a rule is explained with all its limits', () => {
    const text = explained('rheumatoid-arthritis-hot-joint');
    expect(text).toContain('/pressure');
    expect(text).toContain('/heat');
  });

  test('a word leads to its subject with every rule', () => {
    const text = explained('RA');
    expect(text).toContain('Rheumatoid arthritis (condition rheumatoid-arthritis)');
    expect(text).toContain('Rule rheumatoid-arthritis-hot-joint');
    expect(explained('humira')).toContain('TNF inhibitors');
  });

  // Hundreds of runs of the command, each of which compiles the knowledge.
  const PATIENCE = 60_000;
  test(
    'every limit and every subject can be explained, and says what releases each limit',
    () => {
      for (const { limits } of engine.rules)
        for (const { id } of limits) expect(explained(id), id).toContain('Released: ');
      for (const subject of [...engine.facts, ...engine.techniques])
        expect(explained(subject.id), subject.id).toContain(subject.name);
    },
    PATIENCE,
  );
});

test.each([
  ['rheumatoid-arthritis-hot-jont', 'did you mean "rheumatoid-arthritis-hot-joint"'],
  ['Humria', 'did you mean "Humira"?'],
  ['qqqqqq', 'no limit, rule, condition, medicine, finding or technique is called "qqqqqq"'],
])('%s is not known', (word, message) => {
  const answer = explain(knowledge, word);
  expect(!answer.ok && answer.error).toContain(message);
});
