import { useId, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { DateBoxes, EMPTY_DATE } from '../../components/date-boxes.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { ConsentBody } from '../../state/consents.ts';
import { dateFromParts } from '../../state/moment.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { CAPACITY_CHOICES, CONSENT_CHOICES, GIVEN_CHOICES, HOW_CHOICES } from './entries.words.ts';
import type { ClientView } from './view.ts';

const EMPTY = {
  what: '',
  places: [] as readonly string[],
  with: '',
  given: '',
  as: 'client',
  name: '',
  how: '',
  until: EMPTY_DATE,
  note: '',
};

interface ConsentFormProps {
  readonly view: ClientView;
  readonly onAdd: (body: ConsentBody) => Promise<boolean>;
}

/** For what, yes or no, whose word, until when, and how it was given. */
export function ConsentForm({ view, onAdd }: ConsentFormProps) {
  const { engine, record, today } = view;
  const { fields, change, drop } = useFormDraft(`consent.${record.client.id}`, EMPTY);
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();
  const sensitive = engine.body.data.parts.filter((part) => part.sensitive);
  const hasEnd = Object.values(fields.until).some((part) => part !== '');

  const add = () => {
    const until = dateFromParts(fields.until.day, fields.until.month, fields.until.year);
    const what = CONSENT_CHOICES.find(([value]) => value === fields.what)?.[0];
    const as = CAPACITY_CHOICES.find(([value]) => value === fields.as)?.[0];
    const how = HOW_CHOICES.find(([value]) => value === fields.how)?.[0];
    const name = fields.name.trim() || (as === 'client' ? record.client.name : '');
    const wrong: PageError[] = [];
    if (what === undefined) wrong.push({ text: 'Choose what it is about', field: `${id}-what` });
    if (what === 'sensitive-places' && fields.places.length === 0)
      wrong.push({ text: 'Choose at least one place', field: `${id}-places` });
    if (what === 'share' && fields.with.trim() === '')
      wrong.push({ text: 'Write with which clinician', field: `${id}-with` });
    if (fields.given === '') wrong.push({ text: 'Choose yes or no', field: `${id}-given` });
    if (name === '') wrong.push({ text: 'Write the name of who says so', field: `${id}-name` });
    if (how === 'typed' && fields.name.trim() === '')
      wrong.push({ text: 'The name has to be typed by who agrees', field: `${id}-name` });
    if (how === undefined) wrong.push({ text: 'Choose how it was given', field: `${id}-how` });
    if (hasEnd && (until === undefined || until < today))
      wrong.push({ text: 'Write a last day that is still to come', field: `${id}-until-day` });
    setErrors(wrong);
    if (wrong.length > 0 || what === undefined || as === undefined || how === undefined) return;
    const rest = {
      given: fields.given === 'given',
      from: { name, as },
      ...(until === undefined ? {} : { until }),
      how,
      note: fields.note.trim(),
    };
    // From here on the entry itself is kept on this device until the server has it.
    drop();
    void onAdd(
      what === 'sensitive-places'
        ? { what, places: [...fields.places], ...rest }
        : what === 'share'
          ? { what, with: fields.with.trim(), ...rest }
          : { what, ...rest },
    );
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <FormErrors title="This consent cannot be added yet" errors={errors} />
      <ChoiceList
        id={`${id}-what`}
        legend="What is it about?"
        choices={CONSENT_CHOICES}
        chosen={fields.what}
        onChoose={(what) => change({ what })}
      />
      {fields.what === 'sensitive-places' ? (
        <fieldset className="segments" id={`${id}-places`} tabIndex={-1}>
          <legend>Which places?</legend>
          {sensitive.map((part) => (
            <label key={part.id}>
              <input
                type="checkbox"
                checked={fields.places.includes(part.id)}
                onChange={() =>
                  change({
                    places: fields.places.includes(part.id)
                      ? fields.places.filter((place) => place !== part.id)
                      : [...fields.places, part.id],
                  })
                }
              />
              <span>{part.label}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {fields.what === 'share' ? (
        <TextField
          id={`${id}-with`}
          label="With which clinician?"
          value={fields.with}
          onChange={(clinician) => change({ with: clinician })}
        />
      ) : null}
      <ChoiceList
        id={`${id}-given`}
        legend="What do they say?"
        choices={GIVEN_CHOICES}
        chosen={fields.given}
        onChoose={(given) => change({ given })}
      />
      <ChoiceList
        legend="Who says so?"
        choices={CAPACITY_CHOICES}
        chosen={fields.as}
        onChoose={(as) => change({ as })}
      />
      <ChoiceList
        id={`${id}-how`}
        legend="How?"
        choices={HOW_CHOICES}
        chosen={fields.how}
        onChoose={(how) => change({ how })}
      />
      <TextField
        id={`${id}-name`}
        label="Their name"
        hint={`Left empty, it is ${record.client.name}.`}
        value={fields.name}
        onChange={(name) => change({ name })}
      />
      <DateBoxes
        id={`${id}-until`}
        legend="Last day, if there is one"
        parts={fields.until}
        onChange={(until) => change({ until })}
      />
      <TextArea
        label="Note on this consent"
        value={fields.note}
        rows={2}
        onChange={(note) => change({ note })}
      />
      <button type="submit" className="button">
        Add consent
      </button>
    </form>
  );
}
