import type { PersonTest, TestFacts } from '@assuage/outcomes';
import type { Engine } from '@assuage/safety';
import type { ClientRecord } from '../../state/record.ts';
import { reactionsBy } from '../../state/ways.ts';
import { testWorkTexts as texts } from './test.words.ts';

/** What a test is judged and reported by; of harms, the reactions after the sessions within it. */
export function factsOf(
  { trial, fixed, primary, secondary, asOf, notes, medicines, ended }: PersonTest,
  engine: Pick<Engine, 'technique'>,
  record: ClientRecord,
): TestFacts {
  const sessions = record.sessions.filter(({ on }) => on.slice(0, 10) <= asOf);
  const within = sessions.filter(({ on }) => on.slice(0, 10) >= trial.start);
  return {
    question: primary.question,
    days: primary.days,
    trial,
    today: asOf,
    hash: fixed.hash,
    told: fixed.told,
    secondary: secondary.map(({ question, days }) => ({ question, days })),
    sessions: sessions.map(({ on }) => on.slice(0, 10)),
    changes: notes.map(({ on, text }) => ({ day: on.slice(0, 10), text })),
    medicineChanges: medicines,
    reactions: reactionsBy(engine, { ...record, sessions: within }, 'technique', asOf),
    ...(fixed.prior && { prior: fixed.prior }),
    ...(ended && { ended: { day: ended.on, why: withNote(texts.whys[ended.why], ended.note) } }),
  };
}

const withNote = (why: string, note: string): string => (note === '' ? why : `${why}: ${note}`);
