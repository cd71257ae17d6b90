/** The steps of a practice's own review of papers. The database itself lets none be changed or deleted. */
import * as v from 'valibot';
import { canonical } from '../chain.ts';
import { JournalError } from '../journal.ts';
import { ReviewBody, type ReviewStep, type ReviewStore } from '../review.ts';
import type { Flavour } from './flavour.ts';
import type { Rows, Tables } from './tables.ts';

export class SqlReview implements ReviewStore {
  readonly #flavour: Flavour;

  constructor(flavour: Flavour) {
    this.#flavour = flavour;
  }

  steps(practice: string): Promise<ReviewStep[]> {
    return this.#flavour.read(practice, async (rows) => {
      const found = await reviewRows(rows, practice);
      return found.map((row) => {
        const read = readReviewRow(row);
        if (!read.ok) throw new JournalError('damaged', read.why);
        return read.step;
      });
    });
  }

  async add(practice: string, step: ReviewStep): Promise<void> {
    await this.#flavour.write(practice, 'accounts', (rows) =>
      rows.insertInto('review_step').values(rowOfReview(practice, step)).execute(),
    );
  }
}

type ReviewRow = Omit<Tables['review_step'], 'practice'>;

export const rowOfReview = (
  practice: string,
  { id, account, by, at, body }: ReviewStep,
): Tables['review_step'] => ({
  practice,
  id,
  account,
  account_name: by,
  at,
  body: canonical(body),
});

/** By id: ids are in order of time. */
export const reviewRows = (rows: Rows, practice: string): Promise<ReviewRow[]> =>
  rows
    .selectFrom('review_step')
    .select(['id', 'account', 'account_name', 'at', 'body'])
    .where('practice', '=', practice)
    .orderBy('id')
    .execute();

/** @returns what is wrong with a row that this program could not have written */
export function readReviewRow({
  id,
  account,
  account_name,
  at,
  body,
}: ReviewRow): { ok: true; step: ReviewStep } | { ok: false; why: string } {
  // JSON by a rule of the table.
  const read = v.safeParse(ReviewBody, JSON.parse(body));
  if (read.success)
    return { ok: true, step: { id, account, by: account_name, at, body: read.output } };
  const [issue] = read.issues;
  return {
    ok: false,
    why: `The step ${id} of the review of papers cannot be read: ${v.getDotPath(issue) ?? 'it'} ${issue.message}.`,
  };
}
