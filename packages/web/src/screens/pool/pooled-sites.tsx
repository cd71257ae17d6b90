import { digits, type PooledSites, rangeOf } from '@assuage/evidence';
import { poolTexts as texts } from './pool.words.ts';

/** What the sums of several sites come to; there is no single effect to draw. */
export function PooledSitesFound({ found }: { readonly found: PooledSites }) {
  const { sites, people, pooled, tau2 } = found;
  return (
    <section aria-labelledby="pool-result">
      <h2 id="pool-result">{texts.result}</h2>
      <p className="pool-summary">
        {texts.sitesOf(sites.length, people)} {texts.sitesEffect(rangeOf(pooled, 'GEN'))}
      </p>
      <p>{texts.sitesSpread(digits(tau2))}</p>
      <p>{texts.sitesNote}</p>
    </section>
  );
}
