import type { Body, PlaceId } from '@assuage/knowledge';
import { useState } from 'react';
import type { View } from './drawing.ts';
import { Figure, Swatch } from './figure.tsx';
import { keyOf, placeList } from './key.ts';
import type { Mark } from './marks.ts';

interface BodyMapProps {
  readonly body: Body;
  readonly marks: readonly Mark[];
  /** Marked the last time: shown as an outline. */
  readonly lastTime?: readonly PlaceId[];
  /** What the marks mean, with the places in words. Leave it out only where the page says the same beside. */
  readonly hasKey?: boolean;
  /** `small`: for looking only, beside other things. */
  readonly size?: 'full' | 'small';
}

/** The body with what is marked on it, to look at: avoid, limits, treated, pain, flare. */
export function BodyMap({ body, marks, lastTime, hasKey = true, size = 'full' }: BodyMapProps) {
  const [view, setView] = useState<View>('front');
  return (
    <div className={`body-map body-map-${size}`}>
      <Views body={body} marks={marks} lastTime={lastTime} view={view} onView={setView} />
      {hasKey ? <Key body={body} marks={marks} /> : null}
    </div>
  );
}

function Key({ body, marks }: { readonly body: Body; readonly marks: readonly Mark[] }) {
  return (
    <ul className="body-map-key">
      {keyOf(marks).map(({ fill, isFlare, meaning, places }) => (
        <li key={meaning}>
          <Swatch fill={fill} isFlare={isFlare} />
          <span>
            {meaning}: {placeList(body, places)}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface ViewsProps {
  readonly body: Body;
  readonly marks: readonly Mark[];
  readonly lastTime?: readonly PlaceId[] | undefined;
  readonly outlined?: PlaceId | undefined;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onTap?: (region: PlaceId) => void;
  readonly canTap?: (region: PlaceId) => boolean;
}

const VIEWS = [
  { view: 'front', label: 'Front' },
  { view: 'back', label: 'Back' },
] as const;

/** One view at a time on a phone, both side by side where there is room. */
export function Views({ view, onView, ...figure }: ViewsProps) {
  return (
    <div className={`body-map-figures shows-${view}`}>
      <div className="view-switch no-print">
        {VIEWS.map(({ view: each, label }) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-pressed={each === view}
            onClick={() => onView(each)}
          >
            {label} view
          </button>
        ))}
      </div>
      {VIEWS.map(({ view: each, label }) => (
        <div key={each} className={`body-map-view view-${each}`}>
          <p aria-hidden="true">{label}</p>
          <Figure view={each} {...figure} />
        </div>
      ))}
    </div>
  );
}
