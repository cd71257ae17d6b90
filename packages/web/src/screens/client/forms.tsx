import { conditionsIn } from '@assuage/safety';
import { useMemo } from 'react';
import { longDate } from '../../components/times.ts';
import { WriteFold } from '../../components/write-fold.tsx';
import { loadMeasures } from '../../state/measures.ts';
import { formsToAsk, historiesOf, type MeasureHistory } from '../../state/scores.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { writerOf } from '../../state/writer.ts';
import { DIRECTION_WORDS } from '../measures/measures.words.ts';
import { changeText, FILLED_WORDS, shown, thresholdText } from './forms.words.ts';
import { MeasureChoice } from './measure-choice.tsx';
import { MeasurePicker } from './measure-picker.tsx';
import type { SectionProps } from './view.ts';

/** Forms and ratings: what is due, what was answered, and how it changed. */
export function Forms(props: SectionProps) {
  const { loaded, again } = useLoaded(loadMeasures);
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">Forms and ratings</h2>
      {loaded.status === 'here' ? (
        <Answered {...props} measures={loaded.value} />
      ) : loaded.status === 'failed' ? (
        <p>
          We could not get the forms. {loaded.message}{' '}
          <button type="button" className="button button-plain" onClick={again}>
            Try again
          </button>
        </p>
      ) : null}
    </section>
  );
}

interface AnsweredProps extends SectionProps {
  readonly measures: Awaited<ReturnType<typeof loadMeasures>>;
}

function Answered({ view, handle, measures }: AnsweredProps) {
  const { engine, record, standing, today } = view;
  const histories = useMemo(() => historiesOf(measures, record), [measures, record]);
  const conditions = useMemo(() => conditionsIn(engine, standing.profile), [engine, standing]);
  const { due, others } = formsToAsk(measures, record, conditions, today);
  const named = (id: string) => measures.measures.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      {histories.length === 0 ? <p>None filled in yet.</p> : null}
      {due.length === 0 ? null : (
        <p>
          <b>Due:</b> {due.map(({ measure }) => named(measure)).join('; ')}
        </p>
      )}
      {histories.map((history) => (
        <History key={history.measure.id} history={history} />
      ))}
      <MeasureChoice
        view={view}
        measures={measures}
        conditions={conditions}
        onChoose={(body) => void writerOf(view, handle)('measure-choice', body)}
      />
      <WriteFold summary="Fill in a form">
        <MeasurePicker
          view={view}
          measures={measures}
          due={due}
          others={others}
          onAdd={(body) => void writerOf(view, handle)('score', body)}
        />
      </WriteFold>
    </>
  );
}

function History({ history: { measure, times, changes } }: { readonly history: MeasureHistory }) {
  const [newest] = times;
  return (
    <article className="reason">
      <h3>{measure.name}</h3>
      {newest?.scores.flatMap(({ scale, bands }) =>
        bands.map(({ name, population }) => (
          <p key={`${scale} ${population}`}>
            <b>{name}</b> <span className="hint">({population})</span>
          </p>
        )),
      )}
      {changes.map((change) => (
        <div key={change.scale}>
          <p>
            {changes.length > 1 ? <b>{change.name}: </b> : null}
            {changeText(change)}
          </p>
          {change.noise.map(({ under, noise }) =>
            under ? (
              <p key={noise.population}>
                Under the noise: less than {shown(noise.mdc)} points may be measurement error (
                {noise.population}).
              </p>
            ) : null,
          )}
          {change.thresholds.length === 0 ? null : (
            <details>
              <summary>
                Set against studies
                <span className="visually-hidden"> of {change.name}</span>
              </summary>
              <ul>
                {change.thresholds.map((reading) => (
                  <li key={thresholdText(reading)}>{thresholdText(reading)}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
      <ul className="plain-list">
        {times.map(({ entry, on, filled, scores, without }) => (
          <li key={entry}>
            <b>{longDate(on)}:</b>{' '}
            {[
              ...scores.map(
                ({ name, value, range, direction }) =>
                  `${name} ${shown(value)} (${range[0]} to ${range[1]}, ${DIRECTION_WORDS[direction]})`,
              ),
              ...without,
            ].join('; ')}
            <span className="hint">, {FILLED_WORDS[filled]}</span>
          </li>
        ))}
      </ul>
      {measure.credit === undefined ? null : <p className="small-print">{measure.credit}</p>}
    </article>
  );
}
