import { Link } from '@tanstack/react-router';

const PAGES = [
  ['/settings', 'Settings'],
  ['/people', 'People'],
  ['/audit', 'Who did what'],
  ['/retention', 'How long records are kept'],
  ['/import', 'Import clients'],
  ['/backup', 'Backup and export'],
] as const;

/** The pages of the practice that only its owner sees. */
export function OwnerLinks() {
  return (
    <nav aria-label="The practice" className="buttons">
      {PAGES.map(([to, name]) => (
        <Link key={to} to={to} className="button">
          {name}
        </Link>
      ))}
    </nav>
  );
}
