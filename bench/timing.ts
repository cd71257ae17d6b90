/** Timing: warmed loops, in rounds that take turns, so that a slow moment of the machine hits everybody. */

export interface Timed {
  readonly name: string;
  readonly run: () => unknown;
  /** How many evaluations one run makes; 1 when left out. */
  readonly evaluations?: number;
}
export interface Timing {
  readonly name: string;
  /** Microseconds per evaluation, over the rounds. */
  readonly median: number;
  readonly least: number;
}

const ROUNDS = 9;
const ROUND_MS = 150;

export async function timeAll(subjects: readonly Timed[]): Promise<Timing[]> {
  const entries: { subject: Timed; runs: number; rounds: number[] }[] = [];
  for (const subject of subjects)
    entries.push({ subject, runs: await runsPerRound(subject), rounds: [] });
  for (let round = 0; round < ROUNDS; round++)
    for (const { subject, runs, rounds } of entries) {
      const perRun = (await milliseconds(subject.run, runs)) / runs;
      rounds.push((perRun * 1000) / (subject.evaluations ?? 1));
    }
  return entries.map(({ subject, rounds }) => {
    rounds.sort((a, b) => a - b);
    return {
      name: subject.name,
      median: rounds[ROUNDS >> 1] ?? Number.NaN,
      least: rounds[0] ?? Number.NaN,
    };
  });
}

/** Warms the code up until a round of so many runs is long enough to be timed. */
async function runsPerRound({ run }: Timed): Promise<number> {
  for (let runs = 1; ; runs *= 2) {
    const took = await milliseconds(run, runs);
    if (took >= ROUND_MS) return Math.ceil((runs * ROUND_MS) / took);
  }
}

/** A result that nobody uses could be optimised away; one that is kept cannot. */
const kept: unknown[] = [];

async function milliseconds(run: () => unknown, runs: number): Promise<number> {
  const isAsync = run() instanceof Promise;
  const start = performance.now();
  if (isAsync) for (let i = 0; i < runs; i++) await run();
  else for (let i = 0; i < runs; i++) kept[0] = run();
  return performance.now() - start;
}
