import { describeMatch, type Match, type Search, type SearchKind } from '@assuage/knowledge';
import type { Engine, Profile } from '@assuage/safety';
import { useId, useState } from 'react';
import { Status } from '../../components/status.tsx';
import type { Intake, ListKind } from '../../state/intake.ts';
import { isOffered, pickedIn, withoutPicked, withPicked } from '../../state/picked.ts';
import type { ClientRecord } from '../../state/record.ts';
import { recorded } from '../../state/sources.ts';
import type { IntakeWords } from './intake.words.ts';
import { SourceFields } from './source-fields.tsx';

interface SubjectPickerProps {
  readonly kind: ListKind;
  readonly title: string;
  readonly label: string;
  readonly words: Pick<IntakeWords, 'none' | 'all'>;
  /** Diagnosed by whom and when; a client says only that they have it. */
  readonly asksForSource: boolean;
  readonly engine: Engine;
  readonly search: Search;
  readonly profile: Profile;
  readonly intake: Intake;
  readonly record: ClientRecord;
  /** `YYYY-MM-DD` */
  readonly today: string;
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
  words,
  asksForSource,
  engine,
  search,
  profile,
  intake,
  record,
  today,
  onChange,
}: SubjectPickerProps) {
  const [typed, setTyped] = useState('');
  const [says, setSays] = useState('');
  const id = useId();
  const chosen = pickedIn(engine, profile, intake, kind);
  const isChosen = ({ ids }: Subject) => ids.every((fact) => chosen.includes(fact));
  const isOfferedHere = ({ ids }: Subject) =>
    ids.every((fact) => isOffered(engine.fact(fact), kind));
  const kinds: readonly SearchKind[] = kind === 'condition' ? [kind, 'finding'] : [kind];
  const { exact, suggestions } = search.find(typed, kinds);
  const named = exact.filter(isSubject);
  const matches = [...exact, ...suggestions].filter(isSubject).filter(isOfferedHere);
  const found = matches.filter((match) => !isChosen(match)).slice(0, MOST);
  const [listed] = named.filter(isChosen);
  const [asked] = named.filter((match) => !isOfferedHere(match));
  const nameOf = (fact: string): string => engine.fact(fact)?.name ?? fact;
  const earlierSource = (fact: string) => {
    const said = profile.facts.get(fact);
    return said && recorded(record, said)?.source;
  };
  const year = Number(today.slice(0, 4));
  const add = (match: Subject) => {
    const said = match.ids.filter((fact) => nameOf(fact) !== match.word);
    onChange({
      ...withPicked(engine, intake, kind, match.ids),
      words: { ...intake.words, ...Object.fromEntries(said.map((fact) => [fact, match.word])) },
    });
    setTyped('');
    setSays(`${describeMatch(match)} added.`);
  };
  const remove = (fact: string) => {
    onChange(withoutPicked(engine, profile, intake, kind, fact));
    setSays(`${nameOf(fact)} removed.`);
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {chosen.length > 0 ? (
        <ul className="plain-list chosen-list">
          {chosen.map((fact) => (
            <li key={fact}>
              <span>
                <b>{nameOf(fact)}</b>
                {intake.words[fact] === undefined ? '' : `, as ${intake.words[fact]}`}
              </span>
              <button type="button" className="button" onClick={() => remove(fact)}>
                Remove<span className="visually-hidden"> {nameOf(fact)}</span>
              </button>
              {asksForSource && engine.fact(fact)?.kind === 'condition' ? (
                <SourceFields
                  name={nameOf(fact)}
                  source={intake.sources[fact] ?? earlierSource(fact)}
                  year={year}
                  onChange={(source) =>
                    onChange({ sources: { ...intake.sources, [fact]: source } })
                  }
                />
              ) : null}
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
            : found.length > 0
              ? `${found.length} found`
              : asked
                ? `"${asked.name}" is asked as a question: in this form, at the check-in or on the plan.`
                : 'Assuage does not know this one yet. Answer "Yes" below to the question about the list.'}
      </Status>
      <label className="choice narrow">
        <input
          type="checkbox"
          checked={intake.listed[kind]}
          onChange={() => onChange({ listed: { ...intake.listed, [kind]: !intake.listed[kind] } })}
        />
        {chosen.length === 0 ? words.none : words.all}
      </label>
    </section>
  );
}
