import { forestTable, funnelTable, type PlotTable, poolingJson } from '@assuage/evidence';
import { NumbersTable } from './numbers-table.tsx';
import { effectsCsv, leftOutLines, type Pooled } from './pasted.ts';
import { Plot } from './plot.tsx';
import { poolTexts as texts } from './pool.words.ts';
import { saveFile } from './save-file.ts';

const SVG = 'image/svg+xml';

/** What the studies say together: in a sentence, as plots, as tables, and as files to keep. */
export function PooledStudies({ pooled }: { readonly pooled: Pooled }) {
  const { found, table, sections, forest, forestNarrow, funnel } = pooled;
  const json = () => `${JSON.stringify(poolingJson(found, table), null, 2)}\n`;
  // What is said of bias has its own place below.
  const notes = found.notes.filter((note) => !note.startsWith('Too few studies to judge bias'));
  return (
    <>
      <section aria-labelledby="pool-result">
        <h2 id="pool-result">{texts.result}</h2>
        <p className="pool-summary">{found.summary}</p>
        <Lines title={texts.readWith} lines={notes} />
        <Lines title={texts.leftOut} lines={leftOutLines(table)} />
      </section>
      <Plot
        id="pool-forest"
        title={texts.forest}
        what={texts.forestWhat}
        svg={forest}
        narrow={forestNarrow}
        table={forestTable(found)}
      />
      {sections.map(({ title, lines, table: numbers }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <List lines={lines} />
          {numbers === null ? null : <Numbers table={numbers} />}
        </section>
      ))}
      {funnel === null ? (
        <section aria-labelledby="pool-funnel">
          <h2 id="pool-funnel">{texts.funnel}</h2>
          <p>{texts.tooFew}</p>
        </section>
      ) : (
        <Plot
          id="pool-funnel"
          title={texts.funnel}
          what={texts.funnelWhat}
          svg={funnel}
          table={funnelTable(found)}
        />
      )}
      <section aria-labelledby="pool-save" className="no-print">
        <h2 id="pool-save">{texts.save}</h2>
        <div className="pool-buttons">
          <SaveButton name="forest-plot.svg" type={SVG} text={() => forest}>
            {texts.saveForest}
          </SaveButton>
          {funnel === null ? null : (
            <SaveButton name="funnel-plot.svg" type={SVG} text={() => funnel}>
              {texts.saveFunnel}
            </SaveButton>
          )}
          <SaveButton name="studies.csv" type="text/csv" text={() => effectsCsv(pooled)}>
            {texts.saveCsv}
          </SaveButton>
          <SaveButton name="pooling.json" type="application/json" text={json}>
            {texts.saveJson}
          </SaveButton>
        </div>
      </section>
    </>
  );
}

interface SaveButtonProps {
  readonly name: string;
  readonly type: string;
  readonly text: () => string;
  readonly children: string;
}

function SaveButton({ name, type, text, children }: SaveButtonProps) {
  return (
    <button
      type="button"
      className="button button-plain"
      onClick={() => saveFile(name, type, text())}
    >
      {children}
    </button>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <List lines={lines} />
    </>
  );
}

/** More rows than this are shown when they are asked for. */
const LONG = 6;

function Numbers({ table }: { readonly table: PlotTable }) {
  if (table.rows.length <= LONG) return <NumbersTable table={table} />;
  return (
    <details>
      <summary>{texts.table}</summary>
      <NumbersTable table={table} />
    </details>
  );
}

function List({ lines }: { readonly lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
