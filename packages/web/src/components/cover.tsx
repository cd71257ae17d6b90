import { type ReactNode, useEffect, useRef } from 'react';

interface CoverProps {
  /** How far the page was scrolled when it was covered; `undefined` while it is not. */
  readonly coveredAt: number | undefined;
  readonly onShow: () => void;
  readonly children: ReactNode;
}

/**
 * The page, or a cover that shows nothing of it: no names, no health facts, a neutral window title. The page
 * stays as it is behind the cover, with everything typed.
 */
export function Cover({ coveredAt, onShow, children }: CoverProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isCovered = coveredAt !== undefined;

  useEffect(() => {
    if (coveredAt === undefined) return;
    const { title } = document;
    document.title = 'Covered - Assuage';
    button.current?.focus();
    return () => {
      document.title = title;
      window.scrollTo(0, coveredAt);
    };
  }, [coveredAt]);

  return (
    <>
      <div hidden={isCovered}>{children}</div>
      {isCovered && (
        <main className="page">
          <h1>Covered</h1>
          <p>Nothing is lost. Everything is where you left it.</p>
          <button ref={button} type="button" className="button button-main" onClick={onShow}>
            Show again
          </button>
        </main>
      )}
    </>
  );
}
