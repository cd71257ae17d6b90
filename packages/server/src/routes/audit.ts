/** Looking through the audit: filters, ten lines at random for review, and the whole as a file. */
import { type AuditLine, readAudit, sampleAudit } from '@assuage/accounts';
import { csvOf } from '@assuage/record';
import { Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { parsed } from '../parse.ts';

export interface AuditView {
  readonly lines: readonly AuditLine[];
  /** Ask again with `before` this id for older lines; null when these are the oldest. */
  readonly older: string | null;
}

const PAGE = 100;
const FOR_REVIEW = 10;
const MOST_EXPORTED = 1_000_000;
const text = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(v.string(), v.isoDate('must be a date such as 2026-03-01'));
const Filter = v.object({
  actor: v.exactOptional(text),
  client: v.exactOptional(text),
  action: v.exactOptional(text),
  outcome: v.exactOptional(v.picklist(['done', 'refused', 'failed'])),
  from: v.exactOptional(day),
  until: v.exactOptional(day),
  before: v.exactOptional(text),
});

export function auditRoutes({
  access,
  random,
}: {
  readonly access: Access;
  readonly random: () => number;
}) {
  return new Hono()
    .get('/api/audit', parsed('query', Filter), async (c) => {
      await access.permit(c, 'read-audit');
      const { accounts } = await access.asked(c);
      const lines = await readAudit(accounts, c.req.valid('query'), PAGE);
      const older = lines.length === PAGE ? (lines.at(-1)?.id ?? null) : null;
      const view: AuditView = { lines, older };
      return c.json(view);
    })
    .get('/api/audit/sample', async (c) => {
      await access.permit(c, 'read-audit');
      const { accounts } = await access.asked(c);
      const view: AuditView = {
        lines: await sampleAudit(accounts, FOR_REVIEW, random),
        older: null,
      };
      return c.json(view);
    })
    .get('/api/audit.csv', parsed('query', Filter), async (c) => {
      await access.permit(c, 'read-audit');
      const { accounts } = await access.asked(c);
      const lines = await readAudit(accounts, c.req.valid('query'), MOST_EXPORTED);
      c.header('Content-Disposition', 'attachment; filename="assuage-audit.csv"');
      return c.body(tableOf(lines), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
    });
}

const COLUMNS = [
  'id',
  'at',
  'actor',
  'actor_name',
  'role',
  'action',
  'client',
  'outcome',
  'origin',
  'device',
] as const satisfies (keyof AuditLine)[];

const tableOf = (lines: readonly AuditLine[]): string =>
  csvOf(
    COLUMNS,
    lines.map((line) => COLUMNS.map((column) => line[column])),
  );
