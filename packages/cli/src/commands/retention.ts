/** `assuage retention …`: how long records are kept, holds, and the destruction of one. */
import { randomUUIDv7 } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { Actor } from '@assuage/accounts';
import { type Jurisdiction, retentionOf } from '@assuage/jurisdiction';
import { readJurisdictions } from '@assuage/jurisdiction/node';
import { formatIssue } from '@assuage/knowledge';
import type { Journal, KeptRecord, Practice } from '@assuage/record';
import { fail, ok, type Result } from '../result.ts';
import { inPractice, type Opened, type PracticeRequest } from './opened.ts';

export type RetentionRequest = PracticeRequest;
export interface ChangeRequest extends RetentionRequest {
  /** An id, or a name that only one client has. */
  readonly client: string;
  /** The e-mail address of the account whose deed it is; a demo needs none. */
  readonly by: string | undefined;
}
export interface DestroyRequest extends ChangeRequest {
  readonly reason: string;
  /** Also where no known rule allows it yet. */
  readonly early: boolean;
  readonly today: string;
  /** Asks whoever sits there to type the client's name. @returns what was typed */
  readonly ask: (question: string) => Promise<string>;
}

/** @returns what to print */
export const listRetention = (
  request: RetentionRequest,
  today: string,
): Promise<Result<string, string>> =>
  withPractice(request, async ({ journal, practice, place }) => {
    const records = await journal.retention.records(practice.id);
    const stones = await journal.retention.tombstones(practice.id);
    const lines = records.map((record) => {
      const { destroyFrom, rule, wasMinor } = retentionOf(place, record);
      const may =
        destroyFrom === null
          ? 'unknown: keep'
          : destroyFrom > today
            ? `keep; may be destroyed from ${destroyFrom}`
            : `may be destroyed since ${destroyFrom}`;
      return [
        `${record.name}  ${record.client}`,
        `  ${record.holds.length > 0 ? 'on hold: keep' : may}`,
        `  last session ${record.lastService ?? 'none'}, last entry ${record.last}${wasMinor ? ', under 18 then' : ''}`,
        `  rule: ${rule}`,
        ...record.holds.map(
          ({ id, reason, placedBy, placedAt }) =>
            `  hold ${id}: ${reason} (${placedBy}, ${placedAt.slice(0, 10)})`,
        ),
      ].join('\n');
    });
    const destroyed = stones.map(
      (stone) =>
        `${stone.client}  destroyed ${stone.destroyedAt.slice(0, 10)} by ${stone.destroyedBy}: ${stone.reason}\n  ${stone.entries} entries, ${stone.from} to ${stone.to}, rule: ${stone.rule}`,
    );
    return ok(`${[...lines, ...destroyed, 'This is not legal advice.'].join('\n')}\n`);
  });

/** @returns what to print */
export const holdRecord = (
  request: ChangeRequest & { readonly reason: string },
): Promise<Result<string, string>> =>
  withRecord(request, 'hold-record', async ({ journal, practice, actor, record }) => {
    const id = randomUUIDv7();
    await journal.retention.hold(practice.id, {
      id,
      client: record.client,
      reason: request.reason,
      placedBy: actor.name,
      placedAt: new Date().toISOString(),
    });
    await journal.inAccounts(
      practice.id,
      audit(practice, actor, record, 'hold-record', { hold: id }),
    );
    return ok(`${record.name} is on hold (${id}). The record is kept until the hold is lifted.\n`);
  });

/** @returns what to print */
export const liftHold = (
  request: ChangeRequest & { readonly hold: string },
): Promise<Result<string, string>> =>
  withRecord(request, 'hold-record', async ({ journal, practice, actor, record }) => {
    const { hold } = request;
    const at = new Date().toISOString();
    if (!(await journal.retention.lift(practice.id, record.client, hold, actor.name, at)))
      return fail(
        `${record.name} has no hold ${hold} that stands. "assuage retention list" shows them.`,
      );
    await journal.inAccounts(
      practice.id,
      audit(practice, actor, record, 'hold-record', { lifted: hold }),
    );
    return ok(`The hold on ${record.name} is lifted.\n`);
  });

