import { useCallback, useState } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { whenSeen } from '../../components/times.ts';
import { type AuditView, getAudit, getAuditSample, getPeople } from '../../state/account-api.ts';
import { getClients } from '../../state/api.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { deedNames, outcomeNames } from './audit.words.ts';

const TITLE = 'Who did what';
type Filter = Readonly<Record<string, string>>;
type Line = AuditView['lines'][number];

/** The audit: every view, change, export and sign-in, refused ones too. */
export function AuditScreen() {
  const [filter, setFilter] = useState<Filter | 'sample'>({});
  const load = useCallback(async () => {
    const [view, people, clients] = await Promise.all([
      filter === 'sample' ? getAuditSample() : getAudit(filter),
      getPeople(),
      getClients(),
    ]);
    return { view, people, clients };
  }, [filter]);
  const { loaded, again } = useLoaded(load);
  if (loaded.status !== 'here')
    return (
      <NotHere title={TITLE} loaded={loaded} failure="We could not get the list." again={again} />
    );
  const { view, people, clients } = loaded.value;
  const names = new Map(clients.map(({ id, name }) => [id, name]));
  const chosen = filter === 'sample' ? {} : filter;
  return (
    <Page title={TITLE} audience="therapist">
      <FilterForm
        filter={chosen}
        people={people}
        clients={clients}
        onChange={(wanted) => setFilter(wanted)}
        onSample={() => setFilter('sample')}
      />
      <p role="status">
        {filter === 'sample' ? 'Ten lines chosen at random. ' : ''}
        {view.lines.length === 0
          ? 'Nothing fits.'
          : `${view.lines.length} lines, the newest first.`}
      </p>
      <Lines
        lines={view.lines}
        nameOf={(id) => names.get(id) ?? 'a client who is no longer here'}
      />
      <div className="buttons">
        {view.older === null ? null : (
          <button
            type="button"
            className="button"
            onClick={() => setFilter({ ...chosen, before: view.older ?? '' })}
          >
            Older lines
          </button>
        )}
        <a className="button" href={`/api/audit.csv?${new URLSearchParams(chosen)}`} download>
          Save as a file
        </a>
      </div>
    </Page>
  );
}

interface FilterFormProps {
  readonly filter: Filter;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly clients: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: Filter) => void;
  readonly onSample: () => void;
}

function FilterForm({ filter, people, clients, onChange, onSample }: FilterFormProps) {
  const [form, setForm] = useState<Filter>(filter);
  const change = (key: string, value: string) => setForm({ ...form, [key]: value });
  const choice = (key: string, label: string, options: readonly (readonly [string, string])[]) => (
    <div className="field">
      <label htmlFor={key}>{label}</label>
      <select
        id={key}
        value={form[key] ?? ''}
        onChange={(event) => change(key, event.target.value)}
      >
        <option value="">All</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
  const named = (all: FilterFormProps['people']) => all.map(({ id, name }) => [id, name] as const);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onChange(Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '')));
      }}
    >
      <div className="field-row">
        {choice('actor', 'Who', named(people))}
        {choice('client', 'Whose record', named(clients))}
        {choice('action', 'What', Object.entries(deedNames))}
        {choice('outcome', 'How it ended', Object.entries(outcomeNames))}
        <TextField
          id="from"
          label="From"
          type="date"
          value={form.from ?? ''}
          onChange={(value) => change('from', value)}
        />
        <TextField
          id="until"
          label="Before"
          type="date"
          value={form.until ?? ''}
          onChange={(value) => change('until', value)}
        />
      </div>
      <div className="buttons">
        <button type="submit" className="button button-main">
          Show
        </button>
        <button type="button" className="button" onClick={onSample}>
          Ten at random, for review
        </button>
      </div>
    </form>
  );
}

function Lines({
  lines,
  nameOf,
}: {
  readonly lines: readonly Line[];
  readonly nameOf: (client: string) => string;
}) {
  return (
    <ul className="plain-list audit-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <b>{line.actor_name}</b>: {deedNames[line.action] ?? line.action}
          {line.client === null ? '' : `, ${nameOf(line.client)}`}.{' '}
          {line.outcome === 'done' ? '' : <b>{outcomeNames[line.outcome]}. </b>}
          <span className="hint">
            {whenSeen(line.at)}, {line.device}, {line.origin}
          </span>
        </li>
      ))}
    </ul>
  );
}
