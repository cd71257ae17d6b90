import { expect, test } from 'vitest';
import type { ClientRecord, TodayView } from '../../state/record.ts';
import { EMPTY_RECORD } from '../../state/testing/empty-record.ts';
import { toAsk } from './visits.ts';

const by = { name: 'Jo Field', role: 'therapist' } as const;
const session = (entry: string, on: string): ClientRecord['sessions'][number] => ({
  entry,
  on,
  entered: on,
  by,
  plan: null,
  asPlanned: true,
  segments: [],
  pressure: 2,
  minutes: 60,
  response: '',
  painAfter: null,
  soap: { s: '', o: '', a: '', p: '' },
  signed: { by: 'Jo Field', at: on },
  amendments: [],
});
const dayOf = (date: string, ...records: ClientRecord[]): TodayView => ({
  date,
  clients: records.map((record) => ({
    record,
    appointment: { entry: `a-${date}`, starts: `${date}T10:00`, minutes: 60 },
  })),
});
const client = (id: string, name: string, more: Partial<ClientRecord>): ClientRecord => ({
  ...EMPTY_RECORD,
  client: { id, name, born: '1970-01-01' },
  ...more,
});

test('who was here in the last two days and was not asked is asked, each once, the oldest first', () => {
  const ana = client('a', 'Ana Silva', { sessions: [session('s1', '2026-03-03T10:00')] });
  const ben = client('b', 'Ben Ortiz', { sessions: [session('s2', '2026-03-02T15:00')] });
  const reaction = {
    entry: 'r1',
    on: '2026-03-04T08:00',
    entered: '',
    by,
    session: 's3',
    feeling: 'better',
    soreness: null,
    hours: null,
    what: '',
  } as const;
  const kim = client('k', 'Kim Larsen', {
    sessions: [session('s3', '2026-03-03T12:00')],
    reactions: [reaction],
  });
  const days = [dayOf('2026-03-04', ana), dayOf('2026-03-03', ana, kim), dayOf('2026-03-02', ben)];
  expect(toAsk(days, '2026-03-04').map(({ client: { name } }) => name)).toEqual([
    'Ben Ortiz',
    'Ana Silva',
  ]);
  expect(toAsk(days, '2026-03-05').map(({ client: { name } }) => name)).toEqual(['Ana Silva']);
});
