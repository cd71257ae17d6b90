import type { SubjectLink } from '@assuage/handbook';
import { SubjectLinks } from './subject-links.tsx';

interface LinkSectionProps {
  readonly id: string;
  readonly title: string;
  readonly links: readonly SubjectLink[];
}

/** Other pages under a heading; nothing where there are none. */
export function LinkSection({ id, title, links }: LinkSectionProps) {
  return links.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <SubjectLinks links={links} />
    </section>
  );
}
