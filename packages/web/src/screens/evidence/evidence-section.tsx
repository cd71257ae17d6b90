import type { EvidenceFinding, EvidenceSection as Section } from '@assuage/handbook';
import type { ReactNode } from 'react';
import { useLoaded } from '../../state/use-loaded.ts';
import { OwnCertainty } from '../library/own-certainty.tsx';
import { evidenceTexts as texts } from './evidence.words.ts';
import { ClaimLinks, StudyLinks } from './evidence-links.tsx';
import { loadEvidence } from './evidence-shelf.ts';
import { EvidenceNotHere } from './with-evidence.tsx';

/** What studies show about massage with an illness, or of a technique. Comes after the page it stands on. */
export function EvidenceSection({ id }: { readonly id: string }) {
  const { loaded, again } = useLoaded(loadEvidence);
  if (loaded.status === 'here') {
    const section = loaded.value.of(id);
    return section === undefined ? null : (
      <section aria-labelledby="evidence">
        <h2 id="evidence">{texts.shows}</h2>
        <Known id={id} section={section} />
      </section>
    );
  }
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{texts.shows}</h2>
      <EvidenceNotHere loaded={loaded} again={again} />
    </section>
  );
}

interface KnownProps {
  readonly id: string;
  readonly section: Section;
}

function Known({ id, section }: KnownProps) {
  const { stateWords, plain, none, freshness, findings, gaps, pooling } = section;
  return (
    <>
      {stateWords === undefined ? null : (
        <p>
          <b>{stateWords}</b>
        </p>
      )}
      {plain === undefined ? null : <p>{plain}</p>}
      {none === undefined ? null : <p>{none}</p>}
      {freshness === undefined ? null : <p className="hint">{freshness}</p>}
      {findings.map((finding, at) => (
        <Finding key={`${finding.outcome} ${finding.against}`} finding={finding}>
          <OwnCertainty condition={id} at={at} />
        </Finding>
      ))}
      {section.claims.length === 0 ? null : (
        <>
          <h3>{texts.namedIn}</h3>
          <ClaimLinks claims={section.claims} />
        </>
      )}
      <Folded title={texts.gaps} isEmpty={gaps.length === 0}>
        <Lines lines={gaps} />
      </Folded>
      <Folded
        title={texts.reviews(section.published.length)}
        isEmpty={section.published.length === 0}
      >
        <StudyLinks lines={section.published} />
      </Folded>
      <Folded title={texts.ofPeople(section.studies.length)} isEmpty={section.studies.length === 0}>
        <StudyLinks lines={section.studies} />
      </Folded>
      <Folded title={texts.named(section.unread.length)} isEmpty={section.unread.length === 0}>
        <StudyLinks lines={section.unread} />
      </Folded>
      <Folded title={texts.pooling} isEmpty={pooling.length === 0}>
        <Lines lines={pooling} />
      </Folded>
    </>
  );
}

interface FindingProps {
  readonly finding: EvidenceFinding;
  /** What the practice itself thinks of it. */
  readonly children: ReactNode;
}

function Finding({ finding, children }: FindingProps) {
  const { outcome, against, says, plain, certainty, steps, studies } = finding;
  return (
    <article className="reason">
      <h3>
        {outcome}, against {against}
      </h3>
      <p>{plain}</p>
      <p>
        <b>{says}.</b> {texts.certainty} <b>{certainty}</b>.
      </p>
      <details>
        <summary>{texts.whySure(certainty)}</summary>
        <Lines lines={steps} />
        <StudyLinks lines={studies} />
      </details>
      {children}
    </article>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Folded({ title, isEmpty, children }: FoldedProps) {
  return isEmpty ? null : (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
