import { ChoiceList } from '../../components/choice-list.tsx';
import type { Field, ImportView, ListChoices } from '../../state/imports-api.ts';

const FIELD_NAMES: Readonly<Record<Field, string>> = {
  name: 'Name',
  first: 'First name',
  middle: 'Middle name',
  last: 'Last name',
  born: 'Date of birth',
  pronouns: 'Pronouns',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
};
const FIELDS = Object.entries(FIELD_NAMES) as [Field, string][];
const ORDERS = [
  ['dmy', '3 April 1970'],
  ['mdy', 'March 4, 1970'],
] as const;

interface ColumnChoicesProps {
  readonly view: ImportView;
  readonly choices: ListChoices;
  readonly onChange: (choices: ListChoices) => void;
}

/** What each column means: found out, and to be put right. */
export function ColumnChoices({ view, choices, onChange }: ColumnChoicesProps) {
  const { kind, columns, needs, sheet, sheets } = view;
  // Columns of the same name mean the same.
  const named = [...new Map(columns.map((column) => [column.header, column])).values()];
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">What the columns mean</h2>
      {needs === 'name' ? (
        <p className="notice">
          <b>No column holds the name.</b> Say which one does.
        </p>
      ) : null}
      {needs === 'date-order' || choices.dates !== undefined ? (
        <ChoiceList
          legend="03/04/1970 in this list is"
          choices={ORDERS}
          chosen={choices.dates ?? ''}
          onChoose={(dates) => onChange({ ...choices, dates })}
        />
      ) : null}
      {sheets.length > 1 ? (
        <div className="field">
          <label htmlFor="sheet">Sheet</label>
          <select
            id="sheet"
            value={sheet ?? ''}
            onChange={({ target }) => onChange({ map: {}, sheet: target.value })}
          >
            {sheets.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
      ) : null}
      <ul className="plain-list">
        {named.map(({ header, field }, i) =>
          kind === 'vcard' || header === '' ? (
            <li key={header}>
              {header === '' ? 'Without a name' : header}:{' '}
              {field === null ? 'not imported' : FIELD_NAMES[field]}
            </li>
          ) : (
            <li key={header} className="field">
              <label htmlFor={`column-${i}`}>{header}</label>
              <select
                id={`column-${i}`}
                value={(header in choices.map ? choices.map[header] : field) ?? ''}
                onChange={({ target }) => {
                  const chosen = FIELDS.find(([name]) => name === target.value)?.[0] ?? null;
                  onChange({ ...choices, map: { ...choices.map, [header]: chosen } });
                }}
              >
                <option value="">Not imported</option>
                {FIELDS.map(([name, words]) => (
                  <option key={name} value={name}>
                    {words}
                  </option>
                ))}
              </select>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
