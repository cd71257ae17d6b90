/** What subjects are called, where their files are, and what a rule's condition says in words. */
import type { Rule, WhenClause } from '@assuage/knowledge';
import { describeAtom, type Engine, listWords } from '@assuage/safety';
import type { Subject, SubjectKind, SubjectLink } from './page.ts';

export const linkTo = ({ kind, id, name }: Subject): SubjectLink => ({ kind, id, name });

export const subjectOf = (engine: Engine, id: string): Subject | undefined =>
  engine.fact(id) ?? engine.technique(id);

export const linksTo = (engine: Engine, ids: readonly string[]): SubjectLink[] =>
  ids.flatMap((id) => {
    const subject = subjectOf(engine, id);
    return subject ? [linkTo(subject)] : [];
  });

const FOLDERS: Record<SubjectKind, string> = {
  condition: 'conditions',
  medicine: 'medicines',
  finding: 'findings',
  technique: 'techniques',
};
export const fileOf = ({ kind, id }: SubjectLink): string =>
  `knowledge/${FOLDERS[kind]}/${id}.yaml`;

/** "Osteoarthritis and “hot, swollen or sore joint”" */
export function describeWhen(engine: Engine, when: Rule['when']): string {
  if (when === 'always') return 'Everyone';
  const words = clause(engine, when);
  return words.replace(
    /^(\P{L}*)(\p{Ll})/u,
    (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`,
  );
}

function clause(engine: Engine, when: WhenClause): string {
  if (typeof when === 'string') return describeAtom(engine, { fact: when });
  if ('fact' in when) return describeAtom(engine, when);
  const [parts, joint] = 'all' in when ? [when.all, 'and' as const] : [when.any, 'or' as const];
  return listWords(
    parts.map((part) => {
      const isNested = typeof part === 'object' && !('fact' in part) && parts.length > 1;
      return isNested ? `(${clause(engine, part)})` : clause(engine, part);
    }),
    joint,
  );
}
