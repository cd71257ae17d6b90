/** Entries of clients who are written about and come often. */
import type { NewEntry } from '@assuage/record';

export function idNo(n: number): string {
  return `019a0000-0000-7000-8000-1${n.toString(16).padStart(11, '0')}`;
}
const by = { name: 'Jo Field', role: 'therapist' } as const;
const on = '2026-03-01T09:42';
export function introduction(client: string, name: string): NewEntry {
  return { id: client, client, kind: 'client', v: 1, on, by, body: { name, born: '1968-04-12' } };
}
export function note(n: number, client: string): NewEntry {
  const text = 'Called: the wrist is better, comes on Tuesday. '.repeat(5);
  return { id: idNo(1000 + n), client, kind: 'note', v: 1, on, by, body: { text } };
}
export function visit(client: string, n: number): NewEntry[] {
  const common = { client, v: 1, on, by } as const;
  const segments = Array.from({ length: 6 }, () => ({
    places: ['back-left', 'back-right'],
    technique: 'effleurage',
    pressure: 2,
    minutes: 8,
  }));
  const statements = ['unwell-today', 'fever', 'hot-joint', 'rash'].map((fact) => ({
    fact,
    answer: 'no' as const,
    by: 'Ana Silva',
    at: on,
  }));
  return [
    {
      ...common,
      id: idNo(n),
      kind: 'check-in',
      body: { statements, pain: [], painNow: 3, wish: '', wishes: [] },
    },
    {
      ...common,
      id: idNo(n + 1),
      kind: 'plan',
      body: {
        release: 'bench',
        plan: { decision: 'adapt', minutes: 48, segments },
        envelope: { decision: 'adapt', limits: ['a/pressure'], questions: [] },
      },
    },
    {
      ...common,
      id: idNo(n + 2),
      kind: 'session',
      body: {
        plan: idNo(n + 1),
        asPlanned: true,
        segments,
        pressure: 2,
        minutes: 48,
        response: 'Slept during the session.',
        painAfter: 2,
        soap: { s: 'Stiff in the morning.', o: 'No heat.', a: 'Better.', p: 'Weekly.' },
        signed: { by: 'Jo Field', at: on },
      },
    },
  ];
}
