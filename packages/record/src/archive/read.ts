/** Reads the file of a whole practice, and believes nothing in it before it was checked. */
import * as v from 'valibot';
import { verifyChain } from '../chain.ts';
import { type Entry, NewEntry } from '../entries.ts';
import { filePartOf, sha256Of } from '../files.ts';
import type { Practice } from '../journal.ts';
import { ReviewBody, type ReviewStep } from '../review.ts';
import { writtenIn } from '../store/rows.ts';
import { upgraded } from '../upgrade.ts';
import {
  type ExportedAccount,
  type ExportedAudit,
  type ExportedHold,
  type ExportedShare,
  type ExportedTombstone,
  PRACTICE_FORMAT,
} from './export.ts';
import { damagedPack, readPack } from './pack.ts';

export interface PracticeArchive {
  readonly practice: Practice;
  readonly accounts: readonly ExportedAccount[];
  readonly shares: readonly ExportedShare[];
  readonly holds: readonly ExportedHold[];
  readonly tombstones: readonly ExportedTombstone[];
  readonly review: readonly ReviewStep[];
  readonly audit: readonly ExportedAudit[];
  /** The entries of each client in the order in which they were received. */
  readonly clients: readonly (readonly Entry[])[];
  /** What files hold, by their SHA-256. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

const text = v.string();
const orNull = v.nullable(text);
const PracticeJson: v.GenericSchema<unknown, Practice> = v.looseObject({
  id: v.pipe(text, v.minLength(1)),
  name: text,
  therapist: v.strictObject({ name: text, training: v.array(text) }),
  demo: v.boolean(),
});
const AccountsJson = v.strictObject({
  accounts: v.array(
    v.strictObject({
      id: text,
      email: text,
      name: text,
      role: v.picklist(['owner', 'therapist', 'front-desk', 'guest', 'client']),
      created: text,
      closed: orNull,
    }),
  ),
  shares: v.array(v.strictObject({ account: text, client: text, expires: orNull })),
});
const RetentionJson: v.GenericSchema<
  unknown,
  { holds: ExportedHold[]; tombstones: ExportedTombstone[] }
> = v.strictObject({
  holds: v.array(
    v.strictObject({
      id: text,
      client: text,
      reason: text,
      placed_by: text,
      placed_at: text,
      lifted_by: orNull,
      lifted_at: orNull,
    }),
  ),
  tombstones: v.array(
    v.strictObject({
      client: text,
      from_date: text,
      to_date: text,
      entries: v.number(),
      hash: text,
      destroyed_at: text,
      destroyed_by: text,
      reason: text,
      rule: text,
    }),
  ),
});
const AuditJson: v.GenericSchema<unknown, ExportedAudit> = v.strictObject({
  id: text,
  at: text,
  actor: orNull,
  actor_name: text,
  role: text,
  action: text,
  client: orNull,
  outcome: v.picklist(['done', 'refused', 'failed']),
  origin: text,
  device: text,
  details: text,
});
const ReviewJson: v.GenericSchema<unknown, ReviewStep> = v.strictObject({
  id: text,
  account: text,
  by: text,
  at: text,
  body: ReviewBody,
});
const Receipt = v.looseObject({
  id: text,
  client: text,
  kind: text,
  practice: text,
  entered: text,
  previous: orNull,
  hash: text,
});

/**
 * @param what the file, for people
 * @throws JournalError that says what is wrong and where
 */
export function readPracticeArchive(file: Uint8Array, what: string): PracticeArchive {
  const parts = readPack(PRACTICE_FORMAT, file, what);
  const textOf = (name: string): string => {
    const part = parts.get(name);
    if (!part) throw damagedPack(what, name, 'is missing');
    return new TextDecoder().decode(part);
  };
  const parse = <Schema extends v.GenericSchema>(
    schema: Schema,
    line: string,
    where: string,
  ): v.InferOutput<Schema> => {
    const read = v.safeParse(schema, jsonIn(line));
    if (read.success) return read.output;
    const [issue] = read.issues;
    throw damagedPack(
      what,
      where,
      `cannot be read: ${v.getDotPath(issue) ?? 'it'} ${issue.message}`,
    );
  };
  const linesOf = (name: string): { line: string; where: string }[] =>
    textOf(name)
      .split('\n')
      .flatMap((line, i) => (line === '' ? [] : [{ line, where: `${name}, line ${i + 1},` }]));

  const practice = parse(PracticeJson, textOf('practice.json'), 'practice.json');
  const { accounts, shares } = parse(AccountsJson, textOf('accounts.json'), 'accounts.json');
  const { holds, tombstones } = parse(RetentionJson, textOf('retention.json'), 'retention.json');
  const destroyed = new Set(tombstones.map(({ client }) => client));
  const audit = linesOf('audit.jsonl').map(({ line, where }) => parse(AuditJson, line, where));
  // Files of older programs have none.
  const review = parts.has('review.jsonl')
    ? linesOf('review.jsonl').map(({ line, where }) => parse(ReviewJson, line, where))
    : [];
  const known = new Set(accounts.map(({ id }) => id));
  if (shares.some(({ account }) => !known.has(account)))
    throw damagedPack(what, 'accounts.json', 'shares a record with an account that is not there');

  const clients = new Map<string, Entry[]>();
  const ids = new Set<string>();
  for (const { line, where } of linesOf('entries.jsonl')) {
    const entry = parse(Receipt, line, where) as unknown as Entry;
    parse(NewEntry, JSON.stringify(upgraded(writtenIn(entry))), where);
    if (entry.practice !== practice.id) throw damagedPack(what, where, 'is of another practice');
    if (ids.has(entry.id)) throw damagedPack(what, where, `holds the entry ${entry.id} again`);
    ids.add(entry.id);
    if (destroyed.has(entry.client)) throw damagedPack(what, where, 'is of a destroyed record');
    const before = clients.get(entry.client);
    if (before) before.push(entry);
    else if (entry.kind === 'client') clients.set(entry.client, [entry]);
    else throw damagedPack(what, where, 'is of a client whom nobody introduced');
  }
  for (const entries of clients.values()) {
    const verdict = verifyChain(entries);
    if (!verdict.ok) throw damagedPack(what, 'entries.jsonl', `is not whole: ${verdict.message}`);
  }
  const contents = contentsIn(parts, [...clients.values()].flat(), what);
  return {
    practice,
    accounts,
    shares,
    holds,
    tombstones,
    review,
    audit,
    clients: [...clients.values()],
    contents,
  };
}

/** The bytes of every file, each where its entry says and as it says, and no others. */
function contentsIn(
  parts: ReadonlyMap<string, Uint8Array>,
  entries: readonly Entry[],
  what: string,
): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  const named = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'file') continue;
    const { client, body } = entry;
    const name = filePartOf(client, body);
    const part = parts.get(name);
    if (!part) throw damagedPack(what, name, 'is missing');
    if (part.length !== body.bytes || sha256Of(part) !== body.sha256)
      throw damagedPack(what, name, `is not what the entry ${entry.id} says`);
    contents.set(body.sha256, part);
    named.add(name);
  }
  for (const name of parts.keys())
    if (name.startsWith('files/') && !named.has(name))
      throw damagedPack(what, name, 'is named by no entry');
  return contents;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
