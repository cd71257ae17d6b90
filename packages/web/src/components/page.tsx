import { type ReactNode, useEffect, useRef } from 'react';

export type Audience = 'client' | 'therapist';

interface PageProps {
  /** The one `h1`, and the start of the window's title. Never a health fact: titles are seen by others. */
  readonly title: string;
  readonly audience: Audience;
  /** For what is labelled by the heading. */
  readonly headingId?: string;
  /** The window's title, when the `h1` would give away too much. */
  readonly windowTitle?: string;
  /** Something is wrong on this page: its window title begins with "Error:". */
  readonly hasError?: boolean | undefined;
  /** Above the heading: a way back. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

let isFirstPage = true;

/** A page: one `h1`, a window title, and focus on the heading when the page changes. */
export function Page({
  title,
  audience,
  headingId,
  windowTitle,
  hasError,
  before,
  children,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${hasError ? 'Error: ' : ''}${windowTitle ?? title} - Assuage`;
  }, [title, windowTitle, hasError]);

  useEffect(() => {
    document.documentElement.dataset.audience = audience;
  }, [audience]);

  // The browser puts the focus on the first page itself; after that nobody else would.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new page.
  useEffect(() => {
    if (isFirstPage) isFirstPage = false;
    else heading.current?.focus({ preventScroll: true });
  }, [title]);

  return (
    <main id="main" className={`page page-${audience}`}>
      {before}
      <h1 ref={heading} id={headingId} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
