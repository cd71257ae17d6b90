import type { ReactNode } from 'react';
import { usePractice } from '../state/use-practice.ts';

const READERS: ReadonlySet<string> = new Set(['guest', 'client']);

/** Whether whoever is signed in may write in records; a guest and a client read them. */
export const useMayWrite = (): boolean => !READERS.has(usePractice()?.you?.role ?? '');

interface WriteFoldProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

/** A form that is folded away until it is needed. Those who may only read do not get it. */
export function WriteFold({ summary, children }: WriteFoldProps) {
  return useMayWrite() ? (
    <details className="no-print">
      <summary>{summary}</summary>
      {children}
    </details>
  ) : null;
}
