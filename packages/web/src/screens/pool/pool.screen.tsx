import { type Better, type Measure, scaleOf } from '@assuage/evidence';
import { type FormEvent, useMemo, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { Page } from '../../components/page.tsx';
import { Status } from '../../components/status.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { useArrival } from '../../components/use-arrival.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import { WaysOut } from '../knowledge/ways-out.tsx';
import { AddStudy } from './add-study.tsx';
import { EXAMPLE } from './example.ts';
import { MoreAsked } from './more-asked.tsx';
import { headOf, measuresOf, NOTHING_MORE, poolPasted } from './pasted.ts';
import { poolTexts as texts } from './pool.words.ts';
import { PooledSitesFound } from './pooled-sites.tsx';
import { PooledStudies } from './pooled-studies.tsx';

const EMPTY = { text: '', measure: '', better: '', ...NOTHING_MORE };
const TABLE = 'pool-table';
const BETTER: readonly (readonly [Better | '', string])[] = [
  ['lower', texts.betterLower],
  ['higher', texts.betterHigher],
  ['', texts.betterUnsaid],
];
/** As docs/pooling.md lists them. */
const COLUMNS = [
  'study, m1i, sd1i, n1i, m2i, sd2i, n2i',
  'study, ai, bi, ci, di',
  'study, ai, n1i, ci, n2i',
  'study, m1i, sd1i, m2i, sd2i, ni, ri',
  'study, ri, ni',
  'study, yi, vi',
  'study, yi, sei',
  'study, lq1i, med1i, uq1i, n1i, lq2i, med2i, uq2i, n2i',
  'site, k, sumY, sumYY, sumV',
];

/** Studies from a spreadsheet, pooled in the page; the table stays on this device as a draft. */
export function PoolScreen() {
  const { fields, change, drop } = useFormDraft('pool', EMPTY);
  /** Whether what is in the table now was asked for. */
  const [asked, setAsked] = useState(false);
  useArrival();
  const measures = useMemo(() => measuresOf(fields.text), [fields.text]);
  const measure = measures.find((each) => each === fields.measure) ?? null;
  const better = fields.better === 'lower' || fields.better === 'higher' ? fields.better : null;
  const pooled = useMemo(
    () => (asked ? poolPasted({ text: fields.text, measure, better, more: fields }) : null),
    [asked, fields, measure, better],
  );
  const put = (text: string, now: boolean) => {
    // What is chosen for some columns would misread others.
    const sameColumns = headOf(text).join() === headOf(fields.text).join();
    change(sameColumns ? { text } : { text, measure: '', ...NOTHING_MORE });
    setAsked(now);
  };
  const run = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
  };
  const found = pooled?.ok ? pooled.value : null;
  const isEmpty = fields.text === '';
  const wrong = pooled && !pooled.ok ? pooled.why : [];
  return (
    <Page title={texts.title} audience="therapist" hasError={wrong.length > 0} before={<WaysOut />}>
      <FormErrors title={texts.errors} errors={wrong.map((text) => ({ text, field: TABLE }))} />
      <p>{texts.what}</p>
      <form onSubmit={run} noValidate className="no-print">
        <TextArea
          id={TABLE}
          label={texts.paste}
          hint={texts.pasteHint}
          rows={8}
          value={fields.text}
          onChange={(text) => put(text, false)}
        />
        <details>
          <summary>{texts.columns}</summary>
          <p>{texts.columnsHint}</p>
          <ul>
            {COLUMNS.map((columns) => (
              <li key={columns}>{columns}</li>
            ))}
          </ul>
        </details>
        {/* One button, so that the focus stays where it is when its work changes. */}
        <button
          type="button"
          className="button button-plain"
          aria-describedby={isEmpty ? 'pool-example' : undefined}
          onClick={() => {
            setAsked(false);
            if (isEmpty) change({ text: EXAMPLE });
            else drop();
          }}
        >
          {isEmpty ? texts.example : texts.clear}
        </button>
        {isEmpty ? (
          <p id="pool-example" className="hint">
            {texts.exampleHint}
          </p>
        ) : null}
        {measures.length < 2 ? null : (
          <MeasureChoice
            measures={measures}
            chosen={measure ?? measures[0]}
            onChoose={(chosen) => change({ measure: chosen })}
          />
        )}
        <ChoiceList
          legend={texts.better}
          choices={BETTER}
          chosen={fields.better}
          onChoose={(chosen) => change({ better: chosen })}
        />
        <MoreAsked
          text={fields.text}
          more={fields}
          onChange={(changed) => {
            change(changed);
            setAsked(false);
          }}
        />
        <button type="submit" className="button button-main">
          {texts.run}
        </button>
      </form>
      <Status>{found?.kind === 'studies' ? texts.done(found.found.studies.length) : null}</Status>
      <AddStudy text={fields.text} onAdd={(text) => put(text, true)} />
      {found?.kind === 'studies' ? <PooledStudies pooled={found} /> : null}
      {found?.kind === 'sites' ? <PooledSitesFound found={found} /> : null}
    </Page>
  );
}

interface MeasureChoiceProps {
  readonly measures: readonly Measure[];
  readonly chosen: Measure | undefined;
  readonly onChoose: (measure: string) => void;
}

/** Of many, so a list to open rather than boxes. */
function MeasureChoice({ measures, chosen, onChoose }: MeasureChoiceProps) {
  return (
    <div className="field">
      <label htmlFor="pool-measure">{texts.measure}</label>
      <select id="pool-measure" value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {measures.map((measure) => (
          <option key={measure} value={measure}>
            {scaleOf(measure).name} ({measure})
          </option>
        ))}
      </select>
    </div>
  );
}
