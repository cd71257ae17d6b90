import { useState } from 'react';
import type { Level, Mark } from '../../body-map/marks.ts';
import { AnswerButtons, YES_NO_NOT_SURE } from '../../components/answer-buttons.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Status } from '../../components/status.tsx';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { checkInErrors, checkInTexts, checkInWords } from '../../texts.ts';
import { CheckAnswers } from './check-answers.tsx';
import type { Draft, FollowUpAnswer, PainPlace } from './draft.ts';
import { FollowUpQuestion } from './follow-up-question.tsx';
import { MapQuestion } from './map-question.tsx';
import { NewsQuestion } from './news-question.tsx';
import { PainScale } from './pain-scale.tsx';
import { QUESTION, QuestionPage } from './question-page.tsx';
import { summaryOf } from './summary.ts';
import { UrgentHelp } from './urgent-help.tsx';
import { type CheckInAtWork, useCheckIn } from './use-check-in.ts';

interface CheckInProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
}

/** One question after the other, then all answers, then sent. */
export function CheckIn({ at, handle }: CheckInProps) {
  const checkIn = useCheckIn(at, handle);
  const { step, steps, before, isUrgent } = checkIn;
  // Where the mistake was made: it is forgotten when the question is left.
  const [mistakeAt, setMistakeAt] = useState<string>();
  const { client } = at.record;
  const failure = handle.saving.status === 'failed' ? <NotSent onAgain={checkIn.send} /> : null;

  if (isUrgent)
    return (
      <UrgentHelp
        error={failure}
        onSend={checkIn.send}
        onGoOn={checkIn.goOnAnyway}
        onChange={checkIn.changeLast}
      />
    );

  const { question, hint } = wordsOf(step);
  return (
    <QuestionPage
      client={client}
      question={question}
      hint={hint}
      number={steps.indexOf(step) + 1}
      back={before?.id}
      hasError={mistakeAt === step.id || (step.id === 'check' && failure !== null)}
    >
      {step.id === 'check' ? failure : null}
      <Question
        key={step.id}
        at={at}
        checkIn={checkIn}
        isSending={handle.saving.status === 'saving'}
        onError={(hasError) => setMistakeAt(hasError ? step.id : undefined)}
      />
    </QuestionPage>
  );
}

function NotSent({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <ErrorSummary
      title={checkInErrors.notSent}
      errors={[{ text: checkInErrors.kept }, { text: checkInErrors.tellTherapist }]}
    >
      <button type="button" className="button button-main" onClick={onAgain}>
        {checkInErrors.tryAgain}
      </button>
    </ErrorSummary>
  );
}

function wordsOf(step: CheckInAtWork['step']): {
  readonly question: string;
  readonly hint?: string | undefined;
} {
  if ('followUp' in step) {
    const { text, hint } = step.followUp.question;
    return { question: text, hint };
  }
  return QUESTIONS[step.id];
}

const { ill, worse, joint, jointWhere, leg, news, pain, painWhere, check } = checkInTexts;
const QUESTIONS = {
  ill,
  worse,
  joint,
  'joint-where': jointWhere,
  leg,
  news,
  pain,
  'pain-where': painWhere,
  check,
} as const;

interface QuestionProps {
  readonly at: ClientAtWork;
  readonly checkIn: CheckInAtWork;
  readonly isSending: boolean;
  readonly onError: (hasError: boolean) => void;
}

