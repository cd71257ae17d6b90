import type { Shape } from './decision.words.ts';

const OUTLINES: Record<'circle' | 'triangle' | 'diamond' | 'octagon', string> = {
  circle: 'M24 3a21 21 0 1 0 0 42a21 21 0 1 0 0-42Z',
  triangle: 'M24 4L46 43H2Z',
  diamond: 'M24 2L46 24L24 46L2 24Z',
  octagon: 'M15 3H33L45 15V33L33 45H15L3 33V15Z',
};

const SIGNS: Record<Shape, string> = {
  'circle-tick': 'M14 25l7 7l13-15',
  'triangle-exclamation': 'M24 18v12M24 36v.1',
  'diamond-question': 'M18.5 19c0-7 11-7 11 0c0 4.5-5.5 4.5-5.5 9M24 34v.1',
  'octagon-bar': 'M13 24h22',
  'octagon-arrow': 'M13 24h20M25 15l9 9l-9 9',
  'octagon-phone': 'M16 14c-2 8 10 20 18 18l1-5l-6-3l-3 2c-2-1-4-3-5-5l2-3l-3-6Z',
};

/** The shape of a decision. Its word stands beside it, so it is hidden from screen readers. */
export function DecisionShape({ shape }: { readonly shape: Shape }) {
  const outline = shape.split('-')[0] as keyof typeof OUTLINES;
  return (
    <svg className="decision-shape" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path className="decision-shape-outline" d={OUTLINES[outline]} />
      <path className="decision-shape-sign" d={SIGNS[shape]} />
    </svg>
  );
}
