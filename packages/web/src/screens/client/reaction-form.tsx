import { useId, useMemo, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import type { BodyOf } from '../../state/record.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { FEELING_CHOICES, LASTED_CHOICES, SORE_CHOICES } from './entries.words.ts';
import { SessionChoice } from './session-choice.tsx';
import type { ClientView } from './view.ts';

const NOT_ANSWERED = 'not-answered';
const EMPTY = {
  session: '',
  feeling: '',
  soreness: NOT_ANSWERED,
  hours: NOT_ANSWERED,
  what: '',
};

interface ReactionFormProps {
  readonly view: ClientView;
  /** The session that is to be asked about; empty: none. */
  readonly after: string;
  readonly onAdd: (body: BodyOf<'reaction'>) => void;
}

const numberOf = (chosen: string): number | null =>
  chosen === '' || chosen === NOT_ANSWERED ? null : Number(chosen);

/** How the client was in the day or two after a session. */
export function ReactionForm({ view: { record }, after, onAdd }: ReactionFormProps) {
  const empty = useMemo(() => ({ ...EMPTY, session: after }), [after]);
  const { fields, change, drop } = useFormDraft(`reaction.${record.client.id}`, empty);
  const [isMissing, setIsMissing] = useState(false);
  const id = useId();
  const add = () => {
    const feeling = FEELING_CHOICES.find(([value]) => value === fields.feeling)?.[0];
    setIsMissing(feeling === undefined);
    if (feeling === undefined) return;
    drop();
    onAdd({
      session: record.sessions.some(({ entry }) => entry === fields.session)
        ? fields.session
        : null,
      feeling,
      soreness: numberOf(fields.soreness),
      hours: numberOf(fields.hours),
      what: fields.what.trim(),
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
      <FormErrors
        title="This reaction cannot be added yet"
        errors={isMissing ? [{ text: 'Choose how the client felt', field: `${id}-feeling` }] : []}
      />
      <SessionChoice
        record={record}
        chosen={fields.session}
        onChoose={(session) => change({ session })}
      />
      <ChoiceList
        id={`${id}-feeling`}
        legend="In the 2 days after it, the client felt"
        choices={FEELING_CHOICES}
        chosen={fields.feeling}
        onChoose={(feeling) => change({ feeling })}
      />
      <ChoiceList
        legend="How sore, from 0 to 10?"
        choices={SORE_CHOICES}
        chosen={fields.soreness}
        onChoose={(soreness) => change({ soreness })}
      />
      <ChoiceList
        legend="For how long?"
        choices={LASTED_CHOICES}
        chosen={fields.hours}
        onChoose={(hours) => change({ hours })}
      />
      <TextArea
        label="What it was like"
        value={fields.what}
        rows={2}
        onChange={(what) => change({ what })}
      />
      <button type="submit" className="button">
        Add reaction
      </button>
    </form>
  );
}
