import type { ReactNode } from 'react';
import { bannerOf, type DecisionState } from './decision.words.ts';
import { DecisionShape } from './decision-shape.tsx';
import { EmergencyNumbers } from './emergency-numbers.tsx';
import type { Audience } from './page.tsx';

interface DecisionBannerProps extends DecisionState {
  readonly audience: Audience;
  /** The main reason, and what would change it. */
  readonly children?: ReactNode;
}

/** The decision: a word, a shape and a colour, and what still has to be asked. */
export function DecisionBanner({ audience, children, ...state }: DecisionBannerProps) {
  const { tone, shape, headline, detail } = bannerOf(state, audience);
  return (
    <section className={`decision decision-${tone}`} aria-labelledby="decision-headline">
      <DecisionShape shape={shape} />
      <div className="decision-text">
        <h2 id="decision-headline">{headline}</h2>
        {detail === undefined ? null : <p className="decision-detail">{detail}</p>}
        {children}
        {tone === 'urgent' && audience === 'client' ? <EmergencyNumbers /> : null}
      </div>
    </section>
  );
}

/** The same in a list: shape and word on one line. */
export function DecisionTag({ audience, ...state }: DecisionState & { audience: Audience }) {
  const { tone, shape, headline, detail } = bannerOf(state, audience);
  return (
    <span className={`decision-tag decision-${tone}`}>
      <DecisionShape shape={shape} />
      <span>
        {headline}
        {detail !== undefined && state.questions > 0 && state.decision === state.known
          ? ` (${detail})`
          : ''}
      </span>
    </span>
  );
}
