import type { ClaimPage, StudyLine } from '@assuage/handbook';
import { Link, useParams } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { useArrival } from '../../components/use-arrival.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { LinkSection } from '../knowledge/link-section.tsx';
import { WaysOut } from '../knowledge/ways-out.tsx';
import { evidenceTexts as texts } from './evidence.words.ts';
import { PaperLink, StudyLinks, Verdict } from './evidence-links.tsx';
import { loadEvidence } from './evidence-shelf.ts';
import { NoSuchPage } from './no-such-page.tsx';

/** Something that is said of massage: its verdict, why, and the studies on each side. */
export function ClaimScreen() {
  const { id } = useParams({ from: '/knowledge/claims/$id' });
  const { loaded, again } = useLoaded(loadEvidence);
  if (loaded.status !== 'here')
    return <NotHere title={texts.claim} loaded={loaded} failure={texts.failed} again={again} />;
  const claim = loaded.value.claim(id);
  return claim === undefined ? <NoSuchPage /> : <Claim key={id} claim={claim} />;
}

function Claim({ claim }: { readonly claim: ClaimPage }) {
  useArrival();
  return (
    <Page title={claim.claim} windowTitle={texts.claim} audience="therapist" before={<WaysOut />}>
      <p>
        <Verdict claim={claim} /> <span className="hint">{texts.sure(claim.sure)}</span>
      </p>
      <p>{claim.plain}</p>
      {claim.say === undefined ? null : (
        <section aria-labelledby="say">
          <h2 id="say">{texts.say}</h2>
          <p>{claim.say}</p>
        </section>
      )}
      <section aria-labelledby="why">
        <h2 id="why">{texts.because}</h2>
        <p>{claim.because}</p>
        <details>
          <summary>{texts.why}</summary>
          <p>{claim.why}</p>
        </details>
      </section>
      <Side id="for" title={texts.sideFor} lines={claim.for} />
      <Side id="against" title={texts.sideAgainst} lines={claim.against} />
      <Side id="beside" title={texts.sideNone} lines={claim.beside} />
      <LinkSection id="about" title={texts.about} links={claim.about} />
      {claim.seenAt === undefined ? null : (
        <p>
          <PaperLink address={claim.seenAt}>{texts.seenAt}</PaperLink>
        </p>
      )}
      <p>
        <Link to="/knowledge/claims" className="knowledge-link">
          {texts.claims}
        </Link>
      </p>
    </Page>
  );
}

interface SideProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly StudyLine[];
}

function Side({ id, title, lines }: SideProps) {
  return lines.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <StudyLinks lines={lines} />
    </section>
  );
}
