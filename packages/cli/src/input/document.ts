/** JSON or YAML → a tree of words with their lines, or every mistake in the writing. */
import type { Issue } from '@assuage/knowledge';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../result.ts';
import { findJsonMistake } from './json-syntax.ts';
import { buildTree, TOO_DEEP, type Tree } from './tree.ts';

/** @param file the name for messages; ending in `.json`, it must be JSON */
export function parseDocumentTree(text: string, file: string): Result<Tree, Issue[]> {
  const lines = new LineCounter();
  const at = (offset: number, message: string): Issue => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), message: `column ${Math.max(1, col)}: ${message}` };
  };
  if (/^\s*$/u.test(text)) return fail([{ file, line: 1, message: EMPTY }]);
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
      logLevel: 'error',
    });
  } catch (error) {
    // The parser works by recursion.
    if (error instanceof RangeError) return fail([{ file, line: 1, message: TOO_DEEP }]);
    throw error;
  }
  const mistakes = [...document.errors, ...document.warnings];
  if (mistakes.length > 0)
    return fail(
      mistakes
        .slice(0, 20)
        .map((error) => at(error.pos[0], `not valid YAML: ${plainYamlError(error.message)}`)),
    );
  const { tree, mistakes: misread } = buildTree(
    document.contents,
    (offset) => lines.linePos(offset).line,
  );
  if (misread.length > 0) return fail(misread.map((mistake) => ({ file, ...mistake })));
  return tree.kind === 'empty' ? fail([{ file, line: 1, message: EMPTY }]) : ok(tree);
}

const EMPTY = 'this file is empty';

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
