import type { ImportRow } from '../../state/imports-api.ts';

/** More than anybody reads in a page; the command line shows all. */
const MOST_SHOWN = 1000;
const OUTCOMES: Readonly<Record<ImportRow['outcome'], string>> = {
  new: 'New',
  existing: 'Here already',
  bad: 'Cannot be taken',
};
/** What needs a look comes first. */
const ORDER: readonly ImportRow['outcome'][] = ['bad', 'existing', 'new'];

/** Row by row, what becomes of it. */
export function ImportRows({ rows }: { readonly rows: readonly ImportRow[] }) {
  if (rows.length === 0) return null;
  const sorted = rows.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const more = rows.length - MOST_SHOWN;
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">Row by row</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Name</th>
            <th scope="col">What becomes of it</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST_SHOWN).map(({ line, name, outcome, why }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>{name === '' ? 'No name' : name}</td>
              <td>
                <b>{OUTCOMES[outcome]}</b>
                {why === '' ? null : <span className="hint"> {why}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="hint">And {more} more.</p> : null}
    </section>
  );
}
