import { TextArea } from '../../components/text-area.tsx';
import { notesFrom, notesOf, SOAP, type SoapPart } from '../../state/session-draft.ts';
import { SOAP_WORDS } from './soap.words.ts';
import type { RecordAtWork } from './use-record.ts';

/** A box for each SOAP heading, closed, filled from the taps until somebody writes in it. */
export function Notes({ work }: { readonly work: RecordAtWork }) {
  const { context, draft, change } = work;
  const notes = notesOf(context, draft);
  const write = (part: SoapPart, text: string) => change({ soap: { ...draft.soap, [part]: text } });
  const refill = (part: SoapPart) => {
    const { [part]: _, ...others } = draft.soap;
    change({ soap: others });
  };
  const fromTaps = notesFrom(context, draft);
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      {SOAP.map((part) => (
        <details key={part}>
          <summary>
            {SOAP_WORDS[part]}{' '}
            <span className="hint">
              {notes[part] === '' ? 'empty' : part in draft.soap ? 'written' : 'filled from taps'}
            </span>
          </summary>
          <TextArea
            label={SOAP_WORDS[part]}
            value={notes[part]}
            rows={5}
            onChange={(text) => write(part, text)}
          />
          {part in draft.soap && draft.soap[part] !== fromTaps[part] ? (
            <button type="button" className="button" onClick={() => refill(part)}>
              Fill again from the taps
            </button>
          ) : null}
        </details>
      ))}
    </section>
  );
}
