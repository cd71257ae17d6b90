/** Everything the plan screen shows, worked out again in the page after each answer. */
import type { Reason, Statement } from '@assuage/safety';
import { useCallback, useMemo } from 'react';
import { type Said, stamped } from '../../state/answers.ts';
import { type Choices, parseChoices, usualChoices } from '../../state/choices.ts';
import { type Session, type Standing, sessionOf, standingOf } from '../../state/derive.ts';
import { type Author, authorOf, newEntry } from '../../state/entries.ts';
import type { BodyOf } from '../../state/record.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useDraft } from '../../state/use-draft.ts';

export interface PlanAtWork extends ClientAtWork {
  readonly today: string;
  readonly author: Author;
  readonly standing: Standing;
  readonly session: Session;
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
  readonly answer: (...said: readonly Said[]) => void;
  /** "These are all": nothing else of the kind. */
  readonly noOthers: (kind: 'condition' | 'medicine') => void;
  readonly depart: (limits: readonly Reason[], reason: string) => void;
}

/** The same statement as an entry holds it. */
const writable = ({ places, ...rest }: Statement): BodyOf<'fact'>['statements'][number] => ({
  ...rest,
  ...(places ? { places: [...places] } : {}),
});

export function usePlan(at: ClientAtWork, handle: ClientHandle, today: string): PlanAtWork {
  const { engine, practice, record } = at;
  const { save } = handle;
  const client = record.client.id;
  const [changes, setChanges] = useDraft(`choices.${client}.${today}`, parseChoices);

  const author = useMemo(() => authorOf(practice), [practice]);
  const choices = useMemo(
    () => ({ ...usualChoices(record, today), ...changes }),
    [record, today, changes],
  );
  const standing = useMemo(() => standingOf(engine, record, today), [engine, record, today]);
  const session = useMemo(
    () => sessionOf(engine, record, standing, choices, practice.therapist.training, today),
    [engine, record, standing, choices, practice, today],
  );

  const choose = useCallback(
    (change: Partial<Choices>) => setChanges({ ...changes, ...change }),
    [changes, setChanges],
  );
  const answer = useCallback(
    (...said: readonly Said[]) => {
      const now = new Date();
      const statements = stamped(said, record.statements, author.name, now).map(writable);
      void save([newEntry('fact', client, author, { statements }, now)]);
    },
    [save, client, author, record],
  );
  const noOthers = useCallback(
    (kind: 'condition' | 'medicine') =>
      void save([newEntry('fact', client, author, { statements: [], listed: { [kind]: true } })]),
    [save, client, author],
  );
  const depart = useCallback(
    (limits: readonly Reason[], reason: string) =>
      void save([
        newEntry('departure', client, author, {
          limits: limits.map(({ limit }) => limit),
          reason,
        }),
      ]),
    [save, client, author],
  );
  return { ...at, today, author, standing, session, choices, choose, answer, noOthers, depart };
}
