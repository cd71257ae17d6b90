import { Link } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { useArrival } from '../../components/use-arrival.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { WaysOut } from '../knowledge/ways-out.tsx';
import { poolTexts } from '../pool/pool.words.ts';
import { evidenceTexts as texts } from './evidence.words.ts';
import { Verdict } from './evidence-links.tsx';
import { loadEvidence } from './evidence-shelf.ts';

/** What popular articles say, set against what was found, on one page. */
export function ClaimsScreen() {
  const { loaded, again } = useLoaded(loadEvidence);
  useArrival();
  if (loaded.status !== 'here')
    return <NotHere title={texts.claims} loaded={loaded} failure={texts.failed} again={again} />;
  return (
    <Page title={texts.claims} audience="therapist" before={<WaysOut />}>
      <p>{texts.claimsWhat}</p>
      <p>
        <Link to="/pool" className="knowledge-link">
          {poolTexts.title}
        </Link>
      </p>
      {loaded.value.claims().map((claim) => (
        <article key={claim.id} className="reason">
          <h2>
            <Link to="/knowledge/claims/$id" params={{ id: claim.id }} className="knowledge-link">
              {claim.claim}
            </Link>
          </h2>
          <p>
            <Verdict claim={claim} /> <span className="hint">{texts.sure(claim.sure)}</span>
          </p>
          <p>{claim.plain}</p>
        </article>
      ))}
    </Page>
  );
}
