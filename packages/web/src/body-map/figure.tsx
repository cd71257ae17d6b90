import type { Body, PlaceId } from '@assuage/knowledge';
import { hasRegion } from '@assuage/knowledge';
import { useId } from 'react';
import { type DrawnRegion, drawFigure, type View } from './drawing.ts';
import type { Mark } from './marks.ts';

interface FigureProps {
  readonly body: Body;
  readonly view: View;
  readonly marks: readonly Mark[];
  readonly lastTime?: readonly PlaceId[] | undefined;
  /** The place that has the focus in the list. */
  readonly outlined?: PlaceId | undefined;
  /** Left out: the figure is only looked at. */
  readonly onTap?: ((region: PlaceId) => void) | undefined;
  readonly canTap?: ((region: PlaceId) => boolean) | undefined;
}

const FLAME = 'M0-11C2-6 8-3 8 4A8 8 0 0 1-8 4C-8 0-5-2-4-6C-2-4-1-3-1-1C1-4 1-8 0-11Z';

/**
 * One view of the body. For mouse and touch only: screen readers and keyboards have the list beside
 * it, which says and changes the same.
 */
export function Figure({ body, view, marks, lastTime, outlined, onTap, canTap }: FigureProps) {
  const patterns = useId();
  const figure = drawFigure(body, view, marks, lastTime);
  const outline = outlined === undefined ? undefined : body.mask(outlined);
  return (
    <svg
      className={`figure figure-${view}${onTap ? ' figure-live' : ''}`}
      viewBox={figure.viewBox}
      aria-hidden="true"
      focusable="false"
      onClick={(event) => {
        const region = (event.target as Element)
          .closest('[data-region]')
          ?.getAttribute('data-region');
        if (region) onTap?.(region);
      }}
    >
      <Patterns id={patterns} />
      {figure.regions.map((region) => (
        <path
          key={region.id}
          d={region.path}
          {...fillFor(region, patterns)}
          data-region={canTap === undefined || canTap(region.id) ? region.id : undefined}
        />
      ))}
      {figure.regions.map((region) => (
        <Signs
          key={region.id}
          region={region}
          isOutlined={outline !== undefined && hasRegion(outline, body.regionIndex(region.id))}
        />
      ))}
      {figure.decor.map((line) => (
        <path key={line} className="region-decor" d={line} />
      ))}
      {figure.sides.map(({ text, x, y }) => (
        <text key={text} className="figure-side" x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  );
}

const PATTERNED: readonly string[] = ['pain-1', 'pain-2', 'limit', 'avoid'];

const fillFor = ({ fill }: DrawnRegion, patterns: string) => ({
  className: `region region-${fill}`,
  ...(PATTERNED.includes(fill) ? { fill: `url(#${patterns}-${fill})` } : {}),
});

/** What is drawn above all regions, so that no neighbour covers it. */
function Signs({
  region: { path, anchor, fill, isFlare, wasMarked, small, pressure },
  isOutlined,
}: {
  readonly region: DrawnRegion;
  readonly isOutlined: boolean;
}) {
  const at = `translate(${anchor[0]} ${anchor[1]})`;
  return (
    <g className="region-signs">
      {fill === 'avoid' ? <path className="region-edge-avoid" d={path} /> : null}
      {isFlare ? <path className="region-edge-flare" d={path} /> : null}
      {wasMarked ? <path className="region-edge-before" d={path} /> : null}
      {isFlare ? <path className="region-flame" d={FLAME} transform={at} /> : null}
      {fill === 'finding' && !isFlare ? (
        <path className="region-tick" d="M-9 0L-3 7L9-7" transform={at} />
      ) : null}
      {small > 0 || pressure !== undefined ? (
        <g className="region-number" transform={at}>
          <circle r="13" />
          <text y="6">{pressure ?? small}</text>
        </g>
      ) : null}
      {isOutlined ? (
        <>
          <path className="region-focus-outer" d={path} />
          <path className="region-focus" d={path} />
        </>
      ) : null}
    </g>
  );
}

/** Dots, stripes, lines and hatches: told apart without colour, on screen and in print. */
function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-pain-1`} width="12" height="12" patternUnits="userSpaceOnUse">
        <rect className="pattern-pain-1" width="12" height="12" />
        <circle className="pattern-mark" cx="3" cy="3" r="2" />
        <circle className="pattern-mark" cx="9" cy="9" r="2" />
      </pattern>
      <pattern id={`${id}-pain-2`} width="10" height="10" patternUnits="userSpaceOnUse">
        <rect className="pattern-pain-2" width="10" height="10" />
        <path className="pattern-stripe" d="M-2 2L2-2M0 10L10 0M8 12L12 8" />
      </pattern>
      <pattern id={`${id}-limit`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect className="pattern-limit" width="8" height="8" />
        <path className="pattern-line" d="M0 4H8" />
      </pattern>
      <pattern id={`${id}-avoid`} width="10" height="10" patternUnits="userSpaceOnUse">
        <rect className="pattern-avoid" width="10" height="10" />
        <path className="pattern-hatch" d="M0 0L10 10M10 0L0 10" />
      </pattern>
    </defs>
  );
}

/** The fill of a mark, for a key beside the figure. */
export function Swatch({
  fill,
  isFlare = false,
}: {
  readonly fill: DrawnRegion['fill'];
  readonly isFlare?: boolean;
}) {
  const patterns = useId();
  const region: DrawnRegion = {
    id: '',
    path: 'M3 3H33V33H3Z',
    anchor: [18, 18],
    fill,
    isFlare,
    wasMarked: false,
    small: 0,
  };
  return (
    <svg className="swatch" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      <Patterns id={patterns} />
      <path d={region.path} {...fillFor(region, patterns)} />
      <Signs region={region} isOutlined={false} />
    </svg>
  );
}
