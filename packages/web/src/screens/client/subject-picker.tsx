import { describeMatch, type Match, type Search } from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';
import { useId, useState } from 'react';
import { Status } from '../../components/status.tsx';
import type { Intake, ListKind } from '../../state/intake.ts';

interface SubjectPickerProps {
  readonly kind: ListKind;
  readonly title: string;
  readonly label: string;
  readonly engine: Engine;
  readonly search: Search;
  readonly intake: Intake;
  readonly onChange: (change: Partial<Intake>) => void;
}

type Subject = Exclude<Match, { kind: 'place' }>;
const MOST = 6;
const isSubject = (match: Match): match is Subject => match.kind !== 'place';

/** A search box whose suggestions are buttons, and the list they fill. */
export function SubjectPicker({
  kind,
  title,
  label,
  engine,
  search,
  intake,
  onChange,
}: SubjectPickerProps) {
  const [typed, setTyped] = useState('');
  const [says, setSays] = useState('');
  const id = useId();
  const chosen = intake[kind];
  const isChosen = ({ ids }: Subject) => ids.every((fact) => chosen.includes(fact));
  const { exact, suggestions } = search.find(typed, [kind]);
  const matches = [...exact, ...suggestions].filter(isSubject);
  const found = matches.filter((match) => !isChosen(match)).slice(0, MOST);
  const [listed] = exact.filter(isSubject).filter(isChosen);
  const nameOf = (fact: string): string => engine.fact(fact)?.name ?? fact;
  const add = (match: Subject) => {
    onChange({ [kind]: [...new Set([...chosen, ...match.ids])] });
    setTyped('');
    setSays(`${describeMatch(match)} added.`);
  };
  const remove = (fact: string) => {
    onChange({ [kind]: chosen.filter((other) => other !== fact) });
    setSays(`${nameOf(fact)} removed.`);
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {chosen.length > 0 ? (
        <ul className="plain-list chosen-list">
          {chosen.map((fact) => (
            <li key={fact}>
              <b>{nameOf(fact)}</b>
              <button type="button" className="button" onClick={() => remove(fact)}>
                Remove<span className="visually-hidden"> {nameOf(fact)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="field narrow">
        <label htmlFor={`${id}-search`}>{label}</label>
        <input
          id={`${id}-search`}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setSays('');
          }}
        />
      </div>
      {typed.trim() === '' ? null : (
        <ul className="suggestions">
          {found.map((match) => (
            <li key={match.ids.join()}>
              <button type="button" className="button" onClick={() => add(match)}>
                Add {describeMatch(match)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Status>
        {typed.trim() === ''
          ? says
          : listed
            ? `${describeMatch(listed)} is in the list already.`
            : found.length === 0
              ? 'Assuage does not know this one yet. Answer "Yes" below to the question about the list.'
              : `${found.length} found`}
      </Status>
      <label className="choice narrow">
        <input
          type="checkbox"
          checked={intake.listed[kind]}
          onChange={() => onChange({ listed: { ...intake.listed, [kind]: !intake.listed[kind] } })}
        />
        {chosen.length === 0 ? 'The client has none' : 'These are all'}
      </label>
    </section>
  );
}
