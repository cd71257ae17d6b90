import { Link } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { GOAL_WORDS } from '../../components/session.words.ts';
import { longDate } from '../../components/times.ts';
import { type Consultation, consultationOf } from '../../state/consultation.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useToday } from '../../state/use-today.ts';
import { usePlan } from '../session-plan/use-plan.ts';
import { consultationTexts as texts } from './consultation.words.ts';
import { Part } from './part.tsx';

interface ConsultationDocumentProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
}

/** One page or two, for both to sign. */
export function ConsultationDocument({ at, handle }: ConsultationDocumentProps) {
  const today = useToday();
  const { engine, record, standing, session, choices, practice } = usePlan(at, handle, today);
  const { client } = record;
  const { goals } = choices;
  const made = consultationOf({ engine, record, standing, session, goals, today });
  const open = standing.questions.length;
  return (
    <Page
      title={texts.title}
      audience="therapist"
      before={
        <Link to="/clients/$id" params={{ id: client.id }} className="back">
          Back to the client
        </Link>
      }
    >
      <div className="consultation">
        <p>
          <b>{client.name}</b>,{' '}
          {client.born === undefined ? 'date of birth not known' : `born ${longDate(client.born)}`}.{' '}
          {practice.name}, {practice.therapist.name}, {longDate(today)}.
        </p>
        {open > 0 ? (
          <p className="notice">
            <b>{open === 1 ? '1 question is' : `${open} questions are`} still open.</b> Ask before
            you both sign: the plan may change.
          </p>
        ) : null}
        <Changes since={made.since} />
        <Part title={texts.why}>
          <p>
            {goals.length === 0 ? texts.notSaid : goals.map((goal) => GOAL_WORDS[goal]).join(', ')}
          </p>
        </Part>
        <Part title={texts.techniques}>
          <p>{made.techniques.length === 0 ? texts.nothing : made.techniques.join(', ')}</p>
        </Part>
        <Part title={texts.massaged}>
          <p>{made.massaged === '' ? texts.nothing : made.massaged}</p>
          {made.agreed === '' ? null : <p>{texts.agreed(made.agreed)}</p>}
        </Part>
        <Part title={texts.leftOut}>
          <p>{made.leftOut === '' ? texts.nowhere : made.leftOut}</p>
        </Part>
        <Part title={texts.because}>
          {made.cautions.length === 0 ? <p>{texts.noReason}</p> : null}
          <ul>
            {made.cautions.map(({ about, says }) => (
              <li key={about}>
                <b>{about}.</b> {says.join(' ')}
              </li>
            ))}
          </ul>
        </Part>
        <Part title={texts.draping}>
          <p>{texts.drapingText}</p>
        </Part>
        <Part title={texts.stop}>
          <p>{texts.stopText}</p>
        </Part>
        <div className="signatures">
          <p>{texts.sign}</p>
          {[
            ['Client', client.name],
            ['Therapist', practice.therapist.name],
          ].map(([role, name]) => (
            <p key={role} className="signature">
              {role}: {name}
              <span className="signature-line">Signature</span>
              <span className="signature-line signature-date">Date</span>
            </p>
          ))}
        </div>
      </div>
      <div className="main-action">
        <button type="button" className="button button-main" onClick={() => print()}>
          Print the consultation document
        </button>
      </div>
    </Page>
  );
}

const CHANGED = {
  reason: 'the reason for coming',
  techniques: 'the techniques',
  areas: 'the areas',
} as const;

function Changes({ since }: { readonly since: Consultation['since'] }) {
  if (!since) return null;
  return (
    <p>
      {since.changed.length === 0
        ? `Nothing of this changed since the plan of ${longDate(since.date)}.`
        : `Changed since the plan of ${longDate(since.date)}: ${since.changed.map((part) => CHANGED[part]).join(', ')}.`}
    </p>
  );
}
