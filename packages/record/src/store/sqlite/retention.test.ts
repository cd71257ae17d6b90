import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { ana, CLIENT, ENTERED, entry } from '../../testing/entries.ts';
import { temporary } from '../../testing/folder.ts';
import { open, twoPracticesIn } from '../../testing/journal-contract.ts';
import { describeRetention } from '../../testing/retention-contract.ts';

describeRetention('SQLite', async () => {
  const where = temporary('journal.db');
  return {
    where,
    async run(sql) {
      const database = new DatabaseSync(where);
      try {
        database.exec(sql);
      } finally {
        database.close();
      }
    },
  };
});

test('nothing of a destroyed record is left in the file', async () => {
  const file = temporary('journal.db');
  const journal = await twoPracticesIn(file);
  await journal.append(
    'a',
    [ana(1, 'Zebedee Quill'), entry(2, 'note', { text: 'wisteria' })],
    ENTERED,
  );
  await journal.append('a', [ana(3, 'Ben Ode', '019a0000-0000-7000-8000-0000000000bb')], ENTERED);
  const [, record] = await journal.retention.records('a');
  if (!record) throw new Error('no record');
  expect(record.client).toBe(CLIENT);
  await journal.retention.destroy(
    'a',
    {
      client: CLIENT,
      hash: record.hash,
      destroyedAt: ENTERED,
      destroyedBy: 'Jo Field',
      reason: 'test',
      rule: 'none',
    },
    async () => {},
  );
  await journal.close();
  const bytes = readFileSync(file, 'latin1');
  expect(bytes).toContain('Ben Ode');
  expect(bytes).not.toMatch(/Zebedee|zebedee|wisteria/);
  await open(file);
});
