import { Link } from '@tanstack/react-router';
import { AnswerButtons } from '../../components/answer-buttons.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Page } from '../../components/page.tsx';
import { Status } from '../../components/status.tsx';
import { weekday } from '../../components/times.ts';
import { checkInErrors } from '../../texts.ts';
import { PainScale } from '../check-in/pain-scale.tsx';
import { QUESTION, QuestionPage } from '../check-in/question-page.tsx';
import { answerTo, type Draft, openQuestions, type Step } from './flow.ts';
import { ratingsTexts as texts } from './ratings.words.ts';
import { type RatingsAtWork, type RatingsProps, useRatings } from './use-ratings.ts';

const FEELINGS = [
  { value: 'better', label: texts.feelings.better },
  { value: 'same', label: texts.feelings.same },
  { value: 'worse', label: texts.feelings.worse },
] as const;

/** One question after the other, then all answers, then sent. */
export function Ratings(props: RatingsProps) {
  const ratings = useRatings(props);
  const { draft, step, steps, before, isDone } = ratings;
  const { client } = props.at.record;
  const { status } = props.handle.saving;
  if (isDone) return <Done asked={props.asked} hasSent={ratings.hasSent} onBegin={ratings.begin} />;
  const hasFailed = draft.isSent && status === 'failed';
  return (
    <QuestionPage
      form="ratings"
      client={client}
      question={questionOf(step)}
      hint={'question' in step ? step.question.stem : undefined}
      number={steps.indexOf(step) + 1}
      back={before?.id}
      hasError={hasFailed}
    >
      {hasFailed ? (
        <ErrorSummary
          title={checkInErrors.notSent}
          errors={[{ text: checkInErrors.kept }, { text: checkInErrors.tellTherapist }]}
        >
          <button type="button" className="button button-main" onClick={ratings.send}>
            {checkInErrors.tryAgain}
          </button>
        </ErrorSummary>
      ) : null}
      {step.id === 'check' ? (
        <Check client={client.id} ratings={ratings} />
      ) : (
        <Question key={step.id} ratings={ratings} />
      )}
      {'question' in step && props.asked.form?.credit !== undefined ? (
        <p className="small-print">{props.asked.form.credit}</p>
      ) : null}
      {step.id === 'check' ? (
        <Status>{draft.isSent && !hasFailed ? texts.sending : texts.kept}</Status>
      ) : null}
    </QuestionPage>
  );
}

function questionOf(step: Step): string {
  if ('rating' in step) return step.rating.question;
  if ('question' in step) return step.question.text;
  if ('day' in step) return texts.after(weekday(step.day));
  return step.id === 'sore' ? texts.sore : texts.check;
}

function Question({ ratings }: { readonly ratings: RatingsAtWork }) {
  const { draft, step, steps, answer, shorten } = ratings;
  const given = answerTo(draft, step);
  const chosen = typeof given === 'number' ? given : undefined;
  const isFirst = step === steps[0];
  const canShorten = isFirst && (draft.isShort || steps.length > 2) && 'rating' in step;
  return (
    <>
      {'day' in step ? (
        <AnswerButtons
          labelledBy={QUESTION}
          answers={FEELINGS}
          chosen={typeof given === 'string' ? given : undefined}
          onAnswer={answer}
        />
      ) : 'question' in step ? (
        <FormAnswers question={step.question} chosen={chosen} onAnswer={answer} />
      ) : 'rating' in step ? (
        <PainScale
          chosen={chosen}
          low={step.rating.low}
          high={step.rating.high}
          onAnswer={answer}
        />
      ) : (
        <PainScale chosen={chosen} low={texts.notSore} high={texts.mostSore} onAnswer={answer} />
      )}
      <div className="main-action">
        <button type="button" className="button" onClick={() => answer(null)}>
          {texts.skip}
        </button>
        {canShorten ? (
          <button
            type="button"
            className="button"
            aria-pressed={draft.isShort}
            onClick={() => shorten(!draft.isShort)}
          >
            {step.id === 'nrs-pain' ? texts.justPain : texts.justThis}
          </button>
        ) : null}
      </div>
    </>
  );
}

