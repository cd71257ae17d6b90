/** Where to go after signing in. Only a path of our own: a link from elsewhere must not lead away. */
export function parseNext(search: Record<string, unknown>): { next?: string } {
  const { next } = search;
  return typeof next === 'string' && /^\/(?![/\\])[\w/.-]*$/.test(next) ? { next } : {};
}
