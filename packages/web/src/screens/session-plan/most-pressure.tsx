import { useId } from 'react';
import { NO_CONTACT, PRESSURES, pressureSentence } from '../../components/pressure.words.ts';
import { isStopped, mostPressure, placeText, pressureBands } from '../../state/derive.ts';
import { departable } from '../../state/reasons.ts';
import { useDraft } from '../../state/use-draft.ts';
import { DepartureForm, NO_DEPARTURE, parseDeparture } from './departure-form.tsx';
import type { PlanAtWork } from './use-plan.ts';

/** The most pressure as six boxes: a tap on a lower one is enough; a higher one asks for a reason. */
export function MostPressure({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, standing, session, choices, choose } = plan;
  const [wanted, setWanted, close] = useDraft(
    `wanted-pressure.${plan.record.client.id}.${plan.today}`,
    (kept) => (typeof kept === 'number' ? kept : null),
  );
  const sentence = useId();
  const limit = mostPressure(standing.envelope);
  const most = mostPressure(session.envelope);
  const bands = pressureBands(engine, session.envelope).filter(
    ({ pressure }) => pressure > NO_CONTACT,
  );
  const { known, decision } = standing.envelope;
  const isWaiting = !isStopped(known) && isStopped(decision);
  const tap = (level: number) => {
    if (level > limit) {
      setWanted(level);
      return;
    }
    close();
    choose({ pressure: level === limit || level === choices.pressure ? null : level });
  };
  return (
    <section aria-labelledby="pressure" className="most-pressure">
      <h2 id="pressure">Most pressure</h2>
      <p id={sentence}>
        {isWaiting ? 'Nothing yet: ask the questions first.' : pressureSentence(most)}
        {most < limit ? ` Lowered by ${plan.author.name}; the limit is ${limit}.` : ''}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that act at once, not a form. */}
      <div
        role="group"
        aria-labelledby="pressure"
        aria-describedby={sentence}
        className="pressure-taps"
      >
        {PRESSURES.map(({ level, name }) => (
          <button
            key={level}
            type="button"
            className={`pressure-tap${level <= most ? ' is-allowed' : ''}`}
            aria-pressed={level === most}
            onClick={() => tap(level)}
          >
            <span className="pressure-level">{level}</span>
            <span className="pressure-name">{name}</span>
            {level > limit ? <span className="visually-hidden">, above the limit</span> : null}
          </button>
        ))}
      </div>
      {bands.length > 0 ? (
        <ul className="pressure-bands">
          {bands.map(({ pressure, places }) => (
            <li key={pressure}>
              <b>{pressure} at most:</b> {placeText(engine, places)}
            </li>
          ))}
        </ul>
      ) : null}
      {wanted === null ? null : <Above plan={plan} wanted={wanted} onClose={close} />}
      <p className="small-print">The 0 to 5 scale is based on Tracy Walton's pressure scale.</p>
    </section>
  );
}

interface AboveProps {
  readonly plan: PlanAtWork;
  readonly wanted: number;
  readonly onClose: () => void;
}

/** More than the limits allow: which limits hold it down, and the reason that going beyond them needs. */
function Above({ plan, wanted, onClose }: AboveProps) {
  const { engine, record, standing, today } = plan;
  const [draft, setDraft, drop] = useDraft(
    `departure.${record.client.id}.${today}.pressure`,
    (kept) => parseDeparture(kept) ?? NO_DEPARTURE,
  );
  const { known, decision } = standing.envelope;
  const holding = standing.reasons.filter(({ limit, kind }) => {
    const compiled = engine.limit(limit);
    return kind === 'pressure' && compiled !== undefined && compiled.amount < wanted;
  });
  const limits = departable(engine, holding, known);
  if (isStopped(known))
    return <p className="notice">No session today, so there is no more pressure to choose.</p>;
  if (isStopped(decision))
    return (
      <p className="notice">Ask the open questions first: an answer could stop the session.</p>
    );
  if (limits.length === 0) return null;
  return (
    <DepartureForm
      title={`Go above, to ${wanted} of 5`}
      limits={limits}
      draft={draft}
      onChange={setDraft}
      onDepart={(reason) => {
        drop();
        plan.depart(limits, reason);
        onClose();
      }}
      onCancel={() => {
        drop();
        onClose();
      }}
    />
  );
}
