/** Who did what, when and from where. Rows are only added; they outlive what they tell of. */
import type { ExpressionBuilder } from 'kysely';
import { type Caller, type Context, instant, newId, type Rows } from './context.ts';
import type { Actor } from './rights.ts';
import type { AccountTables } from './tables.ts';

export type Outcome = AccountTables['audit']['outcome'];
export interface Deed {
  readonly action: string;
  readonly outcome: Outcome;
  readonly client?: string | undefined;
  /** What else tells it apart. Never what a client said, never a secret. */
  readonly details?: object;
}
export interface AuditLine extends Omit<AccountTables['audit'], 'practice' | 'details'> {
  readonly details: Record<string, unknown>;
}
export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly client?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: Outcome | undefined;
  /** Instants: from the first, before the second. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Only lines before this id, which is how one pages back. */
  readonly before?: string | undefined;
}

export async function writeAudit(
  context: Pick<Context, 'practice' | 'now'>,
  rows: Rows,
  actor: Actor,
  caller: Caller,
  { action, outcome, client, details = {} }: Deed,
): Promise<void> {
  await rows
    .insertInto('audit')
    .values({
      practice: context.practice,
      id: newId(),
      at: instant(context),
      actor: actor.kind === 'nobody' ? null : actor.id,
      actor_name: actor.kind === 'nobody' ? 'Nobody signed in' : actor.name,
      role: actor.kind === 'nobody' ? 'nobody' : actor.role,
      action,
      client: client ?? null,
      outcome,
      origin: caller.address,
      device: caller.device,
      details: JSON.stringify(details),
    })
    .execute();
}

/** @returns the newest lines first, at most `most` */
export const readAudit = (
  context: Context,
  filter: AuditFilter,
  most: number,
): Promise<AuditLine[]> =>
  context.run(async (rows) => {
    let query = rows.selectFrom('audit').selectAll().where('practice', '=', context.practice);
    for (const column of ['actor', 'client', 'action', 'outcome'] as const) {
      const wanted = filter[column];
      if (wanted !== undefined) query = query.where(column, '=', wanted);
    }
    if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
    if (filter.until !== undefined) query = query.where('at', '<', filter.until);
    if (filter.before !== undefined) query = query.where(isBefore(context, filter.before));
    const found = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute();
    return found.map(lineOf);
  });

/**
 * Lines to look through at random, as privacy commissioners ask for: every line is equally likely.
 *
 * @param random from 0 up to, not including, 1
 */
export const sampleAudit = (
  context: Context,
  many: number,
  random: () => number,
): Promise<AuditLine[]> =>
  context.run(async (rows) => {
    const ofPractice = rows.selectFrom('audit').where('practice', '=', context.practice);
    const ids = await ofPractice.select('id').orderBy('id').execute();
    const chosen = shuffled(ids, random)
      .slice(0, many)
      .map(({ id }) => id);
    if (chosen.length === 0) return [];
    const found = await ofPractice
      .selectAll()
      .where('id', 'in', chosen)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return found.map(lineOf);
  });

const isBefore =
  ({ practice }: Context, id: string) =>
  (line: ExpressionBuilder<AccountTables, 'audit'>) => {
    const at = line
      .selectFrom('audit as last')
      .select('last.at')
      .where('last.practice', '=', practice)
      .where('last.id', '=', id);
    return line.or([line('at', '<', at), line.and([line('at', '=', at), line('id', '<', id)])]);
  };

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] as Item, all[i] as Item];
  }
  return all;
}

const lineOf = ({ practice: _, details, ...line }: AccountTables['audit']): AuditLine => ({
  ...line,
  details: JSON.parse(details) as Record<string, unknown>,
});
