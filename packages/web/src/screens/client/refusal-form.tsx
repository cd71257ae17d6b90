import type { Reason } from '@assuage/safety';
import { useId, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { DateBoxes, EMPTY_DATE } from '../../components/date-boxes.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import { dateFromParts } from '../../state/moment.ts';
import type { BodyOf } from '../../state/record.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';

const EMPTY = {
  scope: '',
  limits: [] as readonly string[],
  clinician: '',
  until: EMPTY_DATE,
  note: '',
};
const SCOPES = [
  ['all', 'No massage at all'],
  ['limits', 'Only some things'],
] as const;

interface RefusalFormProps {
  readonly client: string;
  /** The limits that a clearance could lift. */
  readonly limits: readonly Reason[];
  readonly today: string;
  readonly onAdd: (body: BodyOf<'refusal'>) => void;
}

/** A clinician says no: to what, who, until when. */
export function RefusalForm({ client, limits, today, onAdd }: RefusalFormProps) {
  const { fields, change, drop } = useFormDraft(`refusal.${client}`, EMPTY);
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();

  const add = () => {
    const until = dateFromParts(fields.until.day, fields.until.month, fields.until.year);
    const clinician = fields.clinician.trim();
    const wrong: PageError[] = [];
    if (fields.scope === '') wrong.push({ text: 'Choose what is refused', field: `${id}-scope` });
    if (fields.scope === 'limits' && fields.limits.length === 0)
      wrong.push({ text: 'Choose at least one thing', field: `${id}-limits` });
    if (clinician === '') wrong.push({ text: 'Write who says no', field: `${id}-who` });
    if (until === undefined || until < today)
      wrong.push({ text: 'Write a last day that is still to come', field: `${id}-until-day` });
    setErrors(wrong);
    if (wrong.length > 0 || until === undefined) return;
    drop();
    onAdd({
      ...(fields.scope === 'limits' ? { limits: [...fields.limits] } : {}),
      clinician,
      from: today,
      until,
      note: fields.note.trim(),
    });
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <FormErrors title="This refusal cannot be added yet" errors={errors} />
      <ChoiceList
        id={`${id}-scope`}
        legend="What is refused?"
        choices={SCOPES}
        chosen={fields.scope}
        onChoose={(scope) => change({ scope })}
      />
      {fields.scope === 'limits' ? (
        <fieldset className="choices" id={`${id}-limits`} tabIndex={-1}>
          <legend>What stays out?</legend>
          {limits.length === 0 ? <p>No limit holds today that a clearance could lift.</p> : null}
          {limits.map(({ limit, says, about }) => (
            <label key={limit} className="choice">
              <input
                type="checkbox"
                checked={fields.limits.includes(limit)}
                onChange={() =>
                  change({
                    limits: fields.limits.includes(limit)
                      ? fields.limits.filter((other) => other !== limit)
                      : [...fields.limits, limit],
                  })
                }
              />
              <span>
                {says} <span className="hint">{about}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <TextField
        id={`${id}-who`}
        label="Who says no?"
        value={fields.clinician}
        onChange={(clinician) => change({ clinician })}
      />
      <DateBoxes
        id={`${id}-until`}
        legend="Ask again after which day?"
        parts={fields.until}
        onChange={(until) => change({ until })}
      />
      <TextArea
        label="Note on this refusal"
        value={fields.note}
        rows={2}
        onChange={(note) => change({ note })}
      />
      <button type="submit" className="button">
        Add refusal
      </button>
    </form>
  );
}
