import { ratingsAfterSession } from '@assuage/outcomes';
import { conditionsIn } from '@assuage/safety';
import { useMemo, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { WriteFold } from '../../components/write-fold.tsx';
import { standingOf } from '../../state/derive.ts';
import { loadMeasures } from '../../state/measures.ts';
import type { SessionEntry } from '../../state/record.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { writerOf } from '../../state/writer.ts';
import { afterSessionTexts as texts } from './after-session.words.ts';

interface AfterSessionProps {
  readonly session: SessionEntry;
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const ANSWERS = Array.from({ length: 11 }, (_, n) => [String(n), String(n)] as const);

/** The ratings right after a session, read aloud by the therapist, on its own day only. */
export function AfterSession(props: AfterSessionProps) {
  return props.session.on.slice(0, 10) === props.today ? <OnItsDay {...props} /> : null;
}

function OnItsDay({ session, at, handle, today }: AfterSessionProps) {
  const { engine, record } = at;
  const { loaded } = useLoaded(loadMeasures);
  const conditions = useMemo(
    () => conditionsIn(engine, standingOf(engine, record, today).profile),
    [engine, record, today],
  );
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  if (loaded.status !== 'here') return null;
  const measures = loaded.value;
  // The pain after the session is a part of its record, and is not asked twice.
  const ratings = ratingsAfterSession(measures, record, { conditions }, today).filter(
    ({ measure }) => measure !== 'nrs-pain-now' || session.painAfter === null,
  );
  const open = ratings.filter(({ isAnswered }) => !isAnswered);
  const write = writerOf(at, handle);
  const given = open.filter(({ measure }) => (answers[measure] ?? '') !== '');
  const add = async () => {
    for (const { measure } of given)
      await write('score', {
        measure,
        release: measures.release,
        answers: { [measure]: Number(answers[measure]) },
        filled: 'read-aloud',
        note: '',
      });
  };
  if (ratings.length === 0) return null;
  if (open.length === 0) return <p>{texts.done}</p>;
  return (
    <WriteFold summary={texts.ask}>
      <p>{texts.readAloud}</p>
      {open.map(({ measure, question, low, high }) => (
        <ChoiceList
          key={measure}
          legend={texts.question(question, low, high)}
          choices={[...ANSWERS, ['', texts.notAsked]]}
          chosen={answers[measure] ?? ''}
          onChoose={(answer) => setAnswers({ ...answers, [measure]: answer })}
        />
      ))}
      <p className="hint">{texts.notAnEffect}</p>
      <button
        type="button"
        className="button"
        aria-disabled={given.length === 0}
        onClick={() => void add()}
      >
        {texts.add}
      </button>
    </WriteFold>
  );
}
