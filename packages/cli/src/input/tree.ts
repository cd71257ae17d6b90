/**
 * A parsed file as a tree of words with their lines. Every value stays the word that was written
 * ("1979-04-02", "no", "10"), because only the key above it says what it should be.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';

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

interface Mistake {
  readonly line: number;
  readonly message: string;
}

const DEEPEST = 12;
/** Far more than any client has, and few enough to look every one of them up quickly. */
const MOST_VALUES = 2_000;
const LONGEST_WORD = 500;

export const TOO_DEEP = 'lists within lists go too deep; a client file needs three levels at most';

/** @param lineAt the line of an offset in the text */
export function buildTree(
  root: unknown,
  lineAt: (offset: number) => number,
): { readonly tree: Tree; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  let values = 0;
  const wrong = (line: number, message: string): Tree => {
    mistakes.push({ line, message });
    return { kind: 'empty', line };
  };
  const lineOf = (node: unknown, above: number): number => {
    // What stands in a parsed document is a node of the library, or nothing.
    const start = (node as Node | null | undefined)?.range?.[0];
    return start === undefined ? above : lineAt(start);
  };
  const word = (text: string, line: number): Tree => {
    if (text.length > LONGEST_WORD)
      return wrong(line, `a word or phrase has at most ${LONGEST_WORD} letters`);
    return text === '' ? { kind: 'empty', line } : { kind: 'word', line, text };
  };
  const map = (node: YAMLMap, line: number, depth: number): Tree => {
    const seen = new Map<string, number>();
    const entries = node.items.flatMap(({ key: keyNode, value }): Entry[] => {
      const keyLine = lineOf(keyNode, line);
      const key = isScalar(keyNode) ? word(printable(keyNode), keyLine) : undefined;
      if (key?.kind !== 'word') {
        wrong(keyLine, 'what stands before a colon must be a word');
        return [];
      }
      const earlier = seen.get(key.text);
      if (earlier === undefined) seen.set(key.text, keyLine);
      else wrong(keyLine, `"${key.text}" is given twice: also on line ${earlier}`);
      return [{ key: key.text, line: keyLine, value: build(value, keyLine, depth + 1) }];
    });
    return { kind: 'map', line, entries };
  };
  const build = (node: unknown, above: number, depth: number): Tree => {
    const line = lineOf(node, above);
    values++;
    if (values === MOST_VALUES + 1)
      return wrong(line, `too long: a client file has at most ${MOST_VALUES} words`);
    if (values > MOST_VALUES) return { kind: 'empty', line };
    if (depth > DEEPEST) return wrong(line, TOO_DEEP);
    if (isAlias(node))
      return wrong(
        line,
        `write the value out: references such as "*${node.source}" are not read here`,
      );
    if (isMap(node)) return map(node, line, depth);
    if (isSeq(node))
      return { kind: 'list', line, items: node.items.map((item) => build(item, line, depth + 1)) };
    return isScalar(node) ? word(printable(node), line) : { kind: 'empty', line };
  };
  return { tree: build(root, 1, 0), mistakes };
}

/** The word as it was written, without control characters, which could play tricks in a terminal. */
function printable({
  source,
  value,
}: {
  readonly source?: string;
  readonly value: unknown;
}): string {
  return value === null ? '' : (source ?? String(value)).replace(/\p{Cc}+/gu, ' ').trim();
}
