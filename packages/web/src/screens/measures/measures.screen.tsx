import type { Measure, MeasureBands, Measures } from '@assuage/knowledge';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { useArrival } from '../../components/use-arrival.ts';
import { loadMeasures } from '../../state/measures.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { WaysOut } from '../knowledge/ways-out.tsx';
import { DIRECTION_WORDS, LICENCE_WORDS, measureTexts as texts } from './measures.words.ts';

/** Every outcome measure: what it asks, which way is better, whose it is, and what was not found. */
export function MeasuresScreen() {
  const { loaded, again } = useLoaded(loadMeasures);
  useArrival();
  if (loaded.status !== 'here')
    return <NotHere title={texts.title} loaded={loaded} failure={texts.failed} again={again} />;
  const { measures } = loaded.value;
  const lists = [
    ['form', texts.forms],
    ['score-only', texts.scoreOnly],
  ] as const;
  return (
    <Page title={texts.title} audience="therapist" before={<WaysOut />}>
      <p>{texts.what}</p>
      {lists.map(([shown, title]) => (
        <section key={shown} aria-labelledby={`list-${shown}`}>
          <h2 id={`list-${shown}`}>{title}</h2>
          {measures
            .filter(({ use }) => use === shown)
            .map((measure) => (
              <OneMeasure key={measure.id} measure={measure} measures={loaded.value} />
            ))}
        </section>
      ))}
    </Page>
  );
}

function OneMeasure({ measure, measures }: { measure: Measure; measures: Measures }) {
  const { id, name, asks, direction, recall, licence, credit, bands, notes } = measure;
  const cited = new Set(measure.sources.map(({ source }) => source));
  const sources = measures.sources.filter((source) => cited.has(source.id));
  return (
    <details id={id}>
      <summary>{name}</summary>
      <p>{asks}</p>
      <dl className="knowledge-facts">
        <dt>{texts.better}</dt>
        <dd>{DIRECTION_WORDS[direction]}</dd>
        {recall === undefined ? null : (
          <>
            <dt>{texts.recall}</dt>
            <dd>{recall.words}</dd>
          </>
        )}
        <dt>{texts.blanks}</dt>
        <dd>{measure.missing}</dd>
        <dt>{texts.licence}</dt>
        <dd>
          {LICENCE_WORDS[licence.status]}. {licence.says}
        </dd>
        {credit === undefined ? null : (
          <>
            <dt>{texts.credit}</dt>
            <dd>{credit}</dd>
          </>
        )}
        {bands.map((one) => (
          <BandsOf key={`${one.population} ${one.scales?.join()}`} bands={one} />
        ))}
      </dl>
      <ul>
        {measure.thresholds.length === 0 ? <li>{texts.noThreshold}</li> : null}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {sources.length === 0 ? null : (
        <p>
          {texts.sources}:{' '}
          {sources.map(({ id: source, title, url }, i) => (
            <span key={source}>
              {i === 0 ? '' : '; '}
              <a href={url} target="_blank" rel="noreferrer">
                {title}
                <span className="visually-hidden"> {texts.newTab}</span>
              </a>
            </span>
          ))}
        </p>
      )}
    </details>
  );
}

function BandsOf({ bands: { levels, population, scales } }: { readonly bands: MeasureBands }) {
  return (
    <>
      <dt>
        {texts.bands}
        {scales === undefined ? '' : `, ${scales.join(', ')}`}
      </dt>
      <dd>
        {levels.map((level) => `${level.name}: ${texts.band(level)}`).join('; ')} ({population})
      </dd>
    </>
  );
}
