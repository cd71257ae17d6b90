import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Born } from '../../components/born.tsx';
import { Page } from '../../components/page.tsx';
import { SavingLine } from '../../components/saving-line.tsx';
import { useMayWrite } from '../../components/write-fold.tsx';
import { standingOf } from '../../state/derive.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useToday } from '../../state/use-today.ts';
import { TestsSection } from '../test/tests-section.tsx';
import { Aftermath } from './aftermath.tsx';
import { Appointments } from './appointments.tsx';
import { CheckInLinks } from './check-in-links.tsx';
import { CheckIns } from './check-ins.tsx';
import { Clearances } from './clearances.tsx';
import { Consents } from './consents.tsx';
import { Contact } from './contact.tsx';
import { Files } from './files.tsx';
import { Findings } from './findings.tsx';
import { Forms } from './forms.tsx';
import { Goals } from './goals.tsx';
import { Letters } from './letters.tsx';
import { LimitsInForce } from './limits-in-force.tsx';
import { ListedFacts } from './listed-facts.tsx';
import { Notes } from './notes.tsx';
import { Progress } from './progress.tsx';
import { Sessions } from './sessions.tsx';

interface ClientPageProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
}

export function ClientPage({ at, handle }: ClientPageProps) {
  const today = useToday();
  const mayWrite = useMayWrite();
  const { engine, practice, record } = at;
  const { client } = record;
  const standing = useMemo(() => standingOf(engine, record, today), [engine, record, today]);
  const view = { ...at, standing, today };
  const section = { view, handle };
  const params = { id: client.id };
  return (
    <Page title={client.name} windowTitle="Client" audience="therapist">
      <p>
        <Born born={client.born} today={today} />
        {client.pronouns === undefined ? '' : `, ${client.pronouns}`}
      </p>
      {mayWrite ? (
        <nav aria-label="This client" className="buttons">
          <Link to="/clients/$id/plan" params={params} className="button button-main">
            Session plan
          </Link>
          <Link to="/check-in/$id" params={params} className="button">
            Check in here
          </Link>
          <Link to="/clients/$id/intake" params={params} className="button">
            Intake
          </Link>
          <Link to="/clients/$id/record" params={params} className="button">
            Record today
          </Link>
          <Link to="/clients/$id/book" params={params} className="button">
            Book
          </Link>
          <Link to="/clients/$id/consultation" params={params} className="button">
            Print the consultation document
          </Link>
        </nav>
      ) : null}
      <SavingLine handle={handle} what="what you wrote" />
      <Contact {...section} />
      {practice.you?.role === 'front-desk' ? (
        <>
          <p>Your account sees contact data and appointments only.</p>
          <Appointments {...section} />
        </>
      ) : (
        <>
          <LimitsInForce view={view} />
          <div className="plan-rest">
            <ListedFacts view={view} kind="condition" title="Conditions" />
            <ListedFacts view={view} kind="medicine" title="Medicines" />
          </div>
          <Findings view={view} />
          <Clearances {...section} />
          <Consents {...section} />
          <Goals {...section} />
          <TestsSection {...section} />
          <Progress view={view} />
          <Forms {...section} />
          <Sessions {...section} />
          <Aftermath {...section} />
          <Notes {...section} />
          <Letters {...section} />
          <Files {...section} />
          <CheckIns view={view} />
          <Appointments {...section} />
          {practice.you?.role === 'guest' ? null : (
            <p>
              <a className="button" href={`/api/clients/${client.id}/archive`} download>
                Give the client a copy of everything
              </a>
            </p>
          )}
        </>
      )}
      {mayWrite ? <CheckInLinks client={record.client.id} /> : null}
    </Page>
  );
}