/** What answers the question of a step. */
function Question({ at, checkIn, isSending, onError }: QuestionProps) {
  const { draft, step, steps, note, answer, send } = checkIn;
  const { body } = at.engine;
  if ('followUp' in step)
    return (
      <FollowUpQuestion
        engine={at.engine}
        followUp={step.followUp}
        onError={onError}
        onAnswer={(said) => answer({ followUps: withAnswer(draft, said) })}
      />
    );
  switch (step.id) {
    case 'ill':
    case 'leg':
      return (
        <AnswerButtons
          labelledBy={QUESTION}
          answers={YES_NO_NOT_SURE}
          chosen={draft[step.id]}
          onAnswer={(said) => answer({ [step.id]: said })}
        />
      );
    case 'joint':
      return (
        <AnswerButtons
          labelledBy={QUESTION}
          answers={YES_NO_NOT_SURE}
          chosen={draft.joint}
          // A "yes" shows the map, a changed one again.
          onAnswer={(said) =>
            answer({ joint: said, mapsDone: draft.mapsDone.filter((map) => map !== 'joint-where') })
          }
        />
      );
    case 'worse':
      return (
        <AnswerButtons
          labelledBy={QUESTION}
          answers={WORSE}
          chosen={draft.worse}
          onAnswer={(said) => answer({ worse: said })}
        />
      );
    case 'news':
      return (
        <NewsQuestion
          chosen={draft.news}
          onError={onError}
          onAnswer={(said) => answer({ news: said })}
        />
      );
    case 'pain':
      return <PainScale chosen={draft.pain} onAnswer={(said) => answer({ pain: said })} />;
    case 'joint-where':
      return (
        <MapQuestion
          body={body}
          kind="flare"
          offer="joints"
          marks={draft.joints.map((place) => ({ kind: 'flare', place }))}
          nothing={jointWhere.clear}
          onChange={(marks) => note({ joints: marks.map(({ place }) => place) })}
          onDone={() => answer({ mapsDone: [...draft.mapsDone, 'joint-where'] })}
        />
      );
    case 'pain-where':
      return <PainWhere at={at} checkIn={checkIn} />;
    case 'check':
      return (
        <>
          <CheckAnswers
            client={at.record.client.id}
            lines={summaryOf(body, draft, steps)}
            wish={draft.wish}
            isSending={isSending}
            onWish={(wish) => note({ wish })}
            onSend={send}
          />
          <Status>{isSending ? checkInWords.sending : checkInWords.saved}</Status>
        </>
      );
    default:
      return null;
  }
}

const WORSE = [
  { value: 'no', label: worse.answers.no },
  { value: 'bit', label: worse.answers.bit },
  { value: 'lot', label: worse.answers.lot },
] as const;

/** Where it hurts: the last time is shown, and taken over only by a tap that says so. */
function PainWhere({ at, checkIn }: Pick<QuestionProps, 'at' | 'checkIn'>) {
  const { draft, note, answer } = checkIn;
  const lastTime = at.record.checkIns.findLast((earlier) => earlier.pain.length > 0)?.pain ?? [];
  const mapsDone = [...draft.mapsDone, 'pain-where'] as const;
  return (
    <>
      {lastTime.length > 0 ? <p className="hint">{painWhere.lastTime}</p> : null}
      <MapQuestion
        body={at.engine.body}
        kind="pain"
        offer="anywhere"
        marks={draft.painPlaces.map((place): Mark => ({ kind: 'pain', ...place }))}
        lastTime={lastTime.map(({ place }) => place)}
        newLevel={levelFor(draft.pain ?? 0)}
        nothing={painWhere.nothing}
        onChange={(marks) => note({ painPlaces: marks.flatMap(painPlace) })}
        shortcut={
          lastTime.length > 0
            ? {
                label: painWhere.same,
                onChoose: () => answer({ painPlaces: [...lastTime], mapsDone }),
              }
            : undefined
        }
        onDone={() => answer({ mapsDone })}
      />
    </>
  );
}

const painPlace = (mark: Mark): PainPlace[] =>
  mark.kind === 'pain' ? [{ place: mark.place, level: mark.level }] : [];

/** How bad a newly marked place is until the person says otherwise: as bad as the pain as a whole. */
const levelFor = (now: number): Level => (now <= 3 ? 1 : now <= 6 ? 2 : 3);

const withAnswer = (draft: Draft, said: FollowUpAnswer): readonly FollowUpAnswer[] => [
  ...draft.followUps.filter(({ kind, fact }) => kind !== said.kind || fact !== said.fact),
  said,
];
