/** What another release changes in the studies, the claims, the evidence on conditions and the measures. Pure. */
import type { Library, Measures } from '@assuage/knowledge';
import type { RuleChange } from '@assuage/safety';

/** What of a release no rule depends on. */
export interface Shelves {
  /** Undefined where this version cannot read the files: an older or a newer form. */
  readonly library: Library | undefined;
  readonly measures: Measures;
}
export interface ShelfChange {
  readonly kind: 'study' | 'citation' | 'claim' | 'evidence' | 'measure';
  readonly id: string;
  readonly change: RuleChange['change'];
  /** Which lines of the file differ: `outcomes`, `verdict` … */
  readonly keys: readonly string[];
  /** What a reader would say differently now: a verdict, how sure a finding is. */
  readonly says: readonly string[];
}
export interface LibraryDiff {
  readonly changes: readonly ShelfChange[];
  /** False: in one of the releases, studies, claims and evidence are in a form that this version cannot read. */
  readonly isWhole: boolean;
}

type Kept = { readonly id: string };

export function compareShelves(before: Shelves, after: Shelves): LibraryDiff {
  const [old, now] = [before.library, after.library];
  const measures = changes('measure', before.measures.measures, after.measures.measures);
  if (!old || !now) return { changes: measures, isWhole: false };
  return {
    changes: [
      ...changes('study', old.studies, now.studies),
      ...changes('citation', old.unread, now.unread),
      ...changes('claim', old.claims, now.claims, (was, is) =>
        moved('', [was.verdict, was.sure], [is.verdict, is.sure]),
      ),
      ...changes('evidence', old.evidence, now.evidence, (was, is) =>
        is.findings.flatMap((finding) => {
          const earlier = was.findings.find(({ outcome }) => outcome === finding.outcome);
          return earlier
            ? moved(
                `${finding.outcome}: `,
                [earlier.says, earlier.certainty],
                [finding.says, finding.certainty],
              )
            : [];
        }),
      ),
      ...measures,
    ],
    isWhole: true,
  };
}

function changes<T extends Kept>(
  kind: ShelfChange['kind'],
  before: readonly T[],
  after: readonly T[],
  saysOf: (was: T, is: T) => string[] = () => [],
): ShelfChange[] {
  const [old, now] = [before, after].map((all) => new Map(all.map((one) => [one.id, one])));
  return [...new Set([...before, ...after].map(({ id }) => id))]
    .sort()
    .flatMap((id): ShelfChange[] => {
      const [was, is] = [old?.get(id), now?.get(id)];
      if (!was || !is) return [{ kind, id, change: is ? 'added' : 'removed', keys: [], says: [] }];
      const keys = differing(was, is);
      return keys.length === 0
        ? []
        : [{ kind, id, change: 'changed', keys, says: saysOf(was, is) }];
    });
}

function differing(was: object, is: object): string[] {
  const [old, now] = [was, is].map((one) => new Map<string, unknown>(Object.entries(one)));
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => JSON.stringify(old?.get(key)) !== JSON.stringify(now?.get(key)),
  );
}

/** "pain: helps, low → no-difference, low" */
const moved = (what: string, was: readonly string[], is: readonly string[]): string[] =>
  was.join() === is.join() ? [] : [`${what}${was.join(', ')} → ${is.join(', ')}`];
