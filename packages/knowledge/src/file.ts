/** One YAML file: parsed, with a way back from any value in it to its line. */
import * as v from 'valibot';
import { isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { Issue } from './issues.ts';

export type Path = readonly (string | number)[];
export interface SourceText {
  /** Path from the knowledge folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
export interface ParsedFile<T> {
  readonly path: string;
  readonly value: T;
  issue(at: Path, message: string): Issue;
}
export type ParseResult<T> =
  | { readonly ok: true; readonly file: ParsedFile<T> }
  | { readonly ok: false; readonly issues: Issue[] };

export function parseFile<const S extends v.GenericSchema>(
  { path, text }: SourceText,
  schema: S,
): ParseResult<v.InferOutput<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    return {
      ok: false,
      issues: document.errors.map((error) => ({
        file: path,
        line: lines.linePos(error.pos[0]).line,
        message: `not valid YAML: ${error.message}`,
      })),
    };
  const lineOf = (at: Path): number => {
    for (let depth = at.length; depth >= 0; depth--) {
      const node: unknown =
        depth === 0 ? document.contents : document.getIn(at.slice(0, depth), true);
      const start = isNode(node) ? (node as Node).range?.[0] : undefined;
      if (start !== undefined) return lines.linePos(start).line;
    }
    return 1;
  };
  const issue = (at: Path, message: string): Issue => ({ file: path, line: lineOf(at), message });
  const parsed = v.safeParse(schema, document.toJS());
  if (parsed.success) return { ok: true, file: { path, value: parsed.output, issue } };
  return {
    ok: false,
    issues: parsed.issues.map((found) => {
      const at = (found.path ?? []).map((item) => item.key as string | number);
      return issue(at, `${at.join('.') || 'this file'}: ${found.message}`);
    }),
  };
}
