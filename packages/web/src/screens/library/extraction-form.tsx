import { COMPARATOR_WORDS } from '@assuage/handbook';
import { type FormEvent, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { Status } from '../../components/status.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Extraction } from '../../state/review.ts';
import { useForm } from '../../state/use-form.ts';
import { extractionTexts as texts } from './extraction.words.ts';
import {
  BOXES,
  type Box,
  MEASURES,
  type Measure,
  type ReadBoxes,
  readBoxes,
  type Shape,
  type TypedProblem,
} from './typed-numbers.ts';

const SHAPES = Object.entries(texts.shapes) as [Shape, string][];
const COMPARATORS = Object.entries(COMPARATOR_WORDS) as [Extraction['against'], string][];
const EMPTY = { outcome: '', against: '', cohort: '', where: '', note: '' };
type Fields = typeof EMPTY;

interface ExtractionFormProps {
  readonly paper: string;
  /** Whoever else is about these people, by what is typed for them. */
  readonly samePeople: (cohort: string) => string | undefined;
  readonly onSave: (extraction: Extraction) => Promise<void>;
}

/** One outcome of a paper: numbers that cannot be true are refused, those that look odd need a note. */
export function ExtractionForm({ paper, samePeople, onSave }: ExtractionFormProps) {
  const [fields, setFields] = useState(EMPTY);
  const [shape, setShape] = useState<Shape>('means');
  const [measure, setMeasure] = useState<Measure>('SMD');
  const [typed, setTyped] = useState<Readonly<Partial<Record<Box, string>>>>({});
  const [said, setSaid] = useState('');
  const { errors, isBusy, submit } = useForm();
  const change = (changed: Partial<Fields>) => setFields({ ...fields, ...changed });
  const other = samePeople(fields.cohort);

  const save = (event: FormEvent) => {
    event.preventDefault();
    setSaid('');
    const read = readBoxes(shape, measure, typed);
    const against = COMPARATORS.find(([value]) => value === fields.against)?.[0];
    submit(wrongIn(fields, read), async () => {
      if (!read.numbers || against === undefined) return;
      const { outcome, cohort, where, note } = fields;
      await onSave({
        kind: 'extraction',
        paper,
        outcome: outcome.trim(),
        against,
        cohort: cohort.trim(),
        where: where.trim(),
        numbers: read.numbers,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      });
      setSaid(texts.saved(outcome.trim()));
      // The next outcome of the same paper is about the same people.
      setFields({ ...EMPTY, against: fields.against, cohort });
      setTyped({});
    });
  };

  return (
    <form onSubmit={save} noValidate>
      <FormErrors title={texts.errors} errors={errors} />
      <p>{texts.formWhat}</p>
      <TextField
        id="ex-outcome"
        label={texts.outcome}
        hint={texts.outcomeHint}
        value={fields.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      <div className="field">
        <label htmlFor="ex-against">{texts.against}</label>
        <select
          id="ex-against"
          value={fields.against}
          onChange={({ target }) => change({ against: target.value })}
        >
          <option value="">{texts.choose}</option>
          {COMPARATORS.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <TextField
        id="ex-cohort"
        label={texts.cohort}
        hint={texts.cohortHint}
        value={fields.cohort}
        onChange={(cohort) => change({ cohort })}
      />
      {other === undefined ? null : <p className="notice">{texts.samePeople(other)}</p>}
      <TextField
        id="ex-where"
        label={texts.where}
        hint={texts.whereHint}
        value={fields.where}
        onChange={(where) => change({ where })}
      />
      <ChoiceList
        legend={texts.shape}
        choices={SHAPES}
        chosen={shape}
        onChoose={(chosen) => {
          setShape(chosen);
          setTyped({});
        }}
      />
      {shape === 'effect' ? (
        <ChoiceList
          legend={texts.measure}
          choices={MEASURES.map((each) => [each, texts.measures[each]] as const)}
          chosen={measure}
          onChoose={setMeasure}
        />
      ) : null}
      <div className="pool-columns">
        {BOXES[shape].map((box) => (
          <TextField
            key={box}
            id={boxId(box)}
            label={texts.boxes[box]}
            value={typed[box] ?? ''}
            onChange={(value) => setTyped({ ...typed, [box]: value })}
          />
        ))}
      </div>
      <TextArea
        id="ex-note"
        label={texts.note}
        hint={texts.noteHint}
        value={fields.note}
        onChange={(note) => change({ note })}
      />
      <Status>{said}</Status>
      <button type="submit" className="button button-main" disabled={isBusy}>
        {texts.save}
      </button>
    </form>
  );
}

const boxId = (box: Box): string => `ex-${box}`;

function wrongIn(fields: Fields, { problems }: ReadBoxes): PageError[] {
  const needs = Object.entries(texts.needs) as [keyof typeof texts.needs, string][];
  return [
    ...needs.flatMap(([field, text]) =>
      fields[field].trim() === '' ? [{ text, field: `ex-${field}` }] : [],
    ),
    ...problems.flatMap((problem) => {
      const { box, is, why } = problem;
      if (is !== 'doubtful') return [{ text: wordsOf(problem), field: boxId(box) }];
      return fields.note.trim() === '' ? [{ text: texts.doubtful(why), field: 'ex-note' }] : [];
    }),
  ];
}

function wordsOf({ box, is, why }: TypedProblem): string {
  const name = texts.boxes[box];
  if (is === 'missing') return texts.missingBox(name);
  if (is === 'no-number') return texts.noNumber(name, why);
  return is === 'not-whole' ? texts.notWhole(name, why) : texts.impossible(name, why);
}
