import { Link } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { longDate } from '../../components/times.ts';
import { getClients } from '../../state/api.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePractice } from '../../state/use-practice.ts';
import { TodayScreen } from './today.screen.tsx';

const GUESTS: ReadonlySet<string> = new Set(['guest', 'client']);

/** The day for those who work here; for a guest and a client, the records they may see. */
export function HomeScreen() {
  const practice = usePractice();
  return GUESTS.has(practice?.you?.role ?? '') ? <SharedRecords /> : <TodayScreen />;
}

const TITLE = 'Records you may see';

function SharedRecords() {
  const { loaded, again } = useLoaded(getClients);
  if (loaded.status !== 'here')
    return (
      <NotHere
        title={TITLE}
        loaded={loaded}
        failure="No record is shared with you now."
        again={again}
      />
    );
  return (
    <Page title={TITLE} audience="therapist">
      <ul className="client-list">
        {loaded.value.map(({ id, name, born }) => (
          <li key={id}>
            <Link to="/clients/$id" params={{ id }} className="row-link">
              <b>{name}</b>
              <span className="hint">Born {longDate(born)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="hint">You can read these. Only the practice writes in them.</p>
    </Page>
  );
}
