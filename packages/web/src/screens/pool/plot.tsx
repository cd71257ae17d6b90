import type { PlotTable } from '@assuage/evidence';
import { NumbersTable } from './numbers-table.tsx';
import { poolTexts as texts } from './pool.words.ts';

interface PlotProps {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  /** From the pure drawing of the evidence package, which escapes every text in it. */
  readonly svg: string;
  /** The same, drawn for a phone; left out, the one drawing serves both. */
  readonly narrow?: string;
  readonly table: PlotTable;
}

/** A plot, and the same numbers as a table. */
export function Plot({ id, title, what, svg, narrow, table }: PlotProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{what}</p>
      {narrow === undefined ? null : <Drawing className="pool-drawing pool-narrow" svg={narrow} />}
      <Drawing className={`pool-drawing ${narrow === undefined ? '' : 'pool-broad'}`} svg={svg} />
      <details>
        <summary>{texts.table}</summary>
        <NumbersTable table={table} />
      </details>
    </section>
  );
}

function Drawing({ className, svg }: { readonly className: string; readonly svg: string }) {
  return (
    <div
      className={className}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing is our own and its texts are escaped; the same text is saved as a file.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
