import { LINK_PURPOSES, type LinkPurpose, makeClientLink } from '@assuage/accounts';
import type { NewEntry } from '@assuage/record';
import { expect, test } from 'vitest';
import { TODAY } from '../testing/parts.ts';
import { browser, startPractice } from '../testing/practice.ts';

const ANA = '019a0000-0000-7000-8000-00000000000c';

let number = 700;
const entry = (kind: string, body: object) => ({
  id: `019a0000-0000-7000-8000-${(number++).toString(16).padStart(12, '0')}`,
  client: ANA,
  kind,
  v: 1,
  on: `${TODAY}T09:00`,
  by: { name: 'Ana Silva', role: 'client' },
  body,
});
const sent = {
  'check-in': () =>
    entry('check-in', { statements: [], painNow: 3, pain: [], wish: '', wishes: [] }),
  intake: () =>
    entry('intake', {
      statements: [],
      listed: { condition: true, medicine: true },
      goals: [],
      positions: [],
      consents: [],
    }),
  score: () =>
    entry('score', {
      measure: 'nrs-pain',
      release: 'r1',
      answers: { 'nrs-pain': 3 },
      filled: 'by-client',
      note: '',
    }),
  reaction: () =>
    entry('reaction', { session: null, feeling: 'same', soreness: 0, hours: 0, what: '' }),
};
const SERVES: Record<LinkPurpose, readonly (keyof typeof sent)[]> = {
  'check-in': ['check-in', 'score', 'reaction'],
  intake: ['intake'],
  ratings: ['score', 'reaction'],
};

test.each(LINK_PURPOSES)(
  'a link for %s sends what it is for, and nothing else',
  async (purpose) => {
    const practice = await startPractice();
    const ana = { ...entry('client', { name: 'Ana Silva', born: '1968-04-12' }), id: ANA };
    const by = { name: 'Jo Field', role: 'therapist' };
    await practice.journal.append(
      'a',
      [{ ...ana, by } as unknown as NewEntry],
      `${TODAY}T00:00:00.000Z`,
    );
    const { secret } = await makeClientLink(practice.context, practice.owner.id, {
      client: ANA,
      purpose,
      days: 1,
    });
    const phone = browser(practice);
    await phone.post('/api/link/open', { link: secret });
    for (const [kind, make] of Object.entries(sent)) {
      const answer = await phone.post(`/api/clients/${ANA}/entries`, [make()]);
      const isServed = SERVES[purpose].some((one) => one === kind);
      expect(`${kind} ${answer.status}`).toBe(`${kind} ${isServed ? 201 : 400}`);
      if (!isServed)
        expect(await answer.text()).toContain(
          `${kind} cannot be sent by a link that is for ${purpose}: ask the practice for another link`,
        );
    }
    const asked = await phone.get(`/api/clients/${ANA}/ratings`);
    expect(asked.status).toBe(purpose === 'intake' ? 403 : 200);
  },
);
