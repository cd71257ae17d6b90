import { describe, expect, test } from 'vitest';
import { agreedOn } from './choices.ts';
import { consentLines, massageWithdrawn } from './consents.ts';
import type { BodyOf, ClientRecord } from './record.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const TODAY = '2026-03-10';
const noted = (on: string, body: Partial<BodyOf<'consent'>>): ClientRecord['consents'][number] =>
  ({
    what: 'massage',
    given: true,
    from: { name: 'Ana Silva', as: 'client' },
    how: 'spoken',
    note: '',
    ...body,
    entry: on,
    on: `${on}T09:00`,
    entered: '',
    by: { name: 'Jo Field', role: 'therapist' },
  }) as ClientRecord['consents'][number];
const told = (record: Partial<ClientRecord>) =>
  consentLines({ ...EMPTY_RECORD, ...record }, TODAY).map(
    ({ what, about, counts }) => `${what} ${about}: ${counts ? 'yes' : 'no'}`,
  );

describe('what the client agrees to', () => {
  test('is the newest word on each thing; two clinicians are two things', () => {
    const share = { what: 'share', with: 'Dr Okafor' } as const;
    expect(
      told({
        consents: [
          noted('2026-03-01', share),
          noted('2026-03-02', { ...share, with: 'Dr Khan' }),
          noted('2026-03-03', { ...share, given: false }),
        ],
      }),
    ).toEqual(['share Dr Okafor: no', 'share Dr Khan: yes']);
  });

  test('ends after its last day', () => {
    expect(told({ consents: [noted('2026-03-01', { until: '2026-03-10' })] })).toEqual([
      'massage : yes',
    ]);
    expect(told({ consents: [noted('2026-03-01', { until: '2026-03-09' })] })).toEqual([
      'massage : no',
    ]);
  });

  test('holds sensitive places from the intake too, and no longer after their last day', () => {
    const record = {
      agreedPlaces: [{ place: 'chest-right' }, { place: 'buttock-left', until: '2026-03-09' }],
    };
    expect(told(record)).toEqual([
      'sensitive-places chest-right: yes',
      'sensitive-places buttock-left: no',
    ]);
    expect(agreedOn({ ...EMPTY_RECORD, ...record }, TODAY)).toEqual(['chest-right']);
  });

  test('massage itself counts as withdrawn by a no or an end, not when nobody asked', () => {
    const ended = (...consents: ClientRecord['consents']) =>
      massageWithdrawn({ ...EMPTY_RECORD, consents }, TODAY)?.entry;
    const given = noted('2026-03-01', {});
    const taken = noted('2026-03-02', { given: false });
    expect(ended()).toBeUndefined();
    expect(ended(given)).toBeUndefined();
    expect(ended(given, taken)).toBe('2026-03-02');
    expect(ended(taken, noted('2026-03-03', {}))).toBeUndefined();
    expect(ended(noted('2026-03-03', { until: '2026-03-04' }))).toBe('2026-03-03');
  });
});
