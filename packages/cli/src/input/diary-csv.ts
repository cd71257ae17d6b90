/** A diary in CSV: the first line names the columns; those that nobody asked for are passed over. */
import { fail, ok, type Result } from '../result.ts';
import type {
  DiaryMistake,
  DiarySettings,
  LinedRating,
  LinedSession,
  ReadSettings,
} from './diary-settings.ts';

const SEPARATORS = [',', ';', '\t'];
const DAY = ['day', 'date'];
const VALUE = ['rating', 'value', 'score'];
const SESSION = ['session', 'massage'];

/** @param settings whose `also` name further columns of ratings */
export function readDiaryCsv(
  text: string,
  settings: DiarySettings,
): Result<ReadSettings, DiaryMistake[]> {
  const lines = text.split(/\r\n|\r|\n/);
  const head = lines.findIndex((line) => line.trim() !== '');
  if (head < 0) return fail([{ line: 1, message: 'this file is empty' }]);
  const first = lines[head] ?? '';
  const separator =
    SEPARATORS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
  const cellsOf = (line: string): string[] =>
    line.split(separator).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
  const names = cellsOf(first).map((name) => name.toLowerCase());
  const columnOf = (known: readonly string[]): number =>
    names.findIndex((name) => known.includes(name));
  const [day, value, session] = [columnOf(DAY), columnOf(VALUE), columnOf(SESSION)];
  if (day < 0 || value < 0)
    return fail([
      {
        line: head + 1,
        message: 'the first line names the columns; two of them are "day" and "rating"',
      },
    ]);
  const asked = (settings.also ?? []).map(({ outcome = '' }) => outcome);
  const columns = asked.map((name) => columnOf([name.toLowerCase()]));
  const lacking = asked.filter((_, i) => (columns[i] ?? -1) < 0);
  if (lacking.length > 0)
    return fail(
      lacking.map((name) => ({ line: head + 1, message: `there is no column "${name}"` })),
    );

  const mistakes: DiaryMistake[] = [];
  const ratings: LinedRating[] = [];
  const also = columns.map((): LinedRating[] => []);
  const sessions: LinedSession[] = [];
  lines.slice(head + 1).forEach((line, i) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line);
    const at = { day: cells[day] ?? '', line: head + 2 + i };
    [value, ...columns].forEach((column, which) => {
      const written = cells[column] ?? '';
      if (/^(na|n\/a|-)?$/i.test(written)) return;
      const number = numberOf(written, separator);
      if (number === undefined)
        mistakes.push({ line: at.line, message: `"${written}" is not a rating: write a number` });
      else (which === 0 ? ratings : also[which - 1])?.push({ ...at, value: number });
    });
    const held = sessionIn(session < 0 ? '' : (cells[session] ?? ''));
    if (held === undefined)
      mistakes.push({
        line: at.line,
        message: `"${cells[session]}" does not say whether there was a session: write 1, or nothing`,
      });
    else if (held) sessions.push({ ...at, way: 'massage' });
  });
  if (mistakes.length > 0) return fail(mistakes);
  return ok({ settings, ratings, also, ...(session >= 0 && { sessions }) });
}

/** A decimal comma is read where commas do not part the columns. */
function numberOf(written: string, separator: string): number | undefined {
  const plain = separator === ',' ? written : written.replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function sessionIn(written: string): boolean | undefined {
  if (/^(1|x|yes)$/i.test(written)) return true;
  return /^(0|no|na|n\/a|-)?$/i.test(written) ? false : undefined;
}
