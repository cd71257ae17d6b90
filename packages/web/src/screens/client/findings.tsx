import type { Statement } from '@assuage/safety';
import { whenSaid } from '../../components/times.ts';
import type { ClientView } from './view.ts';

const ANSWERS = { yes: 'Yes', no: 'No', unknown: 'Not sure' } as const;

/** What else was said: each with its source and date; what is too old is to be asked again. */
export function Findings({ view }: { readonly view: ClientView }) {
  const { engine, standing, today } = view;
  const isFinding = ({ fact }: Statement) => engine.fact(fact)?.kind === 'finding';
  const facts = [...standing.profile.facts.values()]
    .filter(isFinding)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const stale = standing.stale.filter(isFinding);
  const yes = facts.filter(({ answer }) => answer !== 'no');
  const no = facts.filter(({ answer }) => answer === 'no');
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      {facts.length === 0 ? <p>Nothing asked yet that still counts.</p> : null}
      <FactList view={view} statements={yes} />
      {no.length > 0 ? (
        <details>
          <summary>Answered no: {no.length}</summary>
          <FactList view={view} statements={no} />
        </details>
      ) : null}
      {stale.length > 0 ? (
        <details>
          <summary>Too old to count, ask again: {stale.length}</summary>
          <ul className="plain-list">
            {stale.map((statement) => (
              <li key={statement.fact}>
                {engine.fact(statement.fact)?.name}
                <span className="hint">
                  {' '}
                  {ANSWERS[statement.answer]}, {statement.by}, {whenSaid(statement.at, today)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

interface FactListProps {
  readonly view: ClientView;
  readonly statements: readonly Statement[];
}

function FactList({ view, statements }: FactListProps) {
  const { engine, today } = view;
  return (
    <ul className="plain-list">
      {statements.map(({ fact, answer, places, value, by, at }) => {
        const known = engine.fact(fact);
        const unit = known?.kind === 'finding' ? known.quantity?.unit : undefined;
        return (
          <li key={fact}>
            <b>{known?.name ?? fact}</b>:{' '}
            {value === undefined ? ANSWERS[answer] : [value, unit].filter(Boolean).join(' ')}
            {places && places.length > 0
              ? `, ${places.map((place) => engine.body.label(place)).join(', ')}`
              : ''}
            <span className="hint">
              {' '}
              {by}, {whenSaid(at, today)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
