/**
 * JSON or YAML → a tree of words with their lines. Every value stays the word that was written
 * ("1979-04-02", "no", "10"), because only the key above it says what it should be.
 */
import type { Issue } from '@assuage/knowledge';
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import { fail, ok, type Result } from '../result.ts';
import { findJsonMistake } from './json-syntax.ts';

export interface Entry {
  readonly key: string;
  readonly line: number;
  readonly value: Tree;
}
export type Tree =
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly Tree[] }
  | { readonly kind: 'word'; readonly line: number; readonly text: string }
  /** Nothing written, or `null`. */
  | { readonly kind: 'empty'; readonly line: number };

const DEEPEST = 12;

/** @param file the name for messages; ending in `.json`, it must be JSON */
export function parseDocumentTree(text: string, file: string): Result<Tree, Issue[]> {
  const lines = new LineCounter();
  const at = (offset: number, message: string): Issue => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), message: `column ${Math.max(1, col)}: ${message}` };
  };
  if (/^\s*$/u.test(text)) return fail([{ file, line: 1, message: 'this file is empty' }]);
  if (nestedTooDeeply(text)) return fail([{ file, line: 1, message: TOO_DEEP }]);

  if (isMeantAsJson(text, file)) {
    const mistake = findJsonMistake(text);
    if (mistake) {
      addLines(lines, text);
      return fail([at(mistake.at, `not valid JSON: ${mistake.message}`)]);
    }
  }
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
  } catch (error) {
    // The parser works by recursion.
    if (error instanceof RangeError) return fail([{ file, line: 1, message: TOO_DEEP }]);
    throw error;
  }
  if (document.errors.length > 0)
    return fail(
      document.errors
        .slice(0, 20)
        .map((error) => at(error.pos[0], `not valid YAML: ${plainYamlError(error.message)}`)),
    );
  const issues: Issue[] = [];
  const lineOf = (node: Node | null, otherwise: number): number =>
    node?.range ? lines.linePos(node.range[0]).line : otherwise;
  const tree = treeOf(document.contents, 1, lineOf, (line, message) =>
    issues.push({ file, line, message }),
  );
  return issues.length > 0 ? fail(issues) : ok(tree);
}

const TOO_DEEP = 'lists within lists go too deep; a client file needs three levels at most';

/** By its name, or by its content: an opening brace with a name in double quotes, or a closing brace. */
const isMeantAsJson = (text: string, file: string): boolean =>
  file.toLowerCase().endsWith('.json') || /^\s*\{\s*["}]/u.test(text);

/** Cheap, before the parser: more brackets open, or dashes in a row, than any client file has. */
function nestedTooDeeply(text: string): boolean {
  if (/(?:[-?:][ \t]+){50}/u.test(text)) return true;
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open++;
    else if (character === ']' || character === '}') open = Math.max(0, open - 1);
    if (open > 50) return true;
  }
  return false;
}

function addLines(lines: LineCounter, text: string): void {
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    lines.addNewLine(at + 1);
}

const plainYamlError = (message: string): string =>
  message === 'Source contains multiple documents; please use YAML.parseAllDocuments()'
    ? 'more than one document; put each client into a file of its own'
    : message;

/** Control characters could play tricks in a terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

function treeOf(
  node: unknown,
  above: number,
  lineOf: (node: Node | null, otherwise: number) => number,
  report: (line: number, message: string) => void,
  depth = 0,
): Tree {
  // What stands in a parsed document is a node of the library, or nothing.
  const line = lineOf((node ?? null) as Node | null, above);
  const inner = (child: unknown, childLine = line): Tree =>
    treeOf(child, childLine, lineOf, report, depth + 1);
  if (depth > DEEPEST) {
    report(line, TOO_DEEP);
    return { kind: 'empty', line };
  }
  if (isAlias(node)) {
    report(line, `write the value out: references such as "*${node.source}" are not read here`);
    return { kind: 'empty', line };
  }
  if (isMap(node)) {
    const entries = node.items.map((pair): Entry => {
      const keyNode: unknown = isPair(pair) ? pair.key : null;
      const keyLine = lineOf((keyNode ?? null) as Node | null, line);
      if (!isScalar(keyNode)) {
        report(keyLine, 'a name before a colon must be a word');
        return { key: '', line: keyLine, value: { kind: 'empty', line: keyLine } };
      }
      const key = printable(String(keyNode.source ?? keyNode.value ?? ''));
      return { key, line: keyLine, value: inner(pair.value, keyLine) };
    });
    return { kind: 'map', line, entries };
  }
  if (isSeq(node)) return { kind: 'list', line, items: node.items.map((item) => inner(item)) };
  if (isScalar(node) && node.value !== null) {
    const text = printable(String(node.source ?? node.value));
    return text === '' ? { kind: 'empty', line } : { kind: 'word', line, text };
  }
  return { kind: 'empty', line };
}
