/** A practice's own review of papers: what is in it, and one step more. */
import { randomUUIDv7 } from 'node:crypto';
import { nameOfPaper, numberProblems } from '@assuage/evidence';
import type { Library } from '@assuage/knowledge';
import { type Journal, type Practice, ReviewBody, type ReviewStep } from '@assuage/record';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Access } from '../access/access.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';

export interface ReviewView {
  /** The account that asks. */
  readonly me: string;
  /** In the order in which they were done. */
  readonly steps: readonly ReviewStep[];
  /** Papers on which one other reader has decided: what, is told whoever reads them, too. */
  readonly waiting: readonly Waiting[];
}
export interface Waiting {
  readonly paper: string;
  readonly stage: Screening['stage'];
}

type Screening = Extract<ReviewBody, { kind: 'screening' }>;

export interface ReviewParts {
  readonly access: Access;
  readonly journal: Journal;
  readonly library: Library;
  readonly practice: () => Practice;
  readonly now: () => Date;
}

export function reviewRoutes({ access, journal, library, practice, now }: ReviewParts) {
  /** Before millions of bytes are read. */
  const onlyReaders: MiddlewareHandler = async (c, next) => {
    await access.permit(c, 'write-review');
    await next();
  };

  return new Hono()
    .get('/api/review', async (c) => {
      const actor = await access.permit(c, 'read-review');
      const me = actor.kind === 'account' ? actor.id : '';
      return c.json(viewFor(me, await journal.review.steps(practice().id)));
    })
    .get('/api/review/certainties', async (c) => {
      await access.permit(c, 'read-review');
      const steps = await journal.review.steps(practice().id);
      return c.json(steps.filter(({ body }) => body.kind === 'certainty') satisfies ReviewStep[]);
    })
    .post('/api/review', onlyReaders, parsed('json', ReviewBody), async (c) => {
      const { actor } = await access.asked(c);
      if (actor.kind !== 'account') throw new Error('only an account has this right');
      const body = c.req.valid('json');
      const steps = await journal.review.steps(practice().id);
      refuse(body, actor.id, steps, library);
      const step: ReviewStep = {
        id: randomUUIDv7(),
        account: actor.id,
        by: actor.name,
        at: now().toISOString(),
        body,
      };
      await journal.review.add(practice().id, step);
      return c.json(newsOf(step, viewFor(actor.id, [...steps, step])), 201);
    });
}

/** A step with what others said of the same paper, as far as it may be seen now: a review is too long to be sent again for each. */
function newsOf(step: ReviewStep, { steps }: ReviewView): ReviewStep[] {
  const { body } = step;
  switch (body.kind) {
    case 'screening':
      return steps.filter(
        ({ body: other }) => other.kind === 'screening' && keyOf(other) === keyOf(body),
      );
    case 'extraction':
      return steps.filter(
        ({ body: other }) => other.kind === 'extraction' && other.paper === body.paper,
      );
    default:
      return [step];
  }
}

const keyOf = ({ paper, stage }: Waiting): string => `${stage} ${paper}`;

/**
 * What one reader decided is kept from another until that one has decided as well, or a second has: whoever knows
 * the first word is no second reader.
 */
function viewFor(me: string, steps: readonly ReviewStep[]): ReviewView {
  const readers = new Map<string, Set<string>>();
  for (const { account, body } of steps)
    if (body.kind === 'screening')
      readers.set(keyOf(body), (readers.get(keyOf(body)) ?? new Set()).add(account));
  const isHidden = (body: ReviewBody): body is Screening => {
    if (body.kind !== 'screening') return false;
    const known = readers.get(keyOf(body));
    return known !== undefined && known.size === 1 && !known.has(me);
  };
  const waiting = new Map(
    steps.flatMap(({ body }) =>
      isHidden(body) ? [[keyOf(body), { paper: body.paper, stage: body.stage }] as const] : [],
    ),
  );
  return {
    me,
    steps: steps.filter(({ body }) => !isHidden(body)),
    waiting: [...waiting.values()],
  };
}

/** @throws ApiError `invalid` for what is well formed and cannot be */
function refuse(
  body: ReviewBody,
  me: string,
  steps: readonly ReviewStep[],
  library: Library,
): void {
  if (body.kind === 'search') return;
  if (body.kind === 'certainty') {
    const known = library.evidence.find(({ id }) => id === body.condition);
    if (
      !known?.findings.some((one) => one.outcome === body.outcome && one.against === body.against)
    )
      throw invalid('body.outcome', 'the knowledge says nothing of this outcome of this condition');
    return;
  }
  const isFound = steps.some(
    (step) =>
      step.body.kind === 'search' &&
      step.body.papers.some((paper) => nameOfPaper(paper) === body.paper),
  );
  if (!isFound) throw invalid('body.paper', `no search of this practice found "${body.paper}"`);
  if (body.kind === 'extraction') {
    const problems = numberProblems(body.numbers);
    const impossible = problems.find((problem) => problem.is === 'impossible');
    if (impossible) throw invalid(`body.numbers.${impossible.at}`, impossible.why);
    const [doubtful] = problems;
    if (doubtful && body.note === undefined)
      throw invalid('body.note', `${doubtful.why}, or say in the note why both stand`);
  } else if (body.agreed) {
    const readers = new Set(
      steps.flatMap(({ account, body: other }) =>
        other.kind === 'screening' && keyOf(other) === keyOf(body) ? [account] : [],
      ),
    );
    if (readers.size < 2 || !readers.has(me))
      throw invalid('body.agreed', 'two readers agree only after each has decided alone');
  }
}

const invalid = (where: string, message: string): ApiError =>
  ApiError.invalid([{ where, message }]);
