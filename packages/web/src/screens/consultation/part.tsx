import { type ReactNode, useId } from 'react';

/** A part of a printed document, under its heading. */
export function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="consultation-part">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
