import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DateBoxes, EMPTY_DATE } from '../../components/date-boxes.tsx';
import { ErrorSummary, type PageError } from '../../components/error-summary.tsx';
import { Page } from '../../components/page.tsx';
import { localToday } from '../../components/times.ts';
import { sendNewClient } from '../../state/api.ts';
import { loadWorkplace } from '../../state/engine.ts';
import { authorOf, newEntry } from '../../state/entries.ts';
import { newId } from '../../state/ids.ts';
import { dateFromParts } from '../../state/moment.ts';
import { useDraft } from '../../state/use-draft.ts';

interface NewClient {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

function parseNewClient(kept: unknown): NewClient {
  const empty = { id: newId(), name: '', ...EMPTY_DATE };
  if (typeof kept !== 'object' || kept === null) return empty;
  const texts = Object.entries(kept).filter(([, value]) => typeof value === 'string');
  return { ...empty, ...Object.fromEntries(texts) };
}

/** A name and a date of birth; the rest is the intake. */
export function NewClientScreen() {
  const navigate = useNavigate();
  const [draft, change, drop] = useDraft('new-client', parseNewClient);
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const [isSending, setIsSending] = useState(false);

  const add = async () => {
    const born = dateFromParts(draft.day, draft.month, draft.year);
    const found: PageError[] = [];
    if (draft.name.trim() === '') found.push({ text: 'Write the name', field: 'name' });
    if (born === undefined)
      found.push({ text: 'Write the date of birth as day, month and year', field: 'born-day' });
    else if (born > localToday())
      found.push({ text: 'The date of birth is still to come', field: 'born-day' });
    setErrors(found);
    if (found.length > 0 || born === undefined) return;
    setIsSending(true);
    try {
      const { practice } = await loadWorkplace();
      const by = authorOf(practice);
      const body = { name: draft.name.trim(), born };
      // The same draft is the same client: sending it again makes no second one.
      const record = await sendNewClient(newEntry('client', draft.id, by, body));
      drop();
      // The intake is health facts, which the front desk does not ask.
      const isDesk = practice.you?.role === 'front-desk';
      const to = isDesk ? '/clients/$id' : '/clients/$id/intake';
      await navigate({ to, params: { id: record.client.id } });
    } catch (error) {
      setErrors([
        { text: error instanceof Error ? error.message : String(error) },
        { text: 'What you wrote is still on this device. Try again.' },
      ]);
    } finally {
      setIsSending(false);
    }
  };

  return (
    <Page title="New client" audience="therapist" hasError={errors.length > 0}>
      {errors.length > 0 ? (
        <ErrorSummary
          key={errors.map(({ text }) => text).join()}
          title="The client was not added"
          errors={errors}
        />
      ) : null}
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <div className="field">
          <label htmlFor="name">Name</label>
          <input
            id="name"
            type="text"
            autoComplete="off"
            value={draft.name}
            onChange={(event) => change({ ...draft, name: event.target.value })}
          />
        </div>
        <DateBoxes
          id="born"
          legend="Date of birth"
          parts={draft}
          onChange={(parts) => change({ ...draft, ...parts })}
        />
        <div className="main-action">
          <button type="submit" className="button button-main" disabled={isSending}>
            Add client
          </button>
        </div>
      </form>
    </Page>
  );
}
