import type { OpenQuestion, Statement } from '@assuage/safety';
import { describe, expect, it } from 'vitest';
import { arrange, firstOpen, pressedFor, saidBy, stamped } from './answers.ts';

const question = (id: string, kind: OpenQuestion['kind'] = 'yes-no'): OpenQuestion => ({
  id,
  kind,
  text: `${id}?`,
  yesMeans: 'yes',
  worst: 'adapt',
  rules: [],
});
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('a button', () => {
  it.each([
    ['yes', 'yes', 'yes'],
    ['no', 'yes', 'no'],
    ['unknown', 'yes', 'unknown'],
    // "Has your neck been checked?": yes means that it is not unchecked.
    ['yes', 'no', 'no'],
    ['no', 'no', 'yes'],
    ['unknown', 'no', 'unknown'],
  ] as const)(
    '%s, where yes means %s, says %s, and stands pressed for it',
    (pressed, yesMeans, answer) => {
      const said = saidBy({ id: 'a', yesMeans }, pressed);
      expect(said).toEqual({ fact: 'a', answer });
      expect(pressedFor(yesMeans, { ...said, by: 'Jo', at: '2026-03-02T09:00' })).toBe(pressed);
    },
  );

  it('stands unpressed for what nobody answered', () => {
    expect(pressedFor('yes', undefined)).toBeUndefined();
  });
});

describe('the time of an answer', () => {
  const now = new Date(2026, 2, 2, 9, 42, 7, 120);
  const earlier = (at: string): Statement[] => [{ fact: 'a', answer: 'no', by: 'Ana', at }];

  it('is now', () => {
    expect(stamped([{ fact: 'a', answer: 'yes' }], earlier('2026-03-02T07:00'), 'Jo', now)).toEqual(
      [{ fact: 'a', answer: 'yes', by: 'Jo', at: '2026-03-02T09:42:07.120' }],
    );
  });

  it('is later than what it corrects, when that came from a clock that runs ahead', () => {
    const [statement] = stamped(
      [{ fact: 'a', answer: 'yes' }],
      earlier('2026-03-02T10:00'),
      'Jo',
      now,
    );
    expect(statement?.at).toBe('2026-03-02T10:00:00.001');
  });
});

describe('the questions on the screen', () => {
  it('come in the order of their consequence', () => {
    expect(ids(arrange([], [question('a'), question('b')]))).toEqual(['a', 'b']);
  });

  it('stay in their places when one is answered, and new ones come after them', () => {
    const met = [question('a'), question('b'), question('c')];
    const rows = arrange(met, [question('new'), question('b'), question('c')]);
    expect(ids(rows)).toEqual(['a', 'b', 'c', 'new']);
    expect(rows.map(({ isOpen }) => isOpen)).toEqual([false, true, true, true]);
  });

  it('ask for the place beside the question that was answered with yes', () => {
    const [row] = arrange([question('hot-joint')], [question('hot-joint', 'where')]);
    expect(row).toMatchObject({
      id: 'hot-joint',
      isOpen: true,
      question: { kind: 'yes-no' },
      where: { kind: 'where' },
    });
  });

  it('are cut after the first open ones; answered ones do not count', () => {
    const met = [question('a'), question('b')];
    const rows = arrange(met, [question('b'), question('c'), question('d')]);
    expect(ids(firstOpen(rows, 2))).toEqual(['a', 'b', 'c']);
  });
});
