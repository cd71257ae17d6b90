import { useId, useRef, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { DateBoxes, EMPTY_DATE } from '../../components/date-boxes.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { Status } from '../../components/status.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ApiError } from '../../state/api.ts';
import { agreesToPhotos } from '../../state/consents.ts';
import {
  type ChosenFile,
  chosenFile,
  OFFERED,
  refusalOf,
  sendFile,
  sizeText,
} from '../../state/files.ts';
import { dateFromParts } from '../../state/moment.ts';
import type { ClientRecord } from '../../state/record.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { FILE_CHOICES } from './entries.words.ts';
import type { ClientView } from './view.ts';

const EMPTY = { title: '', what: '', dated: EMPTY_DATE };

/** An earlier try arrived, its answer did not, and the words were changed since. */
const CONFLICT = 409;
const ADDED_BEFORE =
  'This file is in the record already, as you described it first. Load the page again, and correct its title in the list';

interface FileFormProps {
  readonly view: ClientView;
  readonly onAdded: (record: ClientRecord) => void;
}

/** A file from this device or its camera, and what it shows. Its bytes are not kept here: it is sent at once. */
export function FileForm({ view: { record, today }, onAdded }: FileFormProps) {
  const client = record.client.id;
  const { fields, change, drop } = useFormDraft(`file.${client}`, EMPTY);
  const [chosen, setChosen] = useState<ChosenFile>();
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const [isSending, setIsSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (file) setChosen(chosenFile(file));
  };
  const add = async () => {
    const { day, month, year } = fields.dated;
    const isEmpty = [day, month, year].every((part) => part === '');
    const dated = isEmpty ? today : dateFromParts(day, month, year);
    const what = FILE_CHOICES.find(([value]) => value === fields.what)?.[0];
    const title = fields.title.trim();
    const refusal = chosen && refusalOf(chosen.file);
    const wrong: PageError[] = [];
    if (!chosen) wrong.push({ text: 'Choose a file or take a photo', field: `${id}-file` });
    if (refusal !== undefined) wrong.push({ text: refusal, field: `${id}-file` });
    if (title === '') wrong.push({ text: 'Write what it shows', field: `${id}-title` });
    if (what === undefined) wrong.push({ text: 'Choose what it is', field: `${id}-what` });
    if (dated === undefined || dated > today)
      wrong.push({ text: 'Write a date that is not to come', field: `${id}-dated-day` });
    setErrors(wrong);
    if (wrong.length > 0 || !chosen || what === undefined || dated === undefined) return;
    setIsSending(true);
    try {
      onAdded(await sendFile(client, chosen, { title, what, dated }));
      drop();
      setChosen(undefined);
      form.current?.reset();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const isThere = error instanceof ApiError && error.status === CONFLICT;
      setErrors([{ text: isThere ? ADDED_BEFORE : text, field: `${id}-file` }]);
    } finally {
      setIsSending(false);
    }
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) void add();
      }}
    >
      <FormErrors title="This file was not added" errors={errors} />
      {agreesToPhotos(record, today) ? null : (
        <p className="notice">
          <b>No consent to photos is on record.</b> Ask before you photograph the client, and write
          the answer down under <a href="#consents">Consents</a>.
        </p>
      )}
      <div className="field">
        <label htmlFor={`${id}-file`}>File</label>
        <p id={`${id}-file-hint`} className="hint">
          A photo (JPEG, PNG, WebP, HEIC), a PDF or plain text, at most 10 MB. It is kept exactly as
          it is: a photo from a phone often holds the place where it was taken.
        </p>
        <input
          id={`${id}-file`}
          type="file"
          accept={OFFERED}
          aria-describedby={`${id}-file-hint`}
          onChange={(event) => choose(event.target.files)}
        />
      </div>
      <div className="field camera">
        <label htmlFor={`${id}-camera`}>Or take a photo now</label>
        <input
          id={`${id}-camera`}
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => choose(event.target.files)}
        />
      </div>
      {chosen === undefined ? null : (
        <p>
          Chosen: <b>{chosen.file.name}</b>, {sizeText(chosen.file.size)}
        </p>
      )}
      <TextField
        id={`${id}-title`}
        label="What does it show?"
        hint="In your words: you find it again by them."
        value={fields.title}
        onChange={(title) => change({ title })}
      />
      <ChoiceList
        id={`${id}-what`}
        legend="What is it?"
        choices={FILE_CHOICES}
        chosen={fields.what}
        onChoose={(what) => change({ what })}
      />
      <DateBoxes
        id={`${id}-dated`}
        legend="When was it taken or written? Left empty: today"
        parts={fields.dated}
        onChange={(dated) => change({ dated })}
      />
      <button type="submit" className="button" aria-disabled={isSending}>
        Add file
      </button>
      {isSending ? <Status>Sending the file</Status> : null}
    </form>
  );
}
