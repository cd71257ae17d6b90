import type { ReactNode } from 'react';

/** A line that is read out when it changes. It stays in the page, empty or not. */
export function Status({ children }: { readonly children?: ReactNode }) {
  return (
    <p role="status" className="status">
      {children}
    </p>
  );
}
