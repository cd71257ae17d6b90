import { COMPARATOR_WORDS } from '@assuage/handbook';
import { Link } from '@tanstack/react-router';
import type { Review } from '../../state/review.ts';
import { saveFile } from '../pool/save-file.ts';
import { extractionTexts as texts } from './extraction.words.ts';
import { type PoolTable, poolTables } from './pool-text.ts';

/** The numbers of the papers that are taken up, as tables for the page that pools them. */
export function PoolTables({ review }: { readonly review: Review }) {
  const tables = poolTables(review.candidates);
  return (
    <section aria-labelledby="pool">
      <h2 id="pool">{texts.pool}</h2>
      {tables.length === 0 ? (
        <p>{texts.noPool}</p>
      ) : (
        <>
          <p>{texts.poolWhat}</p>
          {tables.map((table) => (
            <OneTable key={`${table.outcome} ${table.against} ${table.kind}`} table={table} />
          ))}
          <p>
            <Link to="/pool" className="knowledge-link">
              {texts.toPool}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

function OneTable({ table }: { readonly table: PoolTable }) {
  const { outcome, against, kind, csv, studies, leftOut } = table;
  const words = kind === 'means' || kind === 'events' ? texts.shapes[kind] : texts.measures[kind];
  const name = texts.table(outcome, COMPARATOR_WORDS[against], words);
  const id = `table-${outcome}-${against}-${kind}`.replace(/\W+/g, '-');
  return (
    <>
      <h3>{name}</h3>
      <p>{texts.tableStudies(studies)}</p>
      {leftOut.length === 0 ? null : (
        <ul>
          {leftOut.map(({ title, why }) => (
            <li key={title}>
              {title}: {texts.leftOut[why]}
            </li>
          ))}
        </ul>
      )}
      {csv === '' ? null : (
        <>
          <div className="field">
            <label htmlFor={id}>{texts.tableText}</label>
            <textarea id={id} rows={Math.min(8, studies + 1)} readOnly value={csv} />
          </div>
          {kind === 'means' || kind === 'events' ? null : (
            <p className="hint">{texts.tableMeasure(`${texts.measures[kind]} (${kind})`)}</p>
          )}
          <button
            type="button"
            className="button"
            onClick={() => saveFile('studies.csv', 'text/csv', csv)}
          >
            {texts.tableSave}
          </button>
        </>
      )}
    </>
  );
}
