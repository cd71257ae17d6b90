import { fiftyDots, threeNumbers } from '@assuage/outcomes';
import { testTexts as texts } from './test.words.ts';

type Chances = Parameters<typeof threeNumbers>[0];

interface FiftyDotsProps {
  readonly chances: Chances;
  /** `1 point` */
  readonly points: string;
  readonly id: string;
}

const KINDS = ['better', 'within', 'worse'] as const;
type Kind = (typeof KINDS)[number];
const COLUMNS = 10;
const CELL = 30;

/**
 * Better, about the same and worse as three whole numbers that add up to 100, and as 50 dots. The kinds differ in
 * shape, not in colour: filled, a ring, a cross.
 */
export function FiftyDots({ chances, points, id }: FiftyDotsProps) {
  const numbers = threeNumbers(chances);
  const counts = fiftyDots(chances);
  const dots = KINDS.flatMap((kind, i) => Array.from({ length: counts[i] ?? 0 }, () => kind));
  const said = KINDS.map((kind, i) => `${counts[i]}: ${texts.chances[kind](points)}.`).join(' ');
  return (
    <div className="dots">
      <svg
        className="dots-picture"
        role="img"
        viewBox={`0 0 ${COLUMNS * CELL} ${(dots.length / COLUMNS) * CELL}`}
        aria-labelledby={`${id}-dots-title ${id}-dots-desc`}
      >
        <title id={`${id}-dots-title`}>{texts.dotsTitle}</title>
        <desc id={`${id}-dots-desc`}>{said}</desc>
        {dots.map((kind, i) => (
          <Dot
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place.
            key={i}
            kind={kind}
            x={((i % COLUMNS) + 0.5) * CELL}
            y={(Math.floor(i / COLUMNS) + 0.5) * CELL}
          />
        ))}
      </svg>
      <ul className="plain-list dots-key">
        {KINDS.map((kind, i) => (
          <li key={kind}>
            <svg className="dots-sign" viewBox={`0 0 ${CELL} ${CELL}`} aria-hidden="true">
              <Dot kind={kind} x={CELL / 2} y={CELL / 2} />
            </svg>
            <span>
              {texts.chances[kind](points)}: <b>{inWords(numbers[i] ?? 0, chances[kind])}</b>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** No chance is said to be 0 or 100 in 100 unless it is. */
function inWords(whole: number, chance: number): string {
  if (whole === 100 && chance < 1) return texts.nearlyAll;
  return whole === 0 && chance > 0 ? texts.hardlyAny : texts.inHundred(whole);
}

function Dot({ kind, x, y }: { readonly kind: Kind; readonly x: number; readonly y: number }) {
  const r = 9;
  if (kind !== 'worse') return <circle className={`dot-${kind}`} cx={x} cy={y} r={r} />;
  return (
    <g className="dot-worse">
      <line x1={x - r} x2={x + r} y1={y - r} y2={y + r} />
      <line x1={x - r} x2={x + r} y1={y + r} y2={y - r} />
    </g>
  );
}
