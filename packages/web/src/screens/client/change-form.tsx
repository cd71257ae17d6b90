import { useId, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { DateBoxes, EMPTY_DATE } from '../../components/date-boxes.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextField } from '../../components/text-field.tsx';
import { SESSION_MINUTES } from '../../state/choices.ts';
import { dateFromParts } from '../../state/moment.ts';
import type { BodyOf } from '../../state/record.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { timeFrom } from '../booking/overlap.ts';

const MINUTES = SESSION_MINUTES.map((count) => [String(count), `${count} min`] as const);
const ASKED_BY = [
  ['client', 'The client'],
  ['practice', 'The practice'],
] as const;
const WHAT = [
  ['moved', 'Move it'],
  ['cancelled', 'Cancel it'],
  ['late', 'Cancel it, late'],
  ['missed', 'The client did not come'],
] as const;
const EMPTY = {
  what: '',
  askedBy: 'client',
  day: EMPTY_DATE,
  time: '',
  minutes: '60',
};

interface Change {
  readonly change: 'moved' | 'cancelled' | 'missed';
  readonly askedBy: 'client' | 'practice';
  readonly late: boolean;
}
interface ChangeFormProps {
  /** The name of the draft on this device. */
  readonly draft: string;
  readonly today: string;
  /** @param to the new time, where there is one */
  readonly onChange: (to: BodyOf<'appointment'> | undefined, change: Change) => void;
}

/** What happens to an appointment, who asked for it, and when it is instead. */
export function ChangeForm({ draft, today, onChange }: ChangeFormProps) {
  const { fields, change, drop } = useFormDraft(`appointment.${draft}`, EMPTY);
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();
  const isMoved = fields.what === 'moved';
  const send = () => {
    const day = dateFromParts(fields.day.day, fields.day.month, fields.day.year);
    const time = timeFrom(fields.time);
    const wrong: PageError[] = [];
    if (fields.what === '') wrong.push({ text: 'Choose what happens to it', field: `${id}-what` });
    if (isMoved && (day === undefined || day < today))
      wrong.push({ text: 'Write a day that is still to come', field: `${id}-on-day` });
    if (isMoved && time === undefined)
      wrong.push({ text: 'Write the time, such as 9:30', field: `${id}-time` });
    setErrors(wrong);
    if (wrong.length > 0) return;
    drop();
    onChange(
      isMoved && day !== undefined && time !== undefined
        ? { starts: `${day}T${time}`, minutes: Number(fields.minutes) }
        : undefined,
      {
        change: fields.what === 'moved' || fields.what === 'missed' ? fields.what : 'cancelled',
        askedBy: fields.askedBy === 'practice' ? 'practice' : 'client',
        late: fields.what === 'late' || fields.what === 'missed',
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FormErrors title="The appointment is not changed yet" errors={errors} />
      <ChoiceList
        id={`${id}-what`}
        legend="What happens to it?"
        choices={WHAT}
        chosen={fields.what}
        onChoose={(what) => change({ what })}
      />
      <ChoiceList
        legend="Who asked for it?"
        choices={ASKED_BY}
        chosen={fields.askedBy}
        onChoose={(askedBy) => change({ askedBy })}
      />
      {isMoved ? (
        <>
          <DateBoxes
            id={`${id}-on`}
            legend="On which day?"
            parts={fields.day}
            onChange={(day) => change({ day })}
          />
          <TextField
            id={`${id}-time`}
            label="At what time?"
            hint="Such as 9:30 or 4:15 pm"
            value={fields.time}
            onChange={(time) => change({ time })}
          />
          <ChoiceList
            legend="For how long?"
            choices={MINUTES}
            chosen={fields.minutes}
            onChoose={(minutes) => change({ minutes })}
          />
        </>
      ) : null}
      <button type="submit" className="button">
        Change this appointment
      </button>
    </form>
  );
}
