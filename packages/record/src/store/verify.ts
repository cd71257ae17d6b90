/** Whether everything that a journal holds is as it was received, and everything made from it is true. */

import * as v from 'valibot';
import { canonical, verifyChain } from '../chain.ts';
import { type Entry, NewEntry } from '../entries.ts';
import { upgraded } from '../upgrade.ts';
import { contentFindings, namedContents } from './files.ts';
import type { Flavour } from './flavour.ts';
import { type Placed, type ReadModel, readModelOf } from './read-models.ts';
import { type ReceivedClient, receivedClients } from './received.ts';
import { readReviewRow, reviewRows } from './review.ts';
import { writtenIn } from './rows.ts';
import { practicesIn } from './sql-journal.ts';
import type { Rows } from './tables.ts';

export interface Finding {
  readonly practice: string;
  /** Left out: it is about the practice as a whole. */
  readonly client?: string;
  /** A sentence for a person. */
  readonly message: string;
}
export interface Verified {
  readonly practices: number;
  readonly clients: number;
  readonly entries: number;
  readonly findings: readonly Finding[];
}

export async function verify(flavour: Flavour): Promise<Verified> {
  const practices = await flavour.read(null, practicesIn);
  const findings: Finding[] = [];
  let clients = 0;
  let entries = 0;
  for (const { id: practice } of practices) {
    const read = <Result>(run: (rows: Rows) => Promise<Result>) => flavour.read(practice, run);
    const counted = { clients: 0, words: 0, appointments: 0, files: 0 };
    for await (const received of receivedClients(read, practice)) {
      const found = findingsIn(received);
      const its = received.placed.map(({ entry }) => entry);
      counted.files += namedContents(its).length;
      found.push(...(await contentFindings(read, its)));
      const model = readModelOf(received.placed);
      if (model) {
        counted.clients++;
        counted.words += model.words.length;
        counted.appointments += model.appointments.length;
        found.push(...(await read((rows) => differences(rows, model))));
      }
      findings.push(...found.map((message) => ({ practice, client: received.client, message })));
      clients++;
      entries += received.placed.length;
    }
    const review = await read((rows) => reviewRows(rows, practice));
    for (const row of review) {
      const step = readReviewRow(row);
      if (!step.ok) findings.push({ practice, message: step.why });
    }
    const spare = await read((rows) => sparesIn(rows, practice, counted));
    findings.push(...spare.map((message) => ({ practice, message })));
  }
  return { practices: practices.length, clients, entries, findings };
}

/** What is wrong with the entries of one client by themselves. */
function findingsIn({ placed }: ReceivedClient): string[] {
  const entries = placed.map(({ entry }) => entry);
  const verdict = verifyChain(entries);
  return [
    ...(verdict.ok ? [] : [verdict.message]),
    ...gapsIn(placed),
    ...unreadable(entries),
    ...brokenReferences(entries),
  ];
}

const gapsIn = (placed: readonly Placed[]): string[] =>
  placed
    .flatMap(({ entry, position }, i) =>
      position === i + 1
        ? []
        : [`The entry ${entry.id} stands at place ${position}, where place ${i + 1} is expected.`],
    )
    .slice(0, 1);

/** Entries that this program could not take from a device: damaged, or written by a newer one. */
const unreadable = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry) => {
    const read = v.safeParse(NewEntry, upgraded(writtenIn(entry)));
    if (read.success) return [];
    const [issue] = read.issues;
    return [
      `The entry ${entry.id} (${entry.kind}, version ${entry.v}) cannot be read: ${v.getDotPath(issue) ?? 'it'} ${issue.message}.`,
    ];
  });

function brokenReferences(entries: readonly Entry[]): string[] {
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
  return entries.flatMap((entry) =>
    referencesOf(entry).flatMap(({ to, kind }) => {
      const found = kinds.get(to);
      if (found === undefined)
        return [`The entry ${entry.id} (${entry.kind}) names ${to}, which is not there.`];
      return kind === undefined || found === kind
        ? []
        : [
            `The entry ${entry.id} (${entry.kind}) names ${to}, which is no ${kind} but a ${found}.`,
          ];
    }),
  );
}

interface Reference {
  readonly to: string;
  /** Left out: any. */
  readonly kind?: Entry['kind'];
}

/** The other entries of the same client that an entry names. */
function referencesOf({ kind, body }: Entry): Reference[] {
  const one = (to: string | null | undefined, of?: Entry['kind']): Reference[] =>
    to === null || to === undefined ? [] : [{ to, ...(of && { kind: of }) }];
  switch (kind) {
    case 'amendment':
      return one(body.amends);
    case 'session':
      return one(body.plan, 'plan');
    case 'reaction':
    case 'adverse-event':
      return one(body.session, 'session');
    case 'goal':
      return one(body.changes, 'goal');
    case 'refusal-end':
      return one(body.refusal, 'refusal');
    case 'trial-change':
      return one(body.trial, 'trial');
    case 'file-change':
      return one(body.file, 'file');
    case 'appointment-change':
      return [
        ...one(body.appointment, 'appointment'),
        ...(body.change === 'moved' ? one(body.to, 'appointment') : []),
      ];
    default:
      return [];
  }
}

/** Where the rows that lists and searches read are not those that the entries lead to. */
async function differences(rows: Rows, model: ReadModel): Promise<string[]> {
  const { practice, id } = model.client;
  const client = await rows
    .selectFrom('client')
    .selectAll()
    .where('practice', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
  const words =
    model.words.length === 0
      ? []
      : await rows
          .selectFrom('client_word')
          .selectAll()
          .where('practice', '=', practice)
          .where('client', '=', id)
          .where(
            'word',
            'in',
            model.words.map(({ word }) => word),
          )
          .execute();
  const appointments = await rows
    .selectFrom('appointment')
    .selectAll()
    .where('practice', '=', practice)
    .where('client', '=', id)
    .execute();
  const differ = (what: string, found: unknown, expected: unknown) =>
    canonical(found) === canonical(expected)
      ? []
      : [`${what} not as the entries say. "assuage db rebuild" makes it anew.`];
  return [
    ...(client && client.hash !== model.client.hash && client.position > model.client.position
      ? ['The newest entries are gone: the head of the chain is not among the entries.']
      : differ('The row in the list of clients is', client ?? null, model.client)),
    ...differ('The words that a search finds are', inOrder(words), inOrder(model.words)),
    ...differ('The calendar is', inOrder(appointments), inOrder(model.appointments)),
  ];
}

const inOrder = (found: readonly object[]): string[] => found.map(canonical).sort();

/** Rows of read models that no entry leads to. */
async function sparesIn(
  rows: Rows,
  practice: string,
  expected: { clients: number; words: number; appointments: number; files: number },
): Promise<string[]> {
  const spare = async (
    table: 'client' | 'client_word' | 'appointment' | 'file_content',
    wanted: number,
    what: string,
    then = ' "assuage db rebuild" makes it anew.',
  ) => {
    const { found } = await rows
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('found'))
      .where('practice', '=', practice)
      .executeTakeFirstOrThrow();
    return found > wanted ? [`${what} ${found - wanted} more than the entries say.${then}`] : [];
  };
  return [
    ...(await spare('client', expected.clients, 'The list of clients has')),
    ...(await spare('client_word', expected.words, 'The search has')),
    ...(await spare('appointment', expected.appointments, 'The calendar has')),
    ...(await spare('file_content', expected.files, 'The store of files has', '')),
  ];
}
