import { CERTAINTY_WORDS, COMPARATOR_WORDS } from '@assuage/handbook';
import { Link } from '@tanstack/react-router';
import { localNow, longDate } from '../../components/times.ts';
import type { CertaintyChange, Done } from '../../state/review.ts';
import { certaintyTexts as texts } from './certainty.words.ts';

interface ChangedFindingsProps {
  /** The newest change of each finding. */
  readonly changes: readonly Done<CertaintyChange>[];
}

/** Where the practice judges otherwise than the knowledge, also of what a later release says in other words. */
export function ChangedFindings({ changes }: ChangedFindingsProps) {
  return changes.length === 0 ? null : (
    <section aria-labelledby="changed">
      <h2 id="changed">{texts.all}</h2>
      <ul>
        {changes.map(({ id, by, at, body }) => (
          <li key={id}>
            <Link to="/knowledge/$id" params={{ id: body.condition }} hash="evidence">
              {body.condition.replaceAll('-', ' ')}
            </Link>
            {': '}
            {texts.one(body.outcome, COMPARATOR_WORDS[body.against])}{' '}
            {texts.earlierIs(
              body.judged === null ? texts.asKnowledge : CERTAINTY_WORDS[body.judged.certainty],
              by,
              longDate(localNow(new Date(at))),
              body.because,
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
