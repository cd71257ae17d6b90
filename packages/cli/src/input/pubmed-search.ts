/**
 * A search of PubMed through NCBI's E-utilities ("A General Introduction to the E-utilities", NBK25497): three
 * requests a second, ten with a key, a name and an address with each, and patience when it is busy.
 */
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { fail, ok, type Result } from '../result.ts';

export interface PubmedSearch {
  readonly query: string;
  /** Whom NCBI may write to when this program troubles it. */
  readonly email: string;
  readonly key: string | undefined;
  /** Only papers that came into PubMed on or after this day. */
  readonly since: string | undefined;
  /** Where the E-utilities are; ends with a slash. */
  readonly at: string;
}

export interface PubmedFound {
  /** How many papers the query has, which may be more than were fetched. */
  readonly count: number;
  readonly fetched: number;
  /** One PubMed XML document a batch. */
  readonly documents: readonly string[];
}

const MOST_PAPERS = 2000;
const BATCH = 200;
const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1000;
const TIMEOUT_MS = 60_000;

const Answer = v.object({
  esearchresult: v.object({
    count: v.pipe(v.string(), v.digits()),
    idlist: v.array(v.pipe(v.string(), v.digits())),
    ERROR: v.optional(v.string()),
  }),
});

/** @returns the papers, newest first, or why there are none, in words */
export async function searchPubmed(search: PubmedSearch): Promise<Result<PubmedFound, string>> {
  const asked = createAsker(search);
  const found = await asked('esearch.fcgi', {
    db: 'pubmed',
    term: search.query,
    retmode: 'json',
    retmax: String(MOST_PAPERS),
    sort: 'pub_date',
    ...(search.since === undefined
      ? {}
      : { datetype: 'edat', mindate: search.since.replaceAll('-', '/'), maxdate: '3000' }),
  });
  if (!found.ok) return found;
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), Answer), found.value);
  if (!answer.success) return fail('PubMed answered something that is no list of papers');
  const { count, idlist, ERROR } = answer.output.esearchresult;
  if (ERROR !== undefined) return fail(`PubMed does not understand the query: ${ERROR}`);
  const documents: string[] = [];
  for (let i = 0; i < idlist.length; i += BATCH) {
    const id = idlist.slice(i, i + BATCH).join(',');
    const document = await asked('efetch.fcgi', { db: 'pubmed', retmode: 'xml', id });
    if (!document.ok) return document;
    documents.push(document.value);
  }
  return ok({ count: Number(count), fetched: idlist.length, documents });
}

/** Asks one thing after the other, never faster than allowed, and again when it is told to wait. */
function createAsker({ at, email, key }: PubmedSearch) {
  const apart = key === undefined ? 340 : 110;
  let answered = Number.NEGATIVE_INFINITY;
  return async (
    program: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Result<string, string>> => {
    const body = new URLSearchParams({
      ...fields,
      tool: 'assuage',
      email,
      ...(key === undefined ? {} : { api_key: key }),
    });
    let why = '';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      await pause(Math.max(0, answered + apart - performance.now()));
      let wait = FIRST_WAIT_MS * 2 ** (attempt - 1);
      try {
        const answer = await fetch(new URL(program, at), {
          method: 'POST',
          body,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        answered = performance.now();
        if (answer.ok) return ok(await answer.text());
        why = `it answered ${answer.status}`;
        if (answer.status !== 429 && answer.status < 500) break;
        const asked = Number(answer.headers.get('retry-after'));
        if (asked > 0) wait = Math.min(asked, 60) * 1000;
      } catch (error) {
        why = reasonOf(error);
      }
      if (attempt < ATTEMPTS) await pause(wait);
    }
    return fail(
      `PubMed could not be asked (${why}). Try again later, or search at https://pubmed.ncbi.nlm.nih.gov, save the result as a file, and import that.`,
    );
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
