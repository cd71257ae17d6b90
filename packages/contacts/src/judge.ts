/** What would become of each listed client: new, here already, or not to be taken. */
import { randomUUIDv7 } from 'node:crypto';
import { normalise } from '@assuage/knowledge';
import { type Author, type ClientDetails, NewEntry } from '@assuage/record';
import * as v from 'valibot';
import type { ListedClient } from './listed.ts';

export type JudgedRow = {
  /** Of the file or the sheet, counted from 1. */
  readonly line: number;
  readonly name: string;
  /** What of the row was left out. */
  readonly note?: string;
} & (
  | { readonly outcome: 'new'; readonly entry: NewEntry }
  /** `as` goes on after the name: "is here already". */
  | { readonly outcome: 'existing'; readonly as: string }
  | { readonly outcome: 'bad'; readonly why: string }
);

export interface JudgeContext {
  /** Everyone who is in the practice. */
  readonly here: readonly ClientDetails[];
  /** Whose word the new records begin with. */
  readonly by: Author;
  /** The clock, where the practice is. */
  readonly now: Date;
}

/** @returns a row for each listed client, in their order; names are compared without accents and capitals */
export function judge(
  listed: readonly ListedClient[],
  { here, by, now }: JudgeContext,
): JudgedRow[] {
  const known = new People();
  for (const { name, born } of here) known.add(name, born ?? null, 'is here already');
  const on = localMinute(now);
  return listed.map((client): JudgedRow => {
    const { line, name, born, note } = client;
    const row = { line, name, ...(note !== undefined && { note }) };
    const bad = (why: string): JudgedRow => ({ ...row, outcome: 'bad', why });
    if (client.wrong !== undefined) return bad(client.wrong);
    if (name === '') return bad('no name');
    if (!born.ok) return bad(`${name}: ${born.error}`);
    if (born.value !== null && born.value > on.slice(0, 10))
      return bad(`${name}: the date of birth is in the future`);
    const as = known.find(name, born.value);
    if (as !== undefined) return { ...row, outcome: 'existing', as };
    const entry = v.safeParse(NewEntry, newEntry(client, born.value, on, by));
    if (!entry.success) return bad(`${name}: ${entry.issues[0].message}`);
    known.add(name, born.value, `is the same person as line ${line}`);
    return { ...row, outcome: 'new', entry: entry.output };
  });
}

/** By name and date of birth. */
class People {
  readonly #byName = new Map<string, { born: string | null; as: string }[]>();

  add(name: string, born: string | null, as: string): void {
    const key = normalise(name);
    const same = this.#byName.get(key);
    if (same) same.push({ born, as });
    else this.#byName.set(key, [{ born, as }]);
  }

  /** Who lacks a date of birth cannot be told from others of the same name, and is not added twice. */
  find(name: string, born: string | null): string | undefined {
    const same = this.#byName.get(normalise(name)) ?? [];
    const found = same.find((one) => one.born === born);
    if (found) return found.as;
    const [first] = same.filter((one) => born === null || one.born === null);
    return first && `${first.as}, as far as can be told without a date of birth`;
  }
}

function newEntry(client: ListedClient, born: string | null, on: string, by: Author) {
  const { name, pronouns, phone, email, address } = client;
  const id = randomUUIDv7();
  const contact = {
    ...(phone !== '' && { phone }),
    ...(email !== '' && { email }),
    ...(address !== '' && { address }),
  };
  return {
    id,
    client: id,
    kind: 'client',
    v: 1,
    on,
    by,
    body: {
      name,
      ...(born !== null && { born }),
      ...(pronouns !== '' && { pronouns }),
      ...(Object.keys(contact).length > 0 && { contact }),
    },
  };
}

/** `2026-03-01T09:42`, where this program runs. */
function localMinute(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
