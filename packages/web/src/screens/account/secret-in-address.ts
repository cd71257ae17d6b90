/**
 * The secret after `#` of a link. It goes out of the address at once, so that it stands in no history,
 * no bookmark and no picture of the screen.
 */
export function secretInAddress(): string | undefined {
  const secret = window.location.hash.slice(1);
  if (secret === '') return undefined;
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return secret;
}
