import type { ClaimLink, StudyLine } from '@assuage/handbook';
import { Link } from '@tanstack/react-router';
import { evidenceTexts as texts } from './evidence.words.ts';

/** Papers, a line each: to their page here when their results were read, else to the paper itself. */
export function StudyLinks({ lines }: { readonly lines: readonly StudyLine[] }) {
  return lines.length === 0 ? null : (
    <ul className="plain-list evidence-lines">
      {lines.map(({ id, name, design, summary, isRead, address }) => (
        <li key={id}>
          {isRead ? (
            <Link to="/knowledge/studies/$id" params={{ id }} className="knowledge-link">
              {name}
            </Link>
          ) : (
            <PaperLink address={address}>{name}</PaperLink>
          )}
          <span className="hint">{isRead ? design : `${design}; ${texts.notRead}`}</span>
          <span>{summary}</span>
        </li>
      ))}
    </ul>
  );
}

interface PaperLinkProps {
  readonly address: string;
  readonly children: string;
}

/** Out of the program, to the paper. */
export function PaperLink({ address, children }: PaperLinkProps) {
  return (
    <a href={address} target="_blank" rel="noreferrer" className="knowledge-link">
      {children}
      <span className="visually-hidden"> {texts.newTab}</span>
    </a>
  );
}

export function Verdict({ claim }: { readonly claim: ClaimLink }) {
  return <b className={`evidence-verdict evidence-${claim.verdict}`}>{claim.verdictWords}</b>;
}

/** What is said, each with its verdict. */
export function ClaimLinks({ claims }: { readonly claims: readonly ClaimLink[] }) {
  return claims.length === 0 ? null : (
    <ul className="plain-list evidence-lines">
      {claims.map((claim) => (
        <li key={claim.id}>
          <Link to="/knowledge/claims/$id" params={{ id: claim.id }} className="knowledge-link">
            {claim.claim}
          </Link>
          <Verdict claim={claim} />
        </li>
      ))}
    </ul>
  );
}
