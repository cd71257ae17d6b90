/** One thing wrong in one file, in the words of the person who will mend it. */
export interface Issue {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export const formatIssue = (issue: Issue): string =>
  `${issue.file}:${issue.line}: ${issue.message}`;

export function didYouMean(suggestions: readonly string[]): string {
  const [first, ...others] = suggestions.slice(0, 3).map((word) => `"${word}"`);
  if (first === undefined) return '';
  return `; did you mean ${others.length > 0 ? `${[first, ...others.slice(0, -1)].join(', ')} or ${others.at(-1)}` : first}?`;
}
