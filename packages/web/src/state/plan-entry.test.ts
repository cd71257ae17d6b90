import { expect, test } from 'vitest';
import { unsignedPlans } from './plan-entry.ts';
import type { ClientRecord } from './record.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const at = (on: string) => ({ entry: on, on });

test('a session that was started and not signed is found again, the last plan of its day', () => {
  const record = {
    ...EMPTY_RECORD,
    plans: [
      at('2026-01-05T09:00'),
      at('2026-02-20T09:00'),
      at('2026-02-27T09:00'),
      at('2026-02-27T10:00'),
      at('2026-02-28T09:00'),
      at('2026-03-01T09:00'),
    ],
    sessions: [at('2026-02-28T10:00')],
  } as unknown as ClientRecord;
  expect(unsignedPlans(record, '2026-03-01').map(({ entry }) => entry)).toEqual([
    '2026-02-27T10:00',
    '2026-02-20T09:00',
  ]);
});
