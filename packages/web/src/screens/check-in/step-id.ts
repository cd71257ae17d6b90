/** The part of the address that names a question of the check-in: `?q=hot-joint`. */
export interface StepSearch {
  readonly q?: string;
}

export const parseStep = (search: Record<string, unknown>): StepSearch =>
  typeof search.q === 'string' && /^[a-z0-9-]{1,80}$/.test(search.q) ? { q: search.q } : {};
