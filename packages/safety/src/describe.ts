/** Limits and what would release them, in words. */
import type { AtItem, Atom, Body, Limit, RegionMask } from '@assuage/knowledge';
import { canLift } from './clearance.ts';
import type { CompiledAtom, CompiledLimit, Engine } from './engine.ts';
import { type State, truthOfAtom } from './evaluate.ts';
import { NO, UNKNOWN } from './truth.ts';

const PRESSURE_WORDS = [
  'still, weightless hands only (0)',
  'light lotioning pressure at most (1)',
  'heavy lotioning pressure at most (2)',
  'medium pressure at most (3)',
  'strong pressure at most (4)',
  'no limit on pressure (5)',
] as const;
const POSITION_WORDS = {
  prone: 'lying face down',
  supine: 'lying on the back',
  'side-lying': 'lying on the side',
  'semi-reclined': 'half sitting',
  seated: 'sitting',
} as const;
const DECISION_WORDS = {
  'clear-first': 'Ask the care team before this session.',
  'not-today': 'No massage today.',
  'refer-soon': 'No massage today; see a doctor or nurse in the next few days.',
  'refer-now': 'No massage; get medical help now.',
} as const;

/** What a limit in force changes at these places, in one sentence. */
export const describeLimit = (
  engine: Engine,
  { limit }: CompiledLimit,
  where: RegionMask,
): string => sentenceFor(engine, limit, wherePhrase(engine.body, where));

/** The same with nobody in mind: places that follow a fact are named by it ("At “hot joint”, and beyond it"). */
export const describeRuleLimit = (engine: Engine, limit: Limit): string =>
  sentenceFor(engine, limit, 'at' in limit && limit.at ? atPhrase(engine, limit.at) : '');

/** @param at where it holds, in words; empty for everywhere */
function sentenceFor(engine: Engine, limit: Limit, at: string): string {
  if ('decision' in limit) return DECISION_WORDS[limit.decision];
  if ('pressure' in limit)
    return limit.pressure === 'none'
      ? `${at ? `${at}: ` : 'Everywhere: '}do not touch.`
      : `${at || 'Everywhere'}: ${PRESSURE_WORDS[limit.pressure]}.`;
  if ('exclude' in limit)
    return `Leave out ${listWords(limit.exclude.map((id) => lowerFirst(engine.technique(id)?.name ?? id)))}${at ? ` (${lowerFirst(at)})` : ''}.`;
  if ('heat' in limit)
    return limit.heat === 'avoid'
      ? `No applied heat${at ? ` (${lowerFirst(at)})` : ''}.`
      : `Take care with heat${at ? ` (${lowerFirst(at)})` : ''}.`;
  if ('cold' in limit)
    return limit.cold === 'avoid'
      ? `No applied cold${at ? ` (${lowerFirst(at)})` : ''}.`
      : `Take care with cold${at ? ` (${lowerFirst(at)})` : ''}.`;
  if ('positions' in limit)
    return `Not ${listWords(
      limit.positions.map((position) => POSITION_WORDS[position]),
      'or',
    )}.`;
  if ('minutes' in limit)
    return `At most ${limit.minutes} minutes${at && limit.at ? ` (${lowerFirst(at)})` : ''}.`;
  return limit.care;
}

/** Empty for the whole body. */
function wherePhrase(body: Body, where: RegionMask): string {
  const names = body.name(where);
  if (names[0] === 'everywhere') return '';
  const labels = names.map((id) => body.label(id));
  return labels.length > 6
    ? `${labels.slice(0, 5).join(', ')} and ${labels.length - 5} more places`
    : listWords(labels.map((label, i) => (i === 0 ? label : lowerFirst(label))));
}

const BESIDE = { beyond: 'beyond it on the limb', around: 'around it' } as const;

function atPhrase(engine: Engine, at: readonly AtItem[]): string {
  const fixed: string[] = [];
  const followed = new Map<string, string[]>();
  const follow = (fact: string, how: string[]) =>
    followed.set(fact, [...(followed.get(fact) ?? []), ...how]);
  for (const item of at) {
    if (typeof item === 'string') fixed.push(engine.body.label(item));
    else if ('of' in item) follow(item.of, []);
    else if ('beyond' in item) follow(item.beyond, [BESIDE.beyond]);
    else follow(item.around, [BESIDE.around]);
  }
  const hasOwn = (fact: string) =>
    at.some((item) => typeof item === 'object' && 'of' in item && item.of === fact);
  const places = [...followed].map(([fact, beside]) => {
    const name = quoted(engine.fact(fact)?.name ?? fact);
    return hasOwn(fact)
      ? listWords([`at ${name}`, ...beside])
      : listWords(beside.map((how) => how.replace(/\bit\b/, name)));
  });
  const [first = '', ...rest] = [...fixed, ...places];
  return listWords([upperFirst(first), ...rest.map(lowerFirst)]);
}

/**
 * The smallest change of facts that would release a limit: one findable fact from every term that holds.
 * What cannot change (an illness) is named only when nothing else would do.
 */
export function describeRelease(engine: Engine, state: State, compiled: CompiledLimit): string {
  const { rule } = compiled;
  if (rule.always) return 'It holds for everyone.';
  const isFinding = (atom: CompiledAtom) => engine.facts[atom.fact]?.kind === 'finding';
  const isOpen = (atom: CompiledAtom) => truthOfAtom(state, atom) === UNKNOWN;
  const chosen: CompiledAtom[] = [];
  for (const term of rule.terms) {
    if (term.some((atom) => truthOfAtom(state, atom) === NO || chosen.includes(atom))) continue;
    const findings = term.filter(isFinding);
    const pool = findings.length > 0 ? findings : term;
    const pick = pool.find(isOpen) ?? pool.at(-1);
    if (pick && !chosen.some((atom) => atom.fact === pick.fact)) chosen.push(pick);
  }
  const open = chosen.filter(isOpen);
  const named = listWords(
    (open.length > 0 ? open : chosen).map((atom) => describeCompiledAtom(engine, atom)),
  );
  const clearance = canLift('clearance', compiled)
    ? ' A clearance from the care team can lift it.'
    : '';
  if (open.length > 0) return `Until this is answered: ${named}.${clearance}`;
  return chosen.some(isFinding)
    ? `When this no longer holds: ${named}.${clearance}`
    : `It holds as long as this does: ${named}.${clearance}`;
}

const describeCompiledAtom = (engine: Engine, { fact, atLeast, below }: CompiledAtom): string => {
  const id = engine.facts[fact]?.id ?? '';
  if (!Number.isNaN(atLeast)) return describeAtom(engine, { fact: id, atLeast });
  return describeAtom(engine, Number.isNaN(below) ? { fact: id } : { fact: id, below });
};

/** "fever", or "weeks on steroids (8 or more)"; in quotes where the name itself is a list. */
export function describeAtom(engine: Engine, atom: Atom): string {
  const fact = engine.fact(atom.fact);
  const name = fact?.name ?? atom.fact;
  const words = / or | and |,/.test(name) ? quoted(name) : lowerFirst(name);
  const unit = fact?.kind === 'finding' ? (fact.quantity?.unit ?? '') : '';
  // "Weeks on steroids" says its unit already.
  const amount = (number: number) =>
    unit === '' || name.toLowerCase().includes(unit) ? `${number}` : `${number} ${unit}`;
  if ('atLeast' in atom) return `${words} (${amount(atom.atLeast)} or more)`;
  return 'below' in atom ? `${words} (under ${amount(atom.below)})` : words;
}

const quoted = (name: string): string => `“${lowerFirst(name)}”`;

/** Keeps abbreviations such as "MS" as they are. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
