/** A practice's own review of papers: asked of the server, and folded to what counts now. */
import {
  AGREED,
  agreementOf,
  dedupe,
  flowOf,
  type KnownPaper,
  nameOfPaper,
  type Paper,
  type ReadFile,
  type ScreeningDecision,
  type Stage,
  type Standing,
  standingOf,
} from '@assuage/evidence';
import type { ReviewView } from '@assuage/server';
import { ask, send } from './api.ts';

export type ReviewStep = ReviewView['steps'][number];
export type ReviewBody = ReviewStep['body'];
type Of<Kind extends ReviewBody['kind']> = Extract<ReviewBody, { kind: Kind }>;
export type Search = Of<'search'>;
export type Screening = Of<'screening'>;
export type Extraction = Of<'extraction'>;
export type CertaintyChange = Of<'certainty'>;
export type CandidatePaper = Search['papers'][number];
export type Done<Body> = Omit<ReviewStep, 'body'> & { readonly body: Body };

export const getReview = (): Promise<ReviewView> => ask('/api/review');
/** Every change of certainty, oldest first: what the pages of evidence show, without the papers. */
export const getCertainties = (): Promise<readonly Done<CertaintyChange>[]> =>
  ask('/api/review/certainties');
/** Resolves to the step, and what others said that may be seen now that it is done. */
export const addStep = (body: ReviewBody): Promise<readonly ReviewStep[]> =>
  send('/api/review', body);

/** A review with steps that were not in it; ids are in order of time. */
export function withSteps(view: ReviewView, news: readonly ReviewStep[]): ReviewView {
  const steps = new Map([...view.steps, ...news].map((step) => [step.id, step]));
  const told = new Set(
    news.flatMap(({ body }) => (body.kind === 'screening' ? [`${body.stage} ${body.paper}`] : [])),
  );
  return {
    ...view,
    steps: [...steps.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    waiting: view.waiting.filter(({ paper, stage }) => !told.has(`${stage} ${paper}`)),
  };
}

export interface Candidate {
  readonly name: string;
  readonly paper: CandidatePaper;
  readonly standing: Standing;
  /** The stage at which this reader may still say something. */
  readonly stage: Stage;
  /** What this reader said at that stage; undefined: nothing yet. */
  readonly mine: Screening['decision'] | undefined;
  /** Another reader decided at that stage, and what is not told before this one has. */
  readonly isWaiting: boolean;
  /** Every word about it that may be seen, oldest first. */
  readonly words: readonly Done<Screening>[];
  /** The newest of each reader, outcome and comparison, oldest first. */
  readonly extractions: readonly Done<Extraction>[];
}

export interface Review {
  /** Oldest first. */
  readonly searches: readonly Done<Search>[];
  /** The newest day on which anything was searched. */
  readonly lastSearched: string | undefined;
  readonly candidates: readonly Candidate[];
  readonly flow: ReturnType<typeof flowOf>;
  readonly agreement: ReturnType<typeof agreementOf>;
  /** The newest of each finding. */
  readonly changes: readonly Done<CertaintyChange>[];
  /** By account. */
  readonly names: ReadonlyMap<string, string>;
}

export function foldReview({ me, steps, waiting }: ReviewView): Review {
  const of = <Kind extends ReviewBody['kind']>(kind: Kind) =>
    steps.filter((step): step is Done<Of<Kind>> => step.body.kind === kind);
  const searches = of('search');
  const words = Map.groupBy(of('screening'), ({ body }) => body.paper);
  const extractions = Map.groupBy(of('extraction'), ({ body }) => body.paper);
  const kept = new Set(waiting.map(({ paper, stage }) => `${stage} ${paper}`));

  const papers = new Map<string, CandidatePaper>();
  let duplicates = 0;
  for (const { body } of searches) {
    duplicates += body.duplicates;
    for (const paper of body.papers) {
      const name = nameOfPaper(paper);
      // Two people may have taken in the same search at once.
      if (papers.has(name)) duplicates++;
      else papers.set(name, paper);
    }
  }
  const candidates = [...papers].map(([name, paper]): Candidate => {
    const its = words.get(name) ?? [];
    const standing = standingOf(its.map(decisionOf));
    const stage = standing.at === 'in' ? 'full-text' : standing.stage;
    return {
      name,
      paper,
      standing,
      stage,
      mine: its.findLast(
        ({ account, body }) => account === me && body.stage === stage && body.agreed !== true,
      )?.body.decision,
      isWaiting: kept.has(`${stage} ${name}`),
      words: its,
      extractions: newest(
        extractions.get(name) ?? [],
        ({ account, body }) => `${account} ${body.outcome.toLowerCase()} ${body.against}`,
      ),
    };
  });
  const decisions = of('screening').map(decisionOf);
  return {
    searches,
    lastSearched: searches
      .map(({ body }) => body.on)
      .sort()
      .at(-1),
    candidates,
    flow: flowOf([...papers.keys()], duplicates, decisions),
    agreement: agreementOf(decisions),
    changes: newest(of('certainty'), ({ body }) =>
      [body.condition, body.outcome, body.against].join('\n'),
    ),
    names: new Map(steps.map(({ account, by }) => [account, by])),
  };
}

/** "Perhaps" lets a title through to the full text, as "in" does. */
const decisionOf = ({ account, body }: Done<Screening>): ScreeningDecision => ({
  paper: body.paper,
  reader: body.agreed === true ? AGREED : account,
  stage: body.stage,
  isIn: body.decision !== 'out',
  reason: body.reason,
});

const newest = <Step>(steps: readonly Step[], key: (step: Step) => string): Step[] => [
  ...new Map(steps.map((step) => [key(step), step])).values(),
];

export interface Batch {
  readonly fresh: readonly CandidatePaper[];
  readonly duplicates: number;
  /** Of the duplicates, those that the built-in knowledge holds. */
  readonly inKnowledge: number;
  readonly unreadable: readonly { readonly line: number; readonly why: string }[];
}

/** What of a file is new here: not twice in it, in no earlier search, and no study of the knowledge. */
export function batchOf(
  read: Extract<ReadFile, { ok: true }>,
  review: Review,
  library: readonly KnownPaper[],
): Batch {
  const earlier = review.candidates.map(({ name, paper }) => ({ ...paper, id: name }));
  const { candidates, duplicates } = dedupe(read.papers, [...library, ...earlier]);
  const known = new Set(library.map(({ id }) => id));
  return {
    fresh: candidates.map(withoutLine),
    duplicates: duplicates.length,
    inKnowledge: duplicates.filter(({ of }) => typeof of === 'string' && known.has(of)).length,
    unreadable: read.unreadable,
  };
}

const withoutLine = ({ line: _, authors, types, ...paper }: Paper): CandidatePaper => ({
  ...paper,
  authors: [...authors],
  types: [...types],
});
