/** The steps of a practice's review of papers, as tests that run on every database. */
import { describe, expect, test } from 'vitest';
import { importPractice } from '../archive/import.ts';
import type { ReviewStep } from '../review.ts';
import { copyJournal, verifyJournal } from '../store/care.ts';
import { ENTERED, idNo } from './entries.ts';
import { temporary } from './folder.ts';
import { open, twoPracticesIn } from './journal-contract.ts';
import { exported } from './practice-file.ts';

export interface Place {
  readonly where: string;
  /** Runs SQL as the application does, with its triggers. */
  run(sql: string): Promise<unknown>;
  /** Runs SQL behind the journal's back. */
  meddle(sql: string): Promise<unknown>;
}

const step = (n: number, body: ReviewStep['body']): ReviewStep => ({
  id: idNo(n),
  account: 'jo',
  by: 'Jo Field',
  at: ENTERED,
  body,
});
const SEARCH = step(1, {
  kind: 'search',
  where: 'PubMed',
  query: 'massage AND fibromyalgia',
  on: '2026-02-27',
  papers: [
    { title: 'Massage for fibromyalgia: a trial', authors: ['Field T'], types: [], pmid: '7' },
  ],
  duplicates: 2,
  unreadable: 0,
});
const OUT = step(2, { kind: 'screening', paper: 'PMID 7', stage: 'title', decision: 'out' });
const IN = step(3, { kind: 'screening', paper: 'PMID 7', stage: 'title', decision: 'in' });

/** @param emptyPlace one that goes when the test ends */
export function describeReview(name: string, emptyPlace: () => Promise<Place>): void {
  const filled = async () => {
    const place = await emptyPlace();
    const journal = await twoPracticesIn(place.where);
    for (const one of [IN, SEARCH, OUT]) await journal.review.add('a', one);
    return { ...place, journal };
  };

  describe(`a review of papers on ${name}`, () => {
    test('keeps every step in the order of time, and a later word stands beside an earlier one', async () => {
      const { journal } = await filled();
      expect(await journal.review.steps('a')).toEqual([SEARCH, OUT, IN]);
    });

    test('is of one practice only', async () => {
      const { journal } = await filled();
      expect(await journal.review.steps('b')).toEqual([]);
    });

    test.each([
      ["UPDATE review_step SET body = '{}' WHERE practice = 'a'"],
      ["DELETE FROM review_step WHERE practice = 'a'"],
    ])('does not let itself be changed: %s', async (sql) => {
      const { run, journal } = await filled();
      await expect(run(sql)).rejects.toThrow();
      expect(await journal.review.steps('a')).toHaveLength(3);
    });

    test('does not take the same step twice', async () => {
      const { journal } = await filled();
      await expect(journal.review.add('a', { ...OUT, by: 'Somebody else' })).rejects.toThrow();
      expect(await journal.review.steps('a')).toEqual([SEARCH, OUT, IN]);
    });

    test('is whole after a copy, also after one that was interrupted', async () => {
      const { where, journal } = await filled();
      const target = temporary('copy.db');
      await copyJournal(where, target, () => {});
      await journal.review.add('a', step(4, OUT.body));
      await copyJournal(where, target, () => {});
      const copy = await open(target);
      expect(await copy.review.steps('a')).toEqual(await journal.review.steps('a'));
    });

    test('is in the file of the practice, and comes back from it', async () => {
      const { journal } = await filled();
      const file = await exported(journal);
      const { where } = await emptyPlace();
      await importPractice(where, file, 'harbour.tar.gz');
      const copy = await open(where);
      expect(await copy.review.steps('a')).toEqual([SEARCH, OUT, IN]);
      expect(Buffer.from(await exported(copy)).equals(file)).toBe(true);
    });

    test('is looked through by the proof of a journal', async () => {
      const { where, meddle, journal } = await filled();
      expect((await verifyJournal(where)).findings).toEqual([]);
      await meddle(
        `INSERT INTO review_step (practice, id, account, account_name, at, body)
         VALUES ('a', '${idNo(9)}', 'jo', 'Jo', '${ENTERED}', '{"kind":"screening","paper":"x","stage":"title","decision":"perhaps"}')`,
      );
      expect((await verifyJournal(where)).findings).toEqual([
        {
          practice: 'a',
          message: `The step ${idNo(9)} of the review of papers cannot be read: decision must be in, out or maybe.`,
        },
      ]);
      await expect(journal.review.steps('a')).rejects.toMatchObject({ code: 'damaged' });
    });
  });
}
