/** `assuage db …`: proving, mending and copying the records. */
import { existsSync } from 'node:fs';
import type { Finding, Verified } from '@assuage/record';
import { fail, ok, type Result } from '../result.ts';

const MOST_SHOWN = 100;

/** @returns what to print, and whether everything is whole */
export const verifyDatabase = (
  database: string,
): Promise<Result<{ text: string; whole: boolean }, string>> =>
  withRecords([database], async ({ verifyJournal }) => {
    const verified = await verifyJournal(database);
    return { text: textOf(verified), whole: verified.findings.length === 0 };
  });

function textOf({ practices, clients, entries, findings }: Verified): string {
  const read = `${entries} entries of ${clients} clients in ${practices} ${practices === 1 ? 'practice' : 'practices'} read`;
  if (findings.length === 0)
    return `${read}. Every chain is whole, every reference leads somewhere, and every list is as the entries say.\n`;
  const more = findings.length - MOST_SHOWN;
  return [
    `${read}. ${findings.length} ${findings.length === 1 ? 'thing is not as it' : 'things are not as they'} should be:`,
    ...findings.slice(0, MOST_SHOWN).map(lineOf),
    ...(more > 0 ? [`… and ${more} more`] : []),
    '',
  ].join('\n');
}

const lineOf = ({ practice, client, message }: Finding): string =>
  `practice ${practice}${client === undefined ? '' : `, client ${client}`}: ${message}`;

export const rebuildDatabase = (database: string): Promise<Result<string, string>> =>
  withRecords([database], async ({ rebuildJournal }) => {
    const clients = await rebuildJournal(database);
    return `The lists, the search and the calendar of ${clients} clients were made anew from their entries.\n`;
  });

/** @param onProgress called with a line for people, now and then */
export const copyDatabase = (
  from: string,
  to: string,
  onProgress: (line: string) => void,
): Promise<Result<string, string>> =>
  withRecords([from], async ({ copyJournal }) => {
    let said = Date.now();
    const { practices, clients, entries, before } = await copyJournal(from, to, (copied) => {
      if (Date.now() - said < 2000) return;
      said = Date.now();
      onProgress(`${copied} entries …`);
    });
    const already = before === 0 ? '' : ` ${before} of them were there already.`;
    return `${entries} entries of ${clients} clients in ${practices} ${practices === 1 ? 'practice' : 'practices'} are in both places, with the same chains.${already}\n`;
  });

/** @param existing files that must be there; opening one that is missing would make it */
async function withRecords<Value>(
  existing: readonly string[],
  work: (record: typeof import('@assuage/record')) => Promise<Value>,
): Promise<Result<Value, string>> {
  // Only these commands need the database.
  const record = await import('@assuage/record');
  const missing = existing.find((place) => !record.isPostgresUrl(place) && !existsSync(place));
  if (missing !== undefined) return fail(`${missing}: there are no records here`);
  try {
    return ok(await work(record));
  } catch (error) {
    if (error instanceof record.JournalError) return fail(error.message);
    throw error;
  }
}
