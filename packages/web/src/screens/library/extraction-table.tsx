import { COMPARATOR_WORDS } from '@assuage/handbook';
import { whenSeen } from '../../components/times.ts';
import type { Done, Extraction } from '../../state/review.ts';
import { extractionTexts as texts } from './extraction.words.ts';
import { outcomeKey } from './pool-text.ts';
import { BOXES, numberIn } from './typed-numbers.ts';

interface ExtractionTableProps {
  /** The newest of each reader, of one paper. */
  readonly extractions: readonly Done<Extraction>[];
}

/** What each reader read, side by side: one table for each outcome and comparison. */
export function ExtractionTables({ extractions }: ExtractionTableProps) {
  const groups = Map.groupBy(extractions, ({ body }) => `${outcomeKey(body)} ${body.against}`);
  return [...groups].map(([key, group]) => <SideBySide key={key} group={group} />);
}

function SideBySide({ group }: { readonly group: readonly Done<Extraction>[] }) {
  const [first] = group;
  if (!first) return null;
  const lines = linesOf(group.map(({ body }) => body));
  const differing = lines.filter(({ differs }) => differs).length;
  const { outcome, against } = first.body;
  return (
    <>
      <h3>{texts.comparison(outcome, COMPARATOR_WORDS[against])}</h3>
      <p>
        {group.length === 1 ? texts.alone : differing === 0 ? texts.alike : texts.differ(differing)}
      </p>
      <section
        className="pool-wide"
        aria-label={texts.sideBySide(outcome)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys.
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.number}</th>
              {group.map(({ id, by, at }) => (
                <th key={id} scope="col">
                  {texts.readerAt(by, whenSeen(at))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, cells, differs }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  {differs ? (
                    <>
                      {' '}
                      <strong>{texts.differs}</strong>
                    </>
                  ) : null}
                </th>
                {cells.map((cell, i) => (
                  <td key={group[i]?.id}>{cell ?? texts.none}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface Line {
  readonly name: string;
  readonly cells: readonly (string | undefined)[];
  readonly differs: boolean;
}

/** Page and note are each reader's own; everything else must be the same. */
function linesOf(bodies: readonly Extraction[]): Line[] {
  const line = (
    name: string,
    of: (body: Extraction) => string | undefined,
    isOwn = false,
  ): Line => {
    const cells = bodies.map(of);
    return { name, cells, differs: !isOwn && new Set(cells).size > 1 };
  };
  const boxes = [...new Set(bodies.flatMap(({ numbers }) => BOXES[numbers.as]))];
  const words = texts.lines;
  const lines = [
    line(words.shape, ({ numbers }) => texts.shapes[numbers.as]),
    line(words.measure, ({ numbers }) =>
      numbers.as === 'effect' ? texts.measures[numbers.measure] : undefined,
    ),
    ...boxes.map((box) =>
      line(texts.boxes[box], ({ numbers }) => numberIn(numbers, box)?.toString()),
    ),
    line(words.cohort, ({ cohort }) => cohort),
    line(words.where, ({ where }) => where, true),
    line(words.note, ({ note }) => note, true),
  ];
  return lines.filter(({ cells }) => cells.some((cell) => cell !== undefined));
}
