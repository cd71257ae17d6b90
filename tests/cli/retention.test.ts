// Keeping and destroying a record as the owner of a practice does at the command line.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '@assuage/record';
import { expect, onTestFinished, test } from 'vitest';
import { assuage } from './assuage.ts';

const ANA = '019a0000-0000-7000-8000-00000000000a';
const BEN = '019a0000-0000-7000-8000-00000000000b';
const ENTERED = '2012-03-01T09:00:00.000Z';
const BY = ['--by', 'Jo@Harbour.example'];
const REASON = ['--reason', 'kept long enough'];

/** Ontario; Ana was last seen in 2012, Ben today. */
async function practice() {
  const data = mkdtempSync(join(tmpdir(), 'assuage-retention-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const open = () => openJournal(join(data, 'assuage.sqlite'));
  const journal = await open();
  const client = (id: string, name: string, on: string) => ({
    id,
    client: id,
    kind: 'client' as const,
    v: 1 as const,
    on,
    by: { name: 'Jo Field', role: 'therapist' as const },
    body: { name, born: '1968-04-12' },
  });
  await journal.found(
    {
      id: 'harbour',
      name: 'Harbour',
      therapist: { name: 'Jo Field', training: [] },
      demo: false,
      jurisdiction: 'ontario',
    },
    [client(ANA, 'Ana Silva', '2012-03-01T09:00')],
    ENTERED,
  );
  const now = new Date();
  await journal.append(
    'harbour',
    [client(BEN, 'Ben Ode', now.toISOString().slice(0, 16))],
    now.toISOString(),
  );
  await journal.inAccounts('harbour', async (rows) => {
    const account = {
      practice: 'harbour',
      password: null,
      totp: null,
      totp_step: null,
      created: ENTERED,
      closed: null,
    };
    await rows
      .insertInto('account')
      .values([
        { ...account, id: 'jo', email: 'jo@harbour.example', name: 'Jo Field', role: 'owner' },
        { ...account, id: 'kim', email: 'kim@harbour.example', name: 'Kim', role: 'therapist' },
      ])
      .execute();
  });
  await journal.close();
  const run = (args: readonly string[], input = '') =>
    assuage(['retention', ...args, '--data', data], { input });
  const look = async () => {
    const again = await open();
    const found = {
      clients: (await again.clients('harbour')).map(({ name }) => name),
      stones: await again.retention.tombstones('harbour'),
      audit: await again.inAccounts('harbour', (rows) =>
        rows.selectFrom('audit').select(['actor', 'action', 'client', 'outcome']).execute(),
      ),
    };
    await again.close();
    return found;
  };
  return { run, look };
}

test('the list says from when each record may be destroyed, and under which rule', async () => {
  const { run } = await practice();
  const { code, stdout } = await run(['list']);
  expect(code).toBe(0);
  // Ten years from 1 March 2012 are over at the end of 1 March 2022.
  expect(stdout).toContain(`Ana Silva  ${ANA}\n  may be destroyed since 2022-03-02\n`);
  expect(stdout).toMatch(/Ben Ode .*\n {2}keep; may be destroyed from 20/);
  expect(stdout).toContain('rule: Ontario, Canada: 10 years from the last entry');
  expect(stdout).toContain('not legal advice');
});

test('a record is destroyed once its time is over and its name is typed; tombstone and audit stay', async () => {
  const { run, look } = await practice();
  const done = await run(['destroy', 'Ana Silva', ...BY, ...REASON], 'Ana Silva\n');
  expect(done.stderr).toContain('destroys 1 entry of Ana Silva for good');
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining(`client ${ANA}`) });
  const { clients, stones, audit } = await look();
  expect(clients).toEqual(['Ben Ode']);
  expect(stones).toMatchObject([
    {
      client: ANA,
      from: '2012-03-01',
      to: '2012-03-01',
      entries: 1,
      destroyedBy: 'Jo Field',
      reason: 'kept long enough',
      rule: 'Ontario, Canada: 10 years from the last entry',
    },
  ]);
  expect(audit).toEqual([{ actor: 'jo', action: 'destroy-record', client: ANA, outcome: 'done' }]);
  expect((await run(['list'])).stdout).toContain('by Jo Field: kept long enough');
});

test.each([
  ['another name is typed', ['Ana Silva', ...BY, ...REASON], 'Ana\n', 'not the client'],
  ['nothing is typed', ['Ana Silva', ...BY, ...REASON], '', 'not the client'],
  ['the time is not over', ['Ben Ode', ...BY, ...REASON], 'Ben Ode\n', 'must be kept until'],
  ['nobody says whose deed it is', ['Ana Silva', ...REASON], 'Ana Silva\n', '--by'],
  [
    'a therapist asks for it',
    ['Ana Silva', '--by', 'kim@harbour.example', ...REASON],
    'Ana Silva\n',
    'Only the owner',
  ],
  ['it has no reason', ['Ana Silva', ...BY, '--reason', ' '], 'Ana Silva\n', '--reason'],
  ['nobody has the name', ['Eve', ...BY, ...REASON], 'Eve\n', 'No client has'],
])('nothing is destroyed when %s', async (_, args, input, message) => {
  const { run, look } = await practice();
  const answer = await run(['destroy', ...args], input);
  expect(answer).toMatchObject({ code: 2, stdout: '' });
  expect(answer.stderr).toContain(message);
  expect((await look()).clients).toEqual(['Ana Silva', 'Ben Ode']);
});

test('a hold stops the destruction until it is lifted', async () => {
  const { run, look } = await practice();
  const held = await run(['hold', ANA, ...BY, '--reason', 'a claim']);
  const [hold = ''] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(held.stdout) ?? [];
  expect((await run(['list'])).stdout).toContain(`on hold: keep`);
  const refused = await run(['destroy', ANA, ...BY, ...REASON], 'Ana Silva\n');
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('a claim') });
  expect((await look()).clients).toHaveLength(2);
  expect((await run(['lift', ANA, hold, ...BY])).code).toBe(0);
  expect((await run(['lift', ANA, hold, ...BY])).code).toBe(2);
  expect((await run(['destroy', ANA, ...BY, ...REASON], 'Ana Silva\n')).code).toBe(0);
});

test('a record may go early only when that is said, and the tombstone tells', async () => {
  const { run, look } = await practice();
  const done = await run(['destroy', BEN, ...BY, ...REASON, '--early'], 'Ben Ode\n');
  expect(done.code).toBe(0);
  expect((await look()).stones[0]?.rule).toMatch(/^early; Ontario/);
});

test('whoever tries without the right is in the audit', async () => {
  const { run, look } = await practice();
  await run(['destroy', ANA, '--by', 'kim@harbour.example', ...REASON], 'Ana Silva\n');
  expect((await look()).audit).toEqual([
    { actor: 'kim', action: 'destroy-record', client: ANA, outcome: 'refused' },
  ]);
});
