import { useId, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { DateBoxes, EMPTY_DATE, partsOf } from '../../components/date-boxes.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import { addDays, dateFromParts } from '../../state/moment.ts';
import type { BodyOf } from '../../state/record.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { SEVERITY_CHOICES } from './entries.words.ts';
import { SessionChoice } from './session-choice.tsx';
import type { ClientView } from './view.ts';

const EMPTY = { session: '', day: EMPTY_DATE, severity: '', what: '', done: '', reportedTo: '' };

interface EventFormProps {
  readonly view: ClientView;
  readonly onAdd: (body: BodyOf<'adverse-event'>) => void;
}

/** Something went wrong: what, how bad, what was done, and who was told. */
export function EventForm({ view: { record, today }, onAdd }: EventFormProps) {
  const { fields, change, drop } = useFormDraft(`event.${record.client.id}`, EMPTY);
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();
  const add = () => {
    const day = dateFromParts(fields.day.day, fields.day.month, fields.day.year);
    const severity = SEVERITY_CHOICES.find(([value]) => value === fields.severity)?.[0];
    const what = fields.what.trim();
    const done = fields.done.trim();
    const to = fields.reportedTo.trim();
    const wrong: PageError[] = [];
    if (day === undefined) wrong.push({ text: 'Write the day it happened', field: `${id}-on-day` });
    else if (day > today)
      wrong.push({ text: 'The day it happened is still to come', field: `${id}-on-day` });
    if (severity === undefined)
      wrong.push({ text: 'Choose how bad it was', field: `${id}-severity` });
    if (what === '') wrong.push({ text: 'Write what happened', field: `${id}-what` });
    if (done === '')
      wrong.push({ text: 'Write what was done, even if it was nothing', field: `${id}-done` });
    setErrors(wrong);
    if (wrong.length > 0 || day === undefined || severity === undefined) return;
    drop();
    onAdd({
      session: record.sessions.some(({ entry }) => entry === fields.session)
        ? fields.session
        : null,
      happened: `${day}T00:00`,
      what,
      severity,
      done,
      reported: to === '' ? [] : [{ to, on: today }],
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
      <FormErrors title="This event cannot be reported yet" errors={errors} />
      <DateBoxes
        id={`${id}-on`}
        legend="When did it happen?"
        parts={fields.day}
        onChange={(day) => change({ day })}
      />
      <div className="buttons">
        <button type="button" className="button" onClick={() => change({ day: partsOf(today) })}>
          Today
        </button>
        <button
          type="button"
          className="button"
          onClick={() => change({ day: partsOf(addDays(today, -1)) })}
        >
          Yesterday
        </button>
      </div>
      <SessionChoice
        record={record}
        chosen={fields.session}
        onChoose={(session) => change({ session })}
      />
      <ChoiceList
        id={`${id}-severity`}
        legend="How bad was it?"
        choices={SEVERITY_CHOICES}
        chosen={fields.severity}
        onChoose={(severity) => change({ severity })}
      />
      <TextArea
        id={`${id}-what`}
        label="What happened?"
        value={fields.what}
        onChange={(what) => change({ what })}
      />
      <TextArea
        id={`${id}-done`}
        label="What was done about it?"
        value={fields.done}
        onChange={(done) => change({ done })}
      />
      <TextField
        id={`${id}-to`}
        label="Reported today to"
        hint="For example: the client's doctor, the insurer. Leave empty if nobody was told."
        value={fields.reportedTo}
        onChange={(reportedTo) => change({ reportedTo })}
      />
      <button type="submit" className="button">
        Report event
      </button>
    </form>
  );
}
