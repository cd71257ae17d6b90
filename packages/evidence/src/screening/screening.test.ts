import { describe, expect, it } from 'vitest';
import {
  AGREED,
  agreementOf,
  flowOf,
  type ScreeningDecision,
  type Stage,
  standingOf,
} from './screening.ts';

const says = (
  paper: string,
  isIn: boolean,
  stage: Stage = 'title',
  reader = 'Ann',
  reason?: string,
): ScreeningDecision => ({ paper, reader, stage, isIn, reason });

describe('where a paper stands', () => {
  it('goes through its title, then its full text', () => {
    expect(standingOf([])).toEqual({ at: 'undecided', stage: 'title' });
    expect(standingOf([says('a', true)])).toEqual({ at: 'undecided', stage: 'full-text' });
    expect(standingOf([says('a', true), says('a', true, 'full-text')])).toEqual({ at: 'in' });
    expect(standingOf([says('a', false, 'title', 'Ann', 'not massage')])).toEqual({
      at: 'out',
      stage: 'title',
      reason: 'not massage',
    });
  });

  it('is disputed while two readers disagree, until they agree on a word', () => {
    const both = [says('a', true), says('a', false, 'title', 'Ben', 'animals')];
    expect(standingOf(both)).toEqual({ at: 'disputed', stage: 'title' });
    expect(standingOf([...both, says('a', true, 'title', AGREED)])).toEqual({
      at: 'undecided',
      stage: 'full-text',
    });
  });

  it('follows the later word of a reader', () => {
    expect(standingOf([says('a', false), says('a', true)])).toMatchObject({ at: 'undecided' });
  });
});

it('counts every record in one place', () => {
  const flow = flowOf(['a', 'b', 'c', 'd', 'e', 'f'], 3, [
    says('a', false),
    says('b', true),
    says('b', true, 'full-text'),
    says('c', true),
    says('c', false, 'full-text', 'Ann', 'no control group'),
    says('d', true),
    says('e', true),
    says('e', false, 'title', 'Ben'),
    says('not in this search', true),
  ]);
  expect(flow).toEqual({
    identified: 9,
    duplicates: 3,
    screened: 6,
    outByTitle: 1,
    assessed: 3,
    outByFullText: [['no control group', 1]],
    included: 1,
    open: { title: { undecided: 1, disputed: 1 }, 'full-text': { undecided: 1, disputed: 0 } },
  });
  const { open, screened, outByTitle, assessed } = flow;
  expect(outByTitle + assessed + open.title.undecided + open.title.disputed).toBe(screened);
});

describe('how well two readers agree', () => {
  // Ten papers: both in 4, both out 4, one each way. Alike 0.8; by chance 0.5·0.5 + 0.5·0.5 = 0.5;
  // kappa = (0.8 − 0.5) / (1 − 0.5) = 0.6.
  const pairs = [
    ...Array.from({ length: 4 }, () => [true, true] as const),
    ...Array.from({ length: 4 }, () => [false, false] as const),
    [true, false] as const,
    [false, true] as const,
  ];
  const decisions = pairs.flatMap(([a, b], i) => [
    says(`${i}`, a),
    says(`${i}`, b, 'title', 'Ben'),
  ]);

  it('is kappa, which takes chance away', () => {
    const agreement = agreementOf([...decisions, says('0', false, 'title', AGREED)]);
    expect(agreement).toMatchObject({ readers: ['Ann', 'Ben'], both: 10, same: 8 });
    expect(agreement?.kappa).toBeCloseTo(0.6, 12);
  });

  it('is undefined with one reader, and has no kappa where both always say the same', () => {
    expect(agreementOf([says('a', true)])).toBeUndefined();
    const same = [says('a', true), says('a', true, 'title', 'Ben')];
    expect(agreementOf(same)).toEqual({ readers: ['Ann', 'Ben'], both: 1, same: 1 });
  });
});
