import {
  answerProblems,
  type Measure,
  type MeasureResponse,
  responseOf,
  scalesOf,
} from '@assuage/knowledge';
import { useId, useMemo, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { BodyOf } from '../../state/record.ts';
import { activitiesOf, answersFrom } from '../../state/scores.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { FILLED_CHOICES } from './forms.words.ts';
import { MeasureQuestion } from './measure-question.tsx';
import type { ClientView } from './view.ts';

interface MeasureFormProps {
  readonly view: ClientView;
  readonly measure: Measure;
  /** Of the measures that are shown. */
  readonly release: string;
  /** Only the items of these; left out: all. */
  readonly scales?: readonly string[] | undefined;
  readonly onAdd: (body: BodyOf<'score'>) => void;
}

/** One form with its questions, or, where its words may not be shown, with boxes for its totals. */
export function MeasureForm({
  view: { record },
  measure,
  release,
  scales,
  onAdd,
}: MeasureFormProps) {
  const before = useMemo(() => activitiesOf(record, measure.id), [record, measure]);
  const questions = useMemo(() => questionsOf(measure, scales), [measure, scales]);
  const oneByOne = useMemo(() => (measure.use === 'score-only' ? itemsOf(measure) : []), [measure]);
  const empty = useMemo(() => {
    const asked = measure.named
      ? activityIds(measure.named.most)
      : [...questions, ...oneByOne].map(({ id }) => id);
    const blank = Object.fromEntries(asked.map((id) => [id, '']));
    return { filled: '', note: '', answers: blank, named: { ...blank, ...before } };
  }, [measure, questions, oneByOne, before]);
  const { fields, change, drop } = useFormDraft(`score.${record.client.id}.${measure.id}`, empty);
  const [errors, setErrors] = useState<readonly string[]>([]);
  const id = useId();

  const add = () => {
    const { answers, notNumbers } = answersFrom(fields.answers);
    const filled = FILLED_CHOICES.find(([value]) => value === fields.filled)?.[0];
    const named = Object.fromEntries(
      Object.entries(fields.named).filter(
        ([activity, words]) => words.trim() !== '' && answers[activity] !== undefined,
      ),
    );
    const nameless = measure.named
      ? Object.keys(answers).filter((activity) => named[activity] === undefined)
      : [];
    const found = [
      ...(filled === undefined ? ['Choose who filled it in'] : []),
      ...(Object.keys(answers).length === 0 ? ['Answer at least one question'] : []),
      ...notNumbers.map((question) => `${question}: write a number`),
      ...nameless.map(() => 'Say in words what each rated activity is'),
      ...answerProblems(measure, answers),
    ];
    setErrors(found);
    if (found.length > 0 || filled === undefined) return;
    drop();
    onAdd({
      measure: measure.id,
      release,
      answers: { ...answers },
      filled,
      ...(measure.named ? { named } : {}),
      note: fields.note.trim(),
    });
  };
  const answer = (question: string, value: string) =>
    change({ answers: { ...fields.answers, [question]: value } });

  const questionBox = (question: Question) => (
    <MeasureQuestion
      key={question.id}
      question={question}
      response={question.response}
      value={fields.answers[question.id] ?? ''}
      onAnswer={(value) => answer(question.id, value)}
    />
  );

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <FormErrors
        title="This form cannot be added yet"
        errors={[...new Set(errors)].map((text) => ({ text, field: `${id}-filled` }))}
      />
      <p>{measure.asks}</p>
      {measure.instructions === undefined ? null : <p>{measure.instructions}</p>}
      {measure.named ? <p>{measure.named.ask}</p> : null}
      {measure.use === 'score-only' ? (
        <p className="hint">
          Its words may not be shown here. Use the practice's own form and write down what it gives.{' '}
          {measure.licence.says}
        </p>
      ) : null}
      <ChoiceList
        id={`${id}-filled`}
        legend="Who fills it in?"
        choices={FILLED_CHOICES}
        chosen={fields.filled}
        onChoose={(filled) => change({ filled })}
      />
      {measure.named
        ? activityIds(measure.named.most).map((activity, i) => (
            <div key={activity}>
              <TextField
                id={`${id}-${activity}`}
                label={`Activity ${i + 1}`}
                value={fields.named[activity] ?? ''}
                onChange={(words) => change({ named: { ...fields.named, [activity]: words } })}
              />
              <MeasureQuestion
                question={{ id: activity, text: `How well can you do activity ${i + 1} now?` }}
                response={measure.named && responseOf(measure, measure.named)}
                value={fields.answers[activity] ?? ''}
                onAnswer={(value) => answer(activity, value)}
              />
            </div>
          ))
        : questions.map(questionBox)}
      {oneByOne.length === 0 ? null : (
        <details>
          <summary>Or enter the answers one by one</summary>
          {oneByOne.map(questionBox)}
        </details>
      )}
      <TextArea
        label="Note"
        hint="With what it was measured, or what else to know"
        rows={2}
        value={fields.note}
        onChange={(note) => change({ note })}
      />
      {measure.credit === undefined ? null : <p className="small-print">{measure.credit}</p>}
      <button type="submit" className="button">
        Add these answers
      </button>
    </form>
  );
}

interface Question {
  readonly id: string;
  readonly text: string;
  readonly stem?: string | undefined;
  readonly response: MeasureResponse | undefined;
}

const activityIds = (most: number): string[] =>
  Array.from({ length: most }, (_, i) => `activity-${i + 1}`);

/** The questions of a form, or a box for each total of one that may not be shown. */
function questionsOf(measure: Measure, only: readonly string[] | undefined): Question[] {
  if (measure.use === 'score-only')
    return scalesOf(measure)
      .filter(({ part }) => !part)
      .map(({ id, name, range }) => ({
        id,
        text: name,
        response: { from: range[0], to: range[1], step: 0, reversed: false },
      }));
  const wanted = scalesOf(measure).filter(({ id }) => only?.includes(id) ?? true);
  const asked = new Set(wanted.flatMap(({ of = [] }) => of));
  return itemsOf(measure).filter(({ id }) => only === undefined || asked.has(id));
}

/** An item that may not be shown is known by its id: "q7" is question 7. */
const itemsOf = (measure: Measure): Question[] =>
  measure.items.map((item) => ({
    ...item,
    text: item.text ?? item.id.replace(/^q(?=\d)/, 'Question ').replaceAll('-', ' '),
    response: responseOf(measure, item),
  }));
