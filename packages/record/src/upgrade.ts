/**
 * Bodies of entries change over the years, entries do not: one that was written in an older version is
 * upgraded whenever it is read, and again the next time. Its hash stays that of what was written.
 */

/** How a body of one version becomes one of the next. Pure, and total for what the old schema let pass. */
export type Upgrade = (body: unknown) => unknown;
/** For each kind that ever changed: the step from version 1 to 2, from 2 to 3, and so on. */
export type Upgrades = Readonly<Partial<Record<string, readonly Upgrade[]>>>;

/**
 * Empty while every kind is in its first version. To change a kind: add its step here, change its schema in
 * `entries.ts`, and keep an entry of the old version in `upgrade.test.ts`.
 */
export const UPGRADES: Upgrades = {};

/** The version in which entries of a kind are written now. */
export const currentVersion = (kind: string, upgrades: Upgrades = UPGRADES): number =>
  1 + stepsOf(kind, upgrades).length;

/** A kind is what somebody sent: `constructor` has no steps, though every object has a `constructor`. */
const stepsOf = (kind: string, upgrades: Upgrades): readonly Upgrade[] =>
  Object.hasOwn(upgrades, kind) ? (upgrades[kind] ?? []) : [];

interface Versioned {
  readonly kind: string;
  readonly v: number;
  readonly body: unknown;
}

/** The entry with its body in the newest version. One that is newer than this program is left as it is. */
export function upgraded<Written extends Versioned>(
  entry: Written,
  upgrades: Upgrades = UPGRADES,
): Written {
  const now = currentVersion(entry.kind, upgrades);
  if (!Number.isInteger(entry.v) || entry.v < 1 || entry.v >= now) return entry;
  const steps = stepsOf(entry.kind, upgrades).slice(entry.v - 1);
  return { ...entry, v: now, body: steps.reduce((body, step) => step(body), entry.body) };
}

/** The same for something that nobody has looked at yet; what is no entry stays as it is. */
export const upgradedInput = (input: unknown): unknown =>
  isVersioned(input) ? upgraded(input) : input;

const isVersioned = (input: unknown): input is Versioned =>
  typeof input === 'object' &&
  input !== null &&
  'body' in input &&
  'kind' in input &&
  typeof input.kind === 'string' &&
  'v' in input &&
  typeof input.v === 'number';
