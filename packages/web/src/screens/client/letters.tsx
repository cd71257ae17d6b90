import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import { whenSaid } from '../../components/times.ts';
import { WriteFold } from '../../components/write-fold.tsx';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { writerOf } from '../../state/writer.ts';
import { LETTER_CHOICES, LETTER_WORDS } from './entries.words.ts';
import type { SectionProps } from './view.ts';

const EMPTY = { to: '', how: '', text: '' };

/** Letters as they were sent. */
export function Letters({ view, handle }: SectionProps) {
  const { record, today } = view;
  const write = writerOf(view, handle);
  const { fields, change, drop } = useFormDraft(`letter.${record.client.id}`, EMPTY);
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();
  const add = () => {
    const how = LETTER_CHOICES.find(([value]) => value === fields.how)?.[0];
    const wrong: PageError[] = [];
    if (fields.to.trim() === '') wrong.push({ text: 'Write to whom', field: `${id}-to` });
    if (how === undefined) wrong.push({ text: 'Choose how it was sent', field: `${id}-how` });
    if (fields.text.trim() === '') wrong.push({ text: 'Write the letter', field: `${id}-text` });
    setErrors(wrong);
    if (wrong.length > 0 || how === undefined) return;
    drop();
    void write('letter', { to: fields.to.trim(), how, text: fields.text.trim() });
  };
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">Letters</h2>
      {record.letters.length === 0 ? <p>No letters yet.</p> : null}
      {[...record.letters].reverse().map(({ entry, to, how, text, by, on }) => (
        <details key={entry}>
          <summary>
            To {to}, {whenSaid(on, today)}
          </summary>
          <p className="as-written">{text}</p>
          <p className="hint">
            {LETTER_WORDS[how]}, {by.name}
          </p>
        </details>
      ))}
      <p>
        <Link
          to="/clients/$id/clinician"
          params={{ id: record.client.id }}
          className="button button-plain"
        >
          The page for a clinician
        </Link>
      </p>
      <WriteFold summary="Keep a letter that was sent">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <FormErrors title="This letter cannot be kept yet" errors={errors} />
          <TextField
            id={`${id}-to`}
            label="To whom?"
            value={fields.to}
            onChange={(to) => change({ to })}
          />
          <ChoiceList
            id={`${id}-how`}
            legend="How was it sent?"
            choices={LETTER_CHOICES}
            chosen={fields.how}
            onChoose={(how) => change({ how })}
          />
          <TextArea
            id={`${id}-text`}
            label="The text, as it was sent"
            value={fields.text}
            rows={6}
            onChange={(text) => change({ text })}
          />
          <button type="submit" className="button">
            Keep letter
          </button>
        </form>
      </WriteFold>
    </section>
  );
}
