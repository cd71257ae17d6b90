import { Link } from '@tanstack/react-router';
import { Born } from '../../components/born.tsx';
import { Page } from '../../components/page.tsx';
import { SavingLine } from '../../components/saving-line.tsx';
import { useArrival } from '../../components/use-arrival.ts';
import { useAwake } from '../../state/use-awake.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useToday } from '../../state/use-today.ts';
import { Aftercare } from './aftercare.tsx';
import { DoNotTouch } from './do-not-touch.tsx';
import { HeatAndCold } from './heat-and-cold.tsx';
import { History } from './history.tsx';
import { LeaveOut } from './leave-out.tsx';
import { MostPressure } from './most-pressure.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { PlanReasons } from './plan-reasons.tsx';
import { SaidToday } from './said-today.tsx';
import { Segments } from './segments.tsx';
import { StartSession } from './start-session.tsx';
import { TakeCare } from './take-care.tsx';
import { TheDecision } from './the-decision.tsx';
import { usePlan } from './use-plan.ts';
import { Use } from './use-techniques.tsx';
import { WhatSuits } from './what-suits.tsx';
import { Wishes } from './wishes.tsx';

interface SessionPlanProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
}

/** In the order in which a therapist needs it: who, decision, questions, pressure, do not touch; then the rest. */
export function SessionPlan({ at, handle }: SessionPlanProps) {
  const today = useToday();
  const plan = usePlan(at, handle, today);
  useAwake();
  useArrival();
  const { client } = at.record;
  return (
    <Page title={client.name} windowTitle="Session plan" audience="therapist">
      <div className="plan-head">
        <p>
          <Born born={client.born} today={today} />
          {client.pronouns === undefined ? '' : `, ${client.pronouns}`}
        </p>
        <nav aria-label="This client" className="plan-links no-print">
          <Link to="/clients/$id" params={{ id: client.id }} className="button button-plain">
            Client
          </Link>
          <Link to="/check-in/$id" params={{ id: client.id }} className="button button-plain">
            Check in here
          </Link>
        </nav>
        <SavingLine handle={handle} what="your answers" />
      </div>
      <div className="plan-first">
        <div className="plan-decision">
          <TheDecision plan={plan} />
        </div>
        <OpenQuestions plan={plan} />
        <MostPressure plan={plan} />
        <DoNotTouch plan={plan} />
      </div>
      <div className="plan-rest">
        <LeaveOut plan={plan} />
        <Use plan={plan} />
        <HeatAndCold plan={plan} />
        <TakeCare plan={plan} />
      </div>
      <WhatSuits plan={plan} handle={handle} />
      <Segments plan={plan} />
      <Wishes plan={plan} />
      <PlanReasons plan={plan} />
      <SaidToday plan={plan} />
      <Aftercare plan={plan} />
      <History plan={plan} />
      <p className="small-print">
        Worked out on this device with knowledge release {plan.session.plan.release}. It supports
        your judgement and is not a diagnosis.
      </p>
      <StartSession plan={plan} handle={handle} />
    </Page>
  );
}
