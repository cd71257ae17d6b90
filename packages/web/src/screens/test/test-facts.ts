import type { PersonTest, TestFacts } from '@assuage/outcomes';
import type { ClientRecord } from '../../state/record.ts';
import { testWorkTexts as texts } from './test.words.ts';

/** What a test is judged and reported by. */
export function factsOf(
  { trial, fixed, primary, secondary, asOf, notes, medicines, ended }: PersonTest,
  { sessions }: Pick<ClientRecord, 'sessions'>,
): TestFacts {
  return {
    question: primary.question,
    days: primary.days,
    trial,
    today: asOf,
    hash: fixed.hash,
    told: fixed.told,
    secondary: secondary.map(({ question, days }) => ({ question, days })),
    sessions: sessions.map(({ on }) => on.slice(0, 10)).filter((day) => day <= asOf),
    changes: notes.map(({ on, text }) => ({ day: on.slice(0, 10), text })),
    medicineChanges: medicines,
    ...(fixed.prior && { prior: fixed.prior }),
    ...(ended && { ended: { day: ended.on, why: withNote(texts.whys[ended.why], ended.note) } }),
  };
}

const withNote = (why: string, note: string): string => (note === '' ? why : `${why}: ${note}`);
