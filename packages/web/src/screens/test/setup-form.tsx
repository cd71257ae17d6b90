import { type DailyRating, sayBefore, suggestPeriod } from '@assuage/outcomes';
import { useId, useMemo, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { DateBoxes, partsOf } from '../../components/date-boxes.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextField } from '../../components/text-field.tsx';
import {
  armsOf,
  lengthsOf,
  newSeed,
  nextMonday,
  readSetup,
  type SetupProblem,
} from '../../state/test-setup.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { DrawnTest } from './drawn-test.tsx';
import { testSetupTexts as texts } from './test.words.ts';

const MOST_SECONDARY = 5;

interface SetupFormProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  readonly ratings: readonly DailyRating[];
  readonly today: string;
}

/** What is chosen stays on this device until the test is started; so does the seed, once it is drawn. */
export function SetupForm({ at, handle, ratings, today }: SetupFormProps) {
  const [empty] = useState(() => ({
    measure: '',
    important: '1',
    compares: 'weeks',
    lasts: '',
    weeks: '10',
    less: '14',
    secondary: [] as readonly string[],
    start: partsOf(nextMonday(today)),
    seed: '',
    isDrawn: '',
  }));
  const { fields, change, drop } = useFormDraft(`test.${at.record.client.id}`, empty);
  const [problems, setProblems] = useState<readonly SetupProblem[]>([]);
  const id = useId();
  const read = useMemo(() => readSetup(fields, ratings, today), [fields, ratings, today]);
  if (fields.isDrawn !== '' && read.ok)
    return (
      <DrawnTest
        at={at}
        handle={handle}
        chosen={read.chosen}
        seed={fields.seed}
        onChange={() => change({ isDrawn: '' })}
        onBegun={drop}
      />
    );
  const rating = ratings.find((one) => one.id === fields.measure);
  const arms = armsOf(fields);
  const lengths = lengthsOf(arms);
  const period = suggestPeriod(fields.lasts === '' ? undefined : Number(fields.lasts));
  const isLength = lengths.some((weeks) => String(weeks) === fields.weeks);
  const draw = () => {
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) change({ isDrawn: 'yes', seed: fields.seed || newSeed() });
  };
  const pick = (measure: string, isPicked: boolean) =>
    change({
      secondary: isPicked
        ? [...fields.secondary, measure]
        : fields.secondary.filter((one) => one !== measure),
    });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        draw();
      }}
    >
      <FormErrors title={texts.errors} errors={problems.map((one) => errorOf(one, id))} />
      <ChoiceList
        id={`${id}-measure`}
        legend={texts.measure}
        choices={ratings.map((one) => [one.id, upperFirst(one.asked.outcome)])}
        chosen={fields.measure}
        onChoose={(measure) => change({ measure })}
      />
      <TextField
        id={`${id}-important`}
        label={texts.important}
        hint={rating?.isStudied === false ? texts.importantOther : texts.importantPain}
        value={fields.important}
        onChange={(important) => change({ important })}
      />
      <ChoiceList
        legend={texts.compares}
        choices={Object.entries(texts.comparesChoices)}
        chosen={fields.compares}
        onChoose={(compares) => change({ compares, weeks: compares === 'cadence' ? '16' : '10' })}
      />
      {arms.compares === 'cadence' ? (
        <ChoiceList
          legend={texts.less}
          choices={Object.entries(texts.lessChoices)}
          chosen={fields.less}
          onChoose={(less) => change({ less })}
        />
      ) : (
        <>
          <ChoiceList
            legend={texts.lasts}
            choices={LASTS}
            chosen={fields.lasts}
            onChoose={(lasts) => change({ lasts })}
          />
          <p className="hint">{period.reason}</p>
        </>
      )}
      <ChoiceList
        id={`${id}-weeks`}
        legend={texts.weeks}
        choices={lengths.map((weeks) => [String(weeks), texts.weeksChoice(weeks)])}
        chosen={fields.weeks}
        onChoose={(weeks) => change({ weeks })}
      />
      {isLength ? (
        <p>
          {sayBefore(
            Number(fields.weeks),
            arms.compares,
            arms.compares === 'weeks' ? arms.periodDays : 7,
          )}
        </p>
      ) : null}
      <fieldset className="segments">
        <legend>{texts.secondary}</legend>
        {ratings
          .filter((one) => one.id !== fields.measure)
          .map((one) => {
            const isPicked = fields.secondary.includes(one.id);
            return (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={isPicked}
                  disabled={!isPicked && fields.secondary.length >= MOST_SECONDARY}
                  onChange={() => pick(one.id, !isPicked)}
                />
                <span>{upperFirst(one.asked.outcome)}</span>
              </label>
            );
          })}
      </fieldset>
      <p className="hint">{texts.secondaryWhat}</p>
      <DateBoxes
        id={`${id}-start`}
        legend={texts.start}
        parts={fields.start}
        onChange={(start) => change({ start })}
      />
      <div className="main-action">
        <button type="submit" className="button button-main">
          {texts.draw}
        </button>
      </div>
    </form>
  );
}

/** In the order of the words, which that of an object with numbers for names is not. */
const LASTS = (['', '1', '5', '7', '14'] as const).map(
  (days) => [days, texts.lastsChoices[days]] as const,
);

function errorOf({ field, why }: SetupProblem, id: string): PageError {
  switch (field) {
    case 'measure':
      return { text: texts.measureMissing, field: `${id}-measure` };
    case 'important':
      return { text: texts.importantWrong, field: `${id}-important` };
    case 'weeks':
      return { text: texts.weeksMissing, field: `${id}-weeks` };
    case 'start':
      return {
        text: why === 'past' ? texts.startPast : texts.startMissing,
        field: `${id}-start-day`,
      };
  }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
