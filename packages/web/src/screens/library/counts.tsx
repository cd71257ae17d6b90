import type { Review } from '../../state/review.ts';
import { libraryTexts as texts } from './library.words.ts';

interface CountsProps {
  readonly review: Review;
  /** Papers that wait for the own word of whoever looks. */
  readonly waiting: number;
}

/** How many papers are where, and how well two readers agree. */
export function Counts({ review, waiting }: CountsProps) {
  const { flow, agreement } = review;
  const { title, 'full-text': full } = flow.open;
  const words = texts.countRows;
  const rows: readonly (readonly [string, number])[] = [
    [words.identified, flow.identified],
    [words.duplicates, flow.duplicates],
    [words.screened, flow.screened],
    [words.outByTitle, flow.outByTitle],
    [words.openTitle, title.undecided],
    [words.disputedTitle, title.disputed],
    [words.assessed, flow.assessed],
    ...flow.outByFullText.map(([reason, count]) => [texts.outFor(reason), count] as const),
    [words.openFullText, full.undecided],
    [words.disputedFullText, full.disputed],
    [words.included, flow.included],
  ];
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{texts.counts}</h2>
      <table>
        <caption>{texts.countsCaption}</caption>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {waiting === 0 ? null : <p className="notice">{texts.waiting(waiting)}</p>}
      <h3>{texts.agreement}</h3>
      {agreement === undefined ? (
        <p>{texts.oneReader}</p>
      ) : (
        <p>
          {texts.agreementIs(
            nameOf(review, agreement.readers[0]),
            nameOf(review, agreement.readers[1]),
            agreement.both,
            agreement.same,
          )}{' '}
          {agreement.kappa === undefined ? texts.noKappa : texts.kappa(agreement.kappa.toFixed(2))}
        </p>
      )}
    </section>
  );
}

const nameOf = ({ names }: Review, account: string): string => names.get(account) ?? account;
