import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { longDate, whenSeen } from '../../components/times.ts';
import { getRetention, liftHold, placeHold, type RetentionView } from '../../state/settings-api.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useToday } from '../../state/use-today.ts';

const TITLE = 'How long records are kept';
type KeptRecord = RetentionView['records'][number];

/** For each client, from when the record may be destroyed, and what stops that. */
export function RetentionScreen() {
  const { loaded, again } = useLoaded(getRetention);
  if (loaded.status !== 'here')
    return (
      <NotHere title={TITLE} loaded={loaded} failure="We could not get the list." again={again} />
    );
  const { records, tombstones } = loaded.value;
  return (
    <Page title={TITLE} audience="therapist">
      <p className="notice">
        <b>This is not legal advice.</b> A record is never destroyed by itself. Whoever runs this
        computer does it, with <code>assuage retention destroy</code>.
      </p>
      <ul className="plain-list timeline">
        {records.map((record) => (
          <KeptItem key={record.client} record={record} onChanged={again} />
        ))}
      </ul>
      {tombstones.length === 0 ? null : (
        <section aria-labelledby="destroyed">
          <h2 id="destroyed">Destroyed</h2>
          <ul className="plain-list">
            {tombstones.map((stone) => (
              <li key={stone.client}>
                A record of {stone.entries} entries, {longDate(stone.from)} to {longDate(stone.to)}.{' '}
                {stone.destroyedBy}, {whenSeen(stone.destroyedAt)}: {stone.reason}.
                <span className="hint"> Rule: {stone.rule}.</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

interface KeptItemProps {
  readonly record: KeptRecord;
  readonly onChanged: () => void;
}

function KeptItem({ record, onChanged }: KeptItemProps) {
  const { client, name, holds } = record;
  const [reason, setReason] = useState('');
  const { errors, isBusy, submit } = useForm();
  const field = `hold-${client}`;
  const hold = () =>
    submit(
      reason.trim() === '' ? [{ text: `Say why ${name}'s record must be kept`, field }] : [],
      async () => {
        await placeHold(client, reason);
        onChanged();
      },
    );
  return (
    <li>
      <h2>{name}</h2>
      <FormErrors title="Nothing was changed" errors={errors} />
      <p>
        <MayGo record={record} />
      </p>
      <p className="hint">
        {record.lastService === null
          ? 'No session yet'
          : `Last session ${longDate(record.lastService)}`}
        {record.wasMinor ? ', under 18 when last seen' : ''}. Rule: {record.rule}.
      </p>
      {holds.map((one) => (
        <p key={one.id}>
          <b>On hold:</b> {one.reason} ({one.placedBy}, {whenSeen(one.placedAt)}){' '}
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() =>
              submit([], async () => {
                await liftHold(client, one.id);
                onChanged();
              })
            }
          >
            Lift<span className="visually-hidden"> the hold on {name}</span>
          </button>
        </p>
      ))}
      <details>
        <summary>
          Put on hold<span className="visually-hidden">: {name}</span>
        </summary>
        <TextField
          id={field}
          label="Why it must be kept"
          hint="A complaint, a claim, a court"
          value={reason}
          onChange={setReason}
        />
        <button type="button" className="button" disabled={isBusy} onClick={hold}>
          Put on hold<span className="visually-hidden">: {name}</span>
        </button>
      </details>
    </li>
  );
}

function MayGo({ record: { destroyFrom, holds } }: { readonly record: KeptRecord }) {
  const today = useToday();
  if (holds.length > 0) return <b>On hold: keep.</b>;
  if (destroyFrom === null) return <b>Unknown: keep.</b>;
  return destroyFrom > today ? (
    <>
      Keep. It may be destroyed from <b>{longDate(destroyFrom)}</b>.
    </>
  ) : (
    <>
      It may be destroyed since <b>{longDate(destroyFrom)}</b>.
    </>
  );
}
