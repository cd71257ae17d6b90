import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { whenSaid } from '../../components/times.ts';
import { WriteFold } from '../../components/write-fold.tsx';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { writerOf } from '../../state/writer.ts';
import { AddCorrection, Corrections } from '../corrections.tsx';
import type { SectionProps } from './view.ts';

const EMPTY = { text: '', isPrivate: '', reason: '' };

/** Notes outside a session; a private one is read by its author only. */
export function Notes({ view, handle }: SectionProps) {
  const { record, practice, today } = view;
  const write = writerOf(view, handle);
  const { fields, change } = useFormDraft(`note.${record.client.id}`, EMPTY);
  const [missing, setMissing] = useState<string>();
  const account = practice.you?.id;
  const add = () => {
    const text = fields.text.trim();
    setMissing(text === '' ? 'Write the note.' : undefined);
    if (text === '') return;
    change({ text: '', isPrivate: '' });
    void write('note', {
      text,
      ...(fields.isPrivate === 'yes' && account !== undefined ? { privateTo: account } : {}),
    });
  };
  const openPrivate = (own: string) => {
    const reason = fields.reason.trim();
    setMissing(reason === '' ? 'Write why you have to open them.' : undefined);
    if (reason === '') return;
    change({ reason: '' });
    void write('emergency-opening', { account: own, reason });
  };
  const newest = [...record.notes].reverse();
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      {newest.length === 0 ? <p>No notes that you may read.</p> : null}
      <ol className="timeline">
        {newest.map((note) => (
          <li key={note.entry}>
            <p className="hint">
              {note.by.name}, {whenSaid(note.on, today)}
              {note.privateTo === undefined ? null : <b>. Private</b>}
            </p>
            <p className="as-written">{note.text}</p>
            <Corrections corrections={note.amendments} today={today} />
            <AddCorrection
              entry={note.entry}
              of={`to the note of ${whenSaid(note.on, today)}`}
              write={write}
            />
          </li>
        ))}
      </ol>
      {record.openings.map((opening) => (
        <p key={opening.entry} className="notice">
          <b>
            {opening.by.name} opened all private notes, {whenSaid(opening.on, today)}.
          </b>{' '}
          Reason: {opening.reason}
        </p>
      ))}
      <FormErrors
        title="Nothing was written"
        errors={missing === undefined ? [] : [{ text: missing }]}
      />
      <WriteFold summary="Add a note">
        <TextArea label="Note" value={fields.text} onChange={(text) => change({ text })} />
        {account === undefined ? null : (
          <label className="choice narrow">
            <input
              type="checkbox"
              checked={fields.isPrivate === 'yes'}
              onChange={() => change({ isPrivate: fields.isPrivate === 'yes' ? '' : 'yes' })}
            />
            Private: only I read it
          </label>
        )}
        <button type="button" className="button" onClick={add}>
          Add note
        </button>
      </WriteFold>
      {account === undefined ? null : (
        <WriteFold summary="Open private notes in an emergency">
          <p>
            You will see the private notes of others today. Your name and reason stay in this
            record, and the owner sees them.
          </p>
          <TextArea
            label="Why is it an emergency?"
            value={fields.reason}
            rows={2}
            onChange={(reason) => change({ reason })}
          />
          <button type="button" className="button" onClick={() => openPrivate(account)}>
            Open private notes
          </button>
        </WriteFold>
      )}
    </section>
  );
}
