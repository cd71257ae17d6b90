/**
 * Rule conditions. There is no "not", so every condition is a monotone formula, and its minimal
 * terms ("any of these, all of which …") are its prime implicants: the engine, the questions and the
 * explanations all work on them.
 */
import type { Rule, WhenClause } from './subjects.ts';

export type Atom =
  | { readonly fact: string }
  | { readonly fact: string; readonly atLeast: number }
  | { readonly fact: string; readonly below: number };
/** All atoms of a term must hold. */
export type Term = readonly Atom[];

export const atomKey = (atom: Atom): string =>
  'atLeast' in atom
    ? `${atom.fact}>=${atom.atLeast}`
    : 'below' in atom
      ? `${atom.fact}<${atom.below}`
      : atom.fact;

/** The minimal terms of a condition; `always` is the one empty term. */
export function termsOf(when: Rule['when']): Term[] {
  return when === 'always' ? [[]] : minimal(expand(when));
}

function expand(when: WhenClause): Term[] {
  if (typeof when === 'string') return [[{ fact: when }]];
  if ('fact' in when) return [[when]];
  if ('any' in when) return when.any.flatMap(expand);
  return when.all
    .map(expand)
    .reduce<Term[]>(
      (terms, next) => terms.flatMap((term) => next.map((other) => [...term, ...other])),
      [[]],
    );
}

function minimal(terms: Term[]): Term[] {
  const unique = terms.map((term) => [
    ...new Map(term.map((atom) => [atomKey(atom), atom])).values(),
  ]);
  const keys = unique.map((term) => new Set(term.map(atomKey)));
  return unique.filter((_, i) =>
    keys.every((other, j) => {
      if (i === j) return true;
      const mine = keys[i] ?? new Set();
      const subset = [...other].every((key) => mine.has(key));
      return !subset || (other.size === mine.size && j > i);
    }),
  );
}

export const factsIn = (when: Rule['when']): string[] => [
  ...new Set(
    termsOf(when)
      .flat()
      .map((atom) => atom.fact),
  ),
];
