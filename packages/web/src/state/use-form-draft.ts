/** What is typed into a form, kept on this device until it is sent. */
import { useCallback, useMemo } from 'react';
import { useDraft } from './use-draft.ts';

/** The fields of a form: texts, lists of texts, or groups of fields such as the boxes of a date. */
type Fields = { readonly [field: string]: string | readonly string[] | Fields };

/**
 * @param key names the form and the client
 * @param empty the form as it begins; the same value at every call
 */
export function useFormDraft<T extends object>(key: string, empty: T) {
  const parse = useCallback((kept: unknown) => likeEmpty(empty, kept), [empty]);
  const [fields, setFields, drop] = useDraft<T>(`form.${key}`, parse);
  const change = useCallback(
    (changed: Partial<T>) => setFields({ ...fields, ...changed }),
    [fields, setFields],
  );
  return useMemo(() => ({ fields, change, drop }), [fields, change, drop]);
}

/** What was kept, where it has the shape of the empty form; what an older page kept is left behind. */
export function likeEmpty<T>(empty: T, kept: unknown): T;
export function likeEmpty(empty: Fields[string], kept: unknown): Fields[string] {
  if (typeof empty === 'string') return typeof kept === 'string' ? kept : empty;
  if (isList(empty))
    return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string') : empty;
  const fields = typeof kept === 'object' && kept !== null ? new Map(Object.entries(kept)) : null;
  return fields === null
    ? empty
    : Object.fromEntries(
        Object.entries(empty).map(([field, value]) => [field, likeEmpty(value, fields.get(field))]),
      );
}

const isList = (value: Fields[string]): value is readonly string[] => Array.isArray(value);