interface FormAnswersProps {
  readonly question: Extract<Step, { question: unknown }>['question'];
  readonly chosen: number | undefined;
  readonly onAnswer: (answer: number) => void;
}

/** The answers of a form: eleven buttons from 0 to 10, or each answer with its words. */
function FormAnswers({ question, chosen, onAnswer }: FormAnswersProps) {
  const { answers, isScale } = question;
  if (isScale && answers.length === 11 && answers[0]?.value === 0)
    return (
      <PainScale
        chosen={chosen}
        low={answers[0].label}
        high={answers.at(-1)?.label}
        onAnswer={onAnswer}
      />
    );
  return (
    <AnswerButtons
      labelledBy={QUESTION}
      answers={answers.map(({ value }) => ({ value, label: formAnswer(question, value) }))}
      chosen={chosen}
      onAnswer={onAnswer}
    />
  );
}

/** "Several days", or "5 Always" on a scale. */
function formAnswer({ answers, isScale }: FormAnswersProps['question'], value: number): string {
  const label = answers.find((answer) => answer.value === value)?.label ?? '';
  return isScale ? `${value} ${label}`.trim() : label;
}

interface CheckProps {
  readonly client: string;
  readonly ratings: RatingsAtWork;
}

function Check({ client, ratings: { draft, steps, hasAnswers, send } }: CheckProps) {
  return (
    <>
      <dl className="summary">
        {steps
          .filter(({ id }) => id !== 'check')
          .map((step) => (
            <div key={step.id}>
              <dt>{questionOf(step)}</dt>
              <dd>{said(draft, step)}</dd>
              {draft.isSent ? null : (
                <dd>
                  <Link
                    className="button button-plain"
                    to="/check-in/$id/ratings"
                    params={{ id: client }}
                    search={{ q: step.id }}
                  >
                    {texts.change}
                    <span className="visually-hidden"> {questionOf(step)}</span>
                  </Link>
                </dd>
              )}
            </div>
          ))}
      </dl>
      {hasAnswers ? (
        <div className="main-action">
          <button
            type="button"
            className="button button-main"
            aria-disabled={draft.isSent}
            onClick={() => draft.isSent || send()}
          >
            {texts.send}
          </button>
        </div>
      ) : (
        <p>{texts.allSkipped}</p>
      )}
    </>
  );
}

function said(draft: Draft, step: Step): string {
  const answer = answerTo(draft, step);
  if ('question' in step && typeof answer === 'number') return formAnswer(step.question, answer);
  if (typeof answer === 'string') return texts.feelings[answer];
  return typeof answer === 'number' ? texts.outOf(answer) : texts.skipped;
}

interface DoneProps {
  readonly asked: RatingsProps['asked'];
  readonly hasSent: boolean;
  readonly onBegin: RatingsAtWork['begin'];
}

/** Nothing is being answered: what was done today, what is left, and what answering again means. */
function Done({ asked, hasSent, onBegin }: DoneProps) {
  const left = openQuestions(asked);
  const isAnswered = asked.ratings.some((rating) => rating.isAnswered);
  return (
    <Page title={hasSent ? texts.answered : left > 0 ? texts.title : texts.none} audience="client">
      {hasSent ? <p>{texts.thanks}</p> : null}
      <p>{texts.worse}</p>
      <div className="main-action">
        {left === 0 ? null : (
          <button
            type="button"
            className={hasSent ? 'button' : 'button button-main'}
            onClick={() => onBegin('rest')}
          >
            {texts.rest(left)}
          </button>
        )}
        {isAnswered ? (
          <button type="button" className="button" onClick={() => onBegin('again')}>
            {texts.again}
          </button>
        ) : null}
      </div>
      {isAnswered ? <p className="hint">{texts.howAgain}</p> : null}
      <p className="hint">{texts.tomorrow}</p>
    </Page>
  );
}
