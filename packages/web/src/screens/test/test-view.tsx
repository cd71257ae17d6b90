import type { PersonTest, TestReport } from '@assuage/outcomes';
import { Status } from '../../components/status.tsx';
import type { Loaded } from '../../state/use-loaded.ts';
import { Diary } from './diary.tsx';
import { FiftyDots } from './fifty-dots.tsx';
import { testTexts as texts } from './test.words.ts';
import { pointsText, questionText, whereItStands } from './test-sentences.ts';

interface TestViewProps {
  readonly test: PersonTest;
  readonly report: Loaded<TestReport>;
  /** The days with a session. */
  readonly sessions: readonly string[];
  readonly id: string;
  /** The question is a heading of this level; else it stands under one. */
  readonly heading?: 'h2' | 'h3';
}

/** The question and where the test stands; then its sentence, the diary, and how sure it is. */
export function TestView({ test, report, sessions, id, heading }: TestViewProps) {
  const { primary, fixed, phase, now } = test;
  const { question } = primary;
  const { said, result } = report.status === 'here' ? report.value : {};
  const Heading = heading ?? 'p';
  const points = pointsText(question.important);
  return (
    <>
      <Heading>{questionText(question, question.important, fixed.plan)}</Heading>
      <p>
        <b>{whereItStands(test)}</b>
      </p>
      {now?.arm === 'without' && !test.trial.everyDays ? <p>{texts.allowed}</p> : null}
      {phase === 'planned' ? <p>{fixed.told}</p> : null}
      {phase === 'planned' || phase === 'running' ? <p>{texts.stop}</p> : null}
      {phase === 'planned' || !said ? null : (
        <>
          <p className="verdict">
            <b>{said.headline}</b>
          </p>
          {said.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      )}
      {report.status === 'here' ? null : (
        <Status>
          {report.status === 'loading' ? (report.isLate ? texts.working : '') : report.message}
        </Status>
      )}
      {phase === 'planned' ? null : <Diary test={test} sessions={sessions} id={id} />}
      {result ? (
        <>
          <p>
            <b>{texts.dots}</b> {texts.dotsWhat}
          </p>
          <FiftyDots chances={result.chances} points={points} id={id} />
          <p className="hint">{primary.rating.isStudied ? texts.studied : texts.chosen}</p>
        </>
      ) : null}
    </>
  );
}
