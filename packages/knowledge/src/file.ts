/**
 * One YAML file: parsed, with a way back from any value in it to its line.
 *
 * Two parsers share the work. js-yaml is three times as fast and reads every file; `yaml` knows where each
 * value stands, and reads only a file in which there is a mistake to point at.
 */
import { CORE_SCHEMA, load } from 'js-yaml';
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

/** A mistake-free file costs only the fast parser; everything else is decided and located by the other. */
export function parseFile<const S extends v.GenericSchema>(
  { path, text }: SourceText,
  schema: S,
): ParseResult<v.InferOutput<S>> {
  const quick = v.safeParse(schema, readQuickly(text));
  if (quick.success) {
    let located: Located | undefined;
    const issue = (at: Path, message: string): Issue => {
      located ??= locate(text);
      return { file: path, line: located.lineOf(at), message };
    };
    return { ok: true, file: { path, value: quick.output, issue } };
  }
  const { errors, value, lineOf } = locate(text);
  if (errors.length > 0)
    return { ok: false, issues: errors.map((error) => ({ file: path, ...error })) };
  const issue = (at: Path, message: string): Issue => ({ file: path, line: lineOf(at), message });
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { ok: true, file: { path, value: parsed.output, issue } };
  return {
    ok: false,
    issues: parsed.issues.map((found) => {
      const at = (found.path ?? []).map((item) => item.key as string | number);
      return issue(at, `${at.join('.') || 'this file'}: ${found.message}`);
    }),
  };
}

/** @returns undefined, which no schema accepts, when it cannot be read */
function readQuickly(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

interface Located {
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  readonly value: unknown;
  lineOf(at: Path): number;
}

function locate(text: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const errors = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    message: `not valid YAML: ${error.message}`,
  }));
  return {
    errors,
    value: errors.length > 0 ? undefined : document.toJS(),
    lineOf(at) {
      for (let depth = at.length; depth >= 0; depth--) {
        const node: unknown =
          depth === 0 ? document.contents : document.getIn(at.slice(0, depth), true);
        const start = isNode(node) ? (node as Node).range?.[0] : undefined;
        if (start !== undefined) return lines.linePos(start).line;
      }
      return 1;
    },
  };
}