/** @returns what to print */
export const destroyRecord = (request: DestroyRequest): Promise<Result<string, string>> =>
  withRecord(request, 'destroy-record', async ({ journal, practice, place, actor, record }) => {
    const { reason, early, today, ask } = request;
    if (reason.trim() === '') return fail('Say why with --reason. Nothing was destroyed.');
    const { destroyFrom, rule } = retentionOf(place, record);
    const isDue = destroyFrom !== null && destroyFrom <= today;
    if (!isDue && !early)
      return fail(
        `${record.name}: ${destroyFrom === null ? rule : `the record must be kept until the day before ${destroyFrom} (${rule})`}. Nothing was destroyed. If a law lets you all the same, say --early.`,
      );
    const typed = await ask(
      `This destroys ${record.entries === 1 ? '1 entry' : `${record.entries} entries`} of ${record.name} for good; backups and exports that were made before keep them. Type the client's name to go on: `,
    );
    if (typed.trim() !== record.name)
      return fail(`That is not the client's name. Nothing was destroyed.`);
    const stone = await journal.retention.destroy(
      practice.id,
      {
        client: record.client,
        hash: record.hash,
        destroyedAt: new Date().toISOString(),
        destroyedBy: actor.name,
        reason: reason.trim(),
        rule: isDue ? rule : `early; ${rule}`,
      },
      audit(practice, actor, record, 'destroy-record', { entries: record.entries }),
    );
    return ok(
      `The record of client ${stone.client} is destroyed: ${stone.entries} entries, ${stone.from} to ${stone.to}. A tombstone and the audit stay.\n`,
    );
  });

interface AtPlace extends Opened {
  readonly place: Jurisdiction | undefined;
}
type Deed = 'hold-record' | 'destroy-record';
interface OpenedRecord extends AtPlace {
  readonly actor: Extract<Actor, { kind: 'account' }>;
  readonly record: KeptRecord;
}

/** Only an account with the right may go on; that it is theirs is up to whoever may use this computer. */
const withRecord = (
  request: ChangeRequest,
  action: Deed,
  work: (at: OpenedRecord) => Promise<Result<string, string>>,
): Promise<Result<string, string>> =>
  withPractice(request, async (at) => {
    const actor = await actorIn(at, request.by);
    if (!actor.ok) return actor;
    const records = await at.journal.retention.records(at.practice.id);
    const found = records.filter(
      ({ client, name }) => client === request.client || name === request.client,
    );
    const [record, other] = found;
    if (!record) return fail(`No client has the id or name ${request.client}.`);
    if (other)
      return fail(
        `Several clients are called ${request.client}. Use an id:\n${found.map(({ client, born }) => `  ${client}  born ${born ?? 'unknown'}`).join('\n')}`,
      );
    const { journal, practice } = at;
    const { may } = await import('@assuage/accounts');
    if (may(actor.value, action)) return work({ ...at, actor: actor.value, record });
    await journal.inAccounts(
      practice.id,
      audit(practice, actor.value, record, action, {}, 'refused'),
    );
    return fail(`The account of ${actor.value.name} does not allow this. Only the owner may.`);
  });

async function actorIn(
  { journal, practice }: Opened,
  email: string | undefined,
): Promise<Result<OpenedRecord['actor'], string>> {
  const asActor = (id: string, name: string, role: OpenedRecord['actor']['role']) =>
    ({ kind: 'account', id, name, role, clients: [] }) as const;
  if (practice.demo) return ok(asActor('demo', practice.therapist.name, 'owner'));
  if (email === undefined)
    return fail('Say whose deed it is with --by and the e-mail address of the owner.');
  const account = await journal.inAccounts(practice.id, (rows) =>
    rows
      .selectFrom('account')
      .select(['id', 'name', 'role'])
      .where('practice', '=', practice.id)
      .where('email', '=', email.trim().toLowerCase())
      .where('closed', 'is', null)
      .executeTakeFirst(),
  );
  if (!account) return fail(`Nobody here has an open account with the address ${email}.`);
  return ok(asActor(account.id, account.name, account.role));
}

const audit =
  (
    { id }: Practice,
    actor: Actor,
    { client }: KeptRecord,
    action: Deed,
    details: object,
    outcome: 'done' | 'refused' = 'done',
  ): Parameters<Journal['retention']['destroy']>[2] =>
  async (rows) => {
    const { writeAudit } = await import('@assuage/accounts');
    await writeAudit(
      { practice: id, now: () => new Date() },
      rows,
      actor,
      { address: hostname(), device: `Command line, ${userInfo().username}` },
      { action, outcome, client, details },
    );
  };

async function withPractice(
  request: RetentionRequest,
  work: (at: AtPlace) => Promise<Result<string, string>>,
): Promise<Result<string, string>> {
  const places = readJurisdictions();
  if (!places.ok) return fail(places.issues.map(formatIssue).join('\n'));
  return inPractice(request, (at) =>
    work({
      ...at,
      place: places.jurisdictions.find(({ id }) => id === at.practice.jurisdiction),
    }),
  );
}
