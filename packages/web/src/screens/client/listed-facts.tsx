import type { Statement } from '@assuage/safety';
import { Link } from '@tanstack/react-router';
import { whenSaid } from '../../components/times.ts';
import type { ClientRecord } from '../../state/record.ts';
import { recorded, sourceText } from '../../state/sources.ts';
import type { ClientView } from './view.ts';

interface ListedFactsProps {
  readonly view: ClientView;
  readonly kind: 'condition' | 'medicine';
  readonly title: string;
}

/** The client's conditions or medicines. "None" is said only when somebody said so. */
export function ListedFacts({ view, kind, title }: ListedFactsProps) {
  const { engine, record, standing, today } = view;
  const facts = [...standing.profile.facts.values()].flatMap((statement) => {
    const fact = engine.fact(statement.fact);
    return fact?.kind === kind && statement.answer !== 'no' ? [{ fact, statement }] : [];
  });
  const isListed = record.listed[kind];
  const said = record.listedBy[kind];
  return (
    <section aria-labelledby={`${kind}s`}>
      <h2 id={`${kind}s`}>{title}</h2>
      <ul className="plain-list">
        {facts.map(({ fact, statement }) => (
          <li key={fact.id}>
            <Link to="/knowledge/$id" params={{ id: fact.id }}>
              <b>{fact.name}</b>
            </Link>
            {wordOf(record, statement, fact.name)}
            {statement.answer === 'unknown' ? ' (not sure)' : ''}
            {statement.places && statement.places.length > 0
              ? `: ${statement.places.map((place) => engine.body.label(place)).join(', ')}`
              : ''}
            <span className="hint">
              {' '}
              {provenance(record, statement)}
              {statement.by}, {whenSaid(statement.at, today)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {isListed
          ? facts.length === 0
            ? 'None known'
            : 'These are all'
          : facts.length === 0
            ? 'Not asked yet.'
            : 'Not asked yet whether there are others.'}
        {isListed && said !== undefined ? (
          <span className="hint">
            {' '}
            {said.by}, {whenSaid(said.at, today)}
          </span>
        ) : null}
      </p>
    </section>
  );
}

/** ", as Humira": the word that was said, where it is another than the name. */
function wordOf(record: ClientRecord, statement: Statement, name: string): string {
  const word = recorded(record, statement)?.word;
  return word === undefined || word === name ? '' : `, as ${word}`;
}

function provenance(record: ClientRecord, statement: Statement): string {
  const source = recorded(record, statement)?.source;
  return source === undefined ? '' : `${sourceText(source)}. `;
}
