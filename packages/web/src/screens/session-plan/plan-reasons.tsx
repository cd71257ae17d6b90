import type { Reason } from '@assuage/safety';
import { useMemo } from 'react';
import { ReasonCard } from '../../components/reason-card.tsx';
import { whenSaid } from '../../components/times.ts';
import { writtenAt } from '../../state/overlay.ts';
import { departable, groupReasons, liftedToday, type ReasonGroup } from '../../state/reasons.ts';
import { useDraft } from '../../state/use-draft.ts';
import { DepartureForm, NO_DEPARTURE, parseDeparture } from './departure-form.tsx';
import type { PlanAtWork } from './use-plan.ts';

const FIRST = 3;

/** Why each limit holds, and what was set aside today. */
export function PlanReasons({ plan }: { readonly plan: PlanAtWork }) {
  const { reasons } = plan.standing;
  const groups = useMemo(() => groupReasons(reasons), [reasons]);
  // Kept like everything on this page, which the links in the reasons lead away from.
  const [isAll, setIsAll] = useDraft(
    `all-reasons.${plan.record.client.id}.${plan.today}`,
    (kept) => kept === true,
  );
  const shown = isAll ? groups : groups.slice(0, FIRST);
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons">Reasons</h2>
      <LiftedList plan={plan} />
      {groups.length === 0 ? <p>Nothing limits this session.</p> : null}
      {shown.map((group) => (
        <ReasonWithDeparture key={group.reason.limit} group={group} plan={plan} />
      ))}
      {groups.length > FIRST ? (
        <button
          type="button"
          className="button no-print"
          aria-expanded={isAll}
          onClick={() => setIsAll(!isAll)}
        >
          {isAll ? `The first ${FIRST} reasons` : `All ${groups.length} reasons`}
        </button>
      ) : null}
    </section>
  );
}

interface ReasonWithDepartureProps {
  readonly group: ReasonGroup;
  readonly plan: PlanAtWork;
}

function ReasonWithDeparture({ group, plan }: ReasonWithDepartureProps) {
  const { engine, record, standing, today } = plan;
  const [departure, setDeparture, drop] = useDraft(
    `departure.${record.client.id}.${today}.${group.reason.limit}`,
    parseDeparture,
  );
  const limits: readonly Reason[] = departable(engine, group.limits, standing.envelope.known);
  return (
    <div className="reason-with-departure">
      <ReasonCard engine={engine} reason={group.reason} today={today} />
      {limits.length === 0 ? null : departure ? (
        <DepartureForm
          title={
            limits.length === 1 ? 'Go beyond this limit' : `Go beyond these ${limits.length} limits`
          }
          limits={limits}
          draft={departure}
          onChange={setDeparture}
          onDepart={(reason) => {
            drop();
            plan.depart(limits, reason);
          }}
          onCancel={drop}
        />
      ) : (
        <button
          type="button"
          className="button button-plain no-print"
          onClick={() => setDeparture(NO_DEPARTURE)}
        >
          Go beyond this
          <span className="visually-hidden">: {group.reason.says}</span>
        </button>
      )}
    </div>
  );
}

/** "Changed by Jo Field, today 9:42 am": clearances and departures stay in sight. */
function LiftedList({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, record, standing, today } = plan;
  const lifted = useMemo(
    () => liftedToday(engine, record, standing.profile, today),
    [engine, record, standing, today],
  );
  return lifted.map(({ permission, says }) => (
    <div key={permission.entry} className="lifted">
      <p>
        <b>
          {permission.kind === 'departure'
            ? `Changed by ${permission.by}, ${whenSaid(writtenAt(permission), today)}`
            : `Cleared by ${permission.by}, until ${whenSaid(permission.until, today)}`}
        </b>
      </p>
      {permission.kind === 'departure' ? <p>Reason: {permission.reason}</p> : null}
      <p>Set aside: {says.join(' ')}</p>
    </div>
  ));
}
