/** How a fact is known: the source and the word of a statement, as the record keeps them. Pure. */
import type { Statement } from '@assuage/safety';
import type { ClientRecord } from './record.ts';

type Recorded = ClientRecord['statements'][number];
export type Source = NonNullable<Recorded['source']>;

/** The statement with everything the record keeps of it; the profile keeps less. */
export const recorded = (record: ClientRecord, { fact, at }: Statement): Recorded | undefined =>
  record.statements.findLast((said) => said.fact === fact && said.at === at);

export const SOURCE_CHOICES: readonly (readonly [Source['kind'], string])[] = [
  ['diagnosed-by', 'Diagnosed'],
  ['letter', 'In a letter'],
  ['client-says', 'The client says'],
  ['seen', 'Seen by me'],
];

const MONTHS =
  'January February March April May June July August September October November December';

/** "2019", "March 2019", "14 March 2019" */
function roughDate(when: string): string {
  const [year = '', month, day] = when.split('-');
  const name = month === undefined ? '' : MONTHS.split(' ')[Number(month) - 1];
  return [day === undefined ? '' : String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** "Diagnosed by Dr Okafor in 2019", "The client says" */
export function sourceText({ kind, who, when }: Source): string {
  const said = {
    'diagnosed-by': 'Diagnosed',
    letter: 'In a letter',
    'client-says': 'The client says',
    seen: 'Seen',
  }[kind];
  const by = who === undefined ? '' : kind === 'letter' ? ` from ${who}` : ` by ${who}`;
  if (kind === 'client-says') return when === undefined ? said : `${said}, ${roughDate(when)}`;
  const on = when === undefined ? '' : `${when.length > 7 ? ' on' : ' in'} ${roughDate(when)}`;
  return `${said}${by}${on}`;
}
