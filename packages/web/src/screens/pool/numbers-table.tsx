import type { PlotTable } from '@assuage/evidence';

/** Numbers under their headings; on a phone they move sideways inside their own box. */
export function NumbersTable({ table }: { readonly table: PlotTable }) {
  return (
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
  );
}
