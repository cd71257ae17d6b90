/** Where a page begins to be read when its content comes after the router has looked for it. */
import { useElementScrollRestoration, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * Where it was left, when the person comes back to it; else at the part that the address names. Used in the
 * component that is there only with the content.
 */
export function useArrival(): void {
  const left = useElementScrollRestoration({ getElement: () => window });
  const hash = useLocation({ select: (location) => location.hash });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is scrolled later is the person's own choice.
  useEffect(() => {
    const part = hash === '' ? null : document.getElementById(hash);
    part?.focus({ preventScroll: true });
    if (left) window.scrollTo(left.scrollX, left.scrollY);
    else part?.scrollIntoView();
  }, [hash]);
}
