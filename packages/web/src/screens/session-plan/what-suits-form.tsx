import { type DailyRating, isTesting, type Way } from '@assuage/outcomes';
import { useId, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { WriteFold } from '../../components/write-fold.tsx';
import { fixComparison } from '../../state/comparison.ts';
import { newSeed, withHash } from '../../state/test-setup.ts';
import type { ClientHandle } from '../../state/use-client.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { type WayKind, wayName, waysToCompare } from '../../state/ways.ts';
import { writerOf } from '../../state/writer.ts';
import type { PlanAtWork } from './use-plan.ts';
import { comparisonTexts as texts } from './what-suits.words.ts';

/** Sessions in all; fewer than 6 of each never give a number. */
const SESSIONS = ['12', '16', '20'] as const;
const EMPTY = {
  kind: 'technique',
  first: '',
  second: '',
  measure: 'nrs-pain',
  sessions: '12',
  agreed: '',
  either: '',
};

const keyOf = (way: Way): string => ('technique' in way ? way.technique : String(way.pressure));

interface CompareFormProps {
  readonly plan: PlanAtWork;
  readonly handle: ClientHandle;
  /** Undefined until they are loaded: the fold stands before, so that nothing on the page moves. */
  readonly ratings: readonly DailyRating[] | undefined;
}
type FieldsProps = CompareFormProps & { readonly ratings: readonly DailyRating[] };

/** Two ways that today's limits, therapist and client all allow; the order is drawn when it begins. */
export function CompareForm({ plan, handle, ratings }: CompareFormProps) {
  const { record, today } = plan;
  return (
    <WriteFold summary={texts.begin}>
      {isTesting(record, today) ? (
        <p>{texts.testing}</p>
      ) : ratings ? (
        <Fields plan={plan} handle={handle} ratings={ratings} />
      ) : null}
    </WriteFold>
  );
}

function Fields({ plan, handle, ratings }: FieldsProps) {
  const { engine, practice, record, session, today } = plan;
  const { fields, change, drop } = useFormDraft(`ways.${record.client.id}`, EMPTY);
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const id = useId();
  const kind: WayKind = fields.kind === 'pressure' ? 'pressure' : 'technique';
  const { training } = practice.therapist;
  const ways = waysToCompare(engine, session.envelope, training, record, kind, today);
  const begin = async () => {
    const [first, second] = [fields.first, fields.second].map((key) =>
      ways.find((way) => keyOf(way) === key),
    );
    const rating = ratings.find((one) => one.id === fields.measure);
    const sessions = SESSIONS.find((one) => one === fields.sessions);
    const wrong: PageError[] = [];
    if (!first || !second || first === second)
      wrong.push({ text: texts.missing.ways, field: `${id}-first` });
    if (!rating) wrong.push({ text: texts.missing.measure, field: `${id}-measure` });
    if (!sessions) wrong.push({ text: texts.missing.sessions, field: `${id}-sessions` });
    if (fields.agreed === '' || fields.either === '')
      wrong.push({ text: texts.missing.agreed, field: `${id}-agreed` });
    setErrors(wrong);
    if (!first || !second || !rating || !sessions || wrong.length > 0) return;
    setIsBusy(true);
    const chosen = {
      measure: rating.id,
      ways: [first, second] as const,
      blocks: Number(sessions) / 2,
    };
    // Both vetoes were asked for: what is kept says so.
    const told = [texts.what, texts.told, `${texts.agreed}.`, `${texts.either}.`].join(' ');
    const fixed = { release: practice.release, told, today, seed: newSeed() };
    const body = await withHash(fixComparison(chosen, fixed));
    drop();
    void writerOf(plan, handle)('trial', body);
  };
  const waySelect = (field: 'first' | 'second') => (
    <div className="field narrow">
      <label htmlFor={`${id}-${field}`}>{texts[field]}</label>
      <select
        id={`${id}-${field}`}
        value={fields[field]}
        onChange={(event) => change({ [field]: event.target.value })}
      >
        <option value="">{texts.choose}</option>
        {ways.map((way) => (
          <option key={keyOf(way)} value={keyOf(way)}>
            {wayName(engine, way)}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void begin();
      }}
    >
      <FormErrors title={texts.cannot} errors={errors} />
      <p>{texts.what}</p>
      <p>{texts.told}</p>
      <ChoiceList
        legend={texts.kind}
        choices={texts.kinds}
        chosen={kind}
        onChoose={(chosen) => change({ kind: chosen, first: '', second: '' })}
      />
      {ways.length < 2 ? (
        <p>{texts.tooFew}</p>
      ) : (
        <>
          {waySelect('first')}
          {waySelect('second')}
          <ChoiceList
            id={`${id}-measure`}
            legend={texts.measure}
            choices={ratings.map(({ id: measure, name }) => [measure, name])}
            chosen={fields.measure}
            onChoose={(measure) => change({ measure })}
          />
          <ChoiceList
            id={`${id}-sessions`}
            legend={texts.sessions}
            choices={SESSIONS.map((count) => [count, count])}
            chosen={fields.sessions}
            onChoose={(sessions) => change({ sessions })}
          />
          <fieldset className="choices">
            <legend>{texts.both}</legend>
            {(['agreed', 'either'] as const).map((field) => (
              <label key={field} className="choice">
                <input
                  id={`${id}-${field}`}
                  type="checkbox"
                  checked={fields[field] !== ''}
                  onChange={(event) => change({ [field]: event.target.checked ? 'yes' : '' })}
                />
                {texts[field]}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button" disabled={isBusy}>
            {texts.start}
          </button>
        </>
      )}
    </form>
  );
}
