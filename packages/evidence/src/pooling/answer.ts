/** What a calculation gives: its value, or in one sentence why there is none. Never NaN. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

export const answer = <T>(value: T): Answer<T> => ({ ok: true, value });

export const refuse = (why: string): { readonly ok: false; readonly why: string } => ({
  ok: false,
  why,
});

/** The values of all, or the first reason why one of them has none. */
export function all<T>(answers: readonly Answer<T>[]): Answer<T[]> {
  const values: T[] = [];
  for (const each of answers) {
    if (!each.ok) return each;
    values.push(each.value);
  }
  return answer(values);
}
