import { type ReactNode, useEffect, useRef } from 'react';

export interface PageError {
  readonly text: string;
  /** The id of the field that is meant. */
  readonly field?: string;
}

interface ErrorSummaryProps {
  /** What went wrong: "We could not save your answers." */
  readonly title: string;
  /** One for each field, or what is safe and what to do. */
  readonly errors: readonly PageError[];
  /** The one way forward: a "Try again" button. */
  readonly children?: ReactNode;
}

/** What went wrong, at the top of the page. It takes the focus when it appears. */
export function ErrorSummary({ title, errors, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="error-summary">
      <h2>{title}</h2>
      {errors.map(({ text, field }) => (
        <p key={text}>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</p>
      ))}
      {children}
    </div>
  );
}
