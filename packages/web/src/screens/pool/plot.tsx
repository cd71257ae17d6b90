import type { PlotTable } from '@assuage/evidence';
import { poolTexts as texts } from './pool.words.ts';

interface PlotProps {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  /** From the pure drawing of the evidence package, which escapes every text in it. */
  readonly svg: string;
  readonly table: PlotTable;
}

/** A plot, and the same numbers as a table. On a phone both move sideways inside their own box. */
export function Plot({ id, title, what, svg, table }: PlotProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{what}</p>
      <section
        className="pool-wide"
        aria-label={texts.drawing(title)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys.
        tabIndex={0}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing is our own and its texts are escaped; the same text is saved as a file.
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <details>
        <summary>{texts.table}</summary>
        <section
          className="pool-wide"
          aria-label={table.caption}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys.
          tabIndex={0}
        >
          <table>
            <caption>{table.caption}</caption>
            <thead>
              <tr>
                {table.headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name, ...cells], row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two studies may have one name.
                <tr key={row}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, column) => (
                    <td key={table.headings[column + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
