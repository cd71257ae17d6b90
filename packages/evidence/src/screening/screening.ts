/** Which papers of a search are taken up, decided by one or two readers, and the counts that a review reports. */

export const STAGES = ['title', 'full-text'] as const;
export type Stage = (typeof STAGES)[number];

export interface ScreeningDecision {
  /** Whatever names the paper to the caller. */
  readonly paper: string;
  readonly reader: string;
  readonly stage: Stage;
  readonly isIn: boolean;
  /** Why it is left out; needed after the full text was read. */
  readonly reason?: string | undefined;
}

/** The name of the reader whose word ends a disagreement: what the two agreed on. */
export const AGREED = 'agreed';

export type Standing =
  | { readonly at: 'undecided' | 'disputed'; readonly stage: Stage }
  | { readonly at: 'out'; readonly stage: Stage; readonly reason: string }
  | { readonly at: 'in' };

/**
 * Where a paper stands: through the titles first, then the full text.
 *
 * @param decisions of one paper; a later decision of the same reader replaces an earlier one
 */
export function standingOf(decisions: readonly ScreeningDecision[]): Standing {
  for (const stage of STAGES) {
    const byReader = new Map(
      decisions.flatMap((one) => (one.stage === stage ? [[one.reader, one] as const] : [])),
    );
    const last = byReader.get(AGREED);
    const words = last ? [last] : [...byReader.values()];
    const [first] = words;
    if (!first) return { at: 'undecided', stage };
    if (words.some(({ isIn }) => isIn !== first.isIn)) return { at: 'disputed', stage };
    if (!first.isIn)
      return {
        at: 'out',
        stage,
        reason: words.find(({ reason }) => reason !== undefined)?.reason ?? 'no reason given',
      };
  }
  return { at: 'in' };
}

/**
 * The counts of a PRISMA flow. Every record is in one place: what is screened is left out, read in full or
 * still open, and what is read in full is left out, included or still open.
 *
 * @source Page et al. (2021) The PRISMA 2020 statement. BMJ 372:n71, figure 1
 */
export interface Flow {
  readonly identified: number;
  readonly duplicates: number;
  readonly screened: number;
  readonly outByTitle: number;
  readonly assessed: number;
  /** Left out after the full text, most frequent reason first. */
  readonly outByFullText: readonly (readonly [reason: string, count: number])[];
  readonly included: number;
  /** Not yet decided, or the readers disagree, at either stage. */
  readonly open: Readonly<Record<Stage, { readonly undecided: number; readonly disputed: number }>>;
}

/**
 * @param papers the candidates that are left after duplicates, by the names that the decisions use
 * @param duplicates records that were left out before anybody read them
 */
export function flowOf(
  papers: readonly string[],
  duplicates: number,
  decisions: readonly ScreeningDecision[],
): Flow {
  const byPaper = Map.groupBy(decisions, ({ paper }) => paper);
  const standings = papers.map((paper) => standingOf(byPaper.get(paper) ?? []));
  const count = (test: (standing: Standing) => boolean) => standings.filter(test).length;
  const openAt = (stage: Stage) => ({
    undecided: count((one) => one.at === 'undecided' && one.stage === stage),
    disputed: count((one) => one.at === 'disputed' && one.stage === stage),
  });
  const reasons = Map.groupBy(
    standings.flatMap((one) => (one.at === 'out' && one.stage === 'full-text' ? [one] : [])),
    ({ reason }) => reason,
  );
  const passed = (one: Standing) => one.at === 'in' || one.stage === 'full-text';
  return {
    identified: papers.length + duplicates,
    duplicates,
    screened: papers.length,
    outByTitle: count((one) => one.at === 'out' && one.stage === 'title'),
    assessed: count(passed),
    outByFullText: [...reasons]
      .map(([reason, all]) => [reason, all.length] as const)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    included: count(({ at }) => at === 'in'),
    open: { title: openAt('title'), 'full-text': openAt('full-text') },
  };
}

export interface Agreement {
  readonly readers: readonly [string, string];
  /** Decisions that both made. */
  readonly both: number;
  readonly same: number;
  /** Cohen's kappa, −1 to 1; left out where both always say the same one thing, which leaves it undefined. */
  readonly kappa?: number;
}

/**
 * How often two readers decided alike, beyond what chance gives.
 *
 * @source Cohen (1960) A coefficient of agreement for nominal scales. Educational and Psychological
 *   Measurement 20:37-46
 * @returns nothing with fewer than two readers; the two who read most with more
 */
export function agreementOf(decisions: readonly ScreeningDecision[]): Agreement | undefined {
  const own = decisions.filter(({ reader }) => reader !== AGREED);
  const byReader = Map.groupBy(own, ({ reader }) => reader);
  const [first, second] = [...byReader].sort(
    ([a, all], [b, others]) => others.length - all.length || (a < b ? -1 : 1),
  );
  if (!first || !second) return undefined;
  const key = ({ paper, stage }: ScreeningDecision) => `${stage} ${paper}`;
  const said = new Map(second[1].map((one) => [key(one), one.isIn]));
  const firstSaid = new Map(first[1].map((one) => [key(one), one.isIn]));
  const pairs = [...firstSaid].flatMap(([of, a]) => {
    const b = said.get(of);
    return b === undefined ? [] : [[a, b] as const];
  });
  const n = pairs.length;
  const same = pairs.filter(([a, b]) => a === b).length;
  const inBy = (reader: 0 | 1) => pairs.filter((pair) => pair[reader]).length / n;
  const byChance = inBy(0) * inBy(1) + (1 - inBy(0)) * (1 - inBy(1));
  return {
    readers: [first[0], second[0]],
    both: n,
    same,
    ...(n === 0 || byChance === 1 ? {} : { kappa: (same / n - byChance) / (1 - byChance) }),
  };
}
