/** `assuage plan FILE`: from a client file to a decision, its reasons and a session. */
import { createSearch, formatIssue, type Knowledge } from '@assuage/knowledge';
import { makePlan } from '@assuage/planning';
import { compileEngine, evaluate, explain, openQuestions } from '@assuage/safety';
import { type ExitCode, exitForDecision } from '../exit.ts';
import { readClientFile } from '../input/client-file.ts';
import { type PlanReport, reportPlan } from '../report/plan-report.ts';
import { formatPlan } from '../report/plan-text.ts';
import { fail, ok, type Result } from '../result.ts';

export type PlanFormat = 'text' | 'json';

export interface PlanRequest {
  /** The text of the client file. */
  readonly text: string;
  /** Its name, for messages. */
  readonly file: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly format: PlanFormat;
}
export interface PlanAnswer {
  readonly output: string;
  readonly exit: ExitCode;
}

/** @returns what to print, or one message to each thing that is wrong in the file */
export function plan(knowledge: Knowledge, request: PlanRequest): Result<PlanAnswer, string[]> {
  const engine = compileEngine(knowledge);
  const client = readClientFile(request.text, {
    engine,
    search: createSearch(knowledge),
    file: request.file,
    today: request.today,
  });
  if (!client.ok) return fail(client.error.map(formatIssue));
  const { profile, clearances } = client.value;
  const moment = { today: request.today, permissions: clearances };
  const envelope = evaluate(engine, profile, moment);
  const report = reportPlan(engine, {
    today: request.today,
    client: client.value,
    envelope,
    questions: openQuestions(engine, profile, moment),
    reasons: explain(engine, profile, envelope),
    plan: makePlan(engine, { ...client.value, envelope }),
  });
  return ok({
    output: print(report, request.format),
    exit: exitForDecision(envelope.known, envelope.decision),
  });
}

const print = (report: PlanReport, format: PlanFormat): string =>
  format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : formatPlan(report);
