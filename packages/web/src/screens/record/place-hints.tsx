import { Link } from '@tanstack/react-router';
import { recordHints } from '../../state/record-hints.ts';
import type { ClientAtWork } from '../../state/use-client.ts';
import { usePlace } from '../../state/use-place.ts';

interface PlaceHintsProps {
  readonly at: ClientAtWork;
  readonly today: string;
}

/** What the place asks for and the record lacks; nothing while nobody has chosen a place. */
export function PlaceHints({ at, today }: PlaceHintsProps) {
  const place = usePlace(at.practice.jurisdiction);
  const hints = place ? recordHints(place, at.record, today) : [];
  if (!place || hints.length === 0) return null;
  const { confidence } = place.settings['record-contents'];
  return (
    <section aria-labelledby="place-hints" className="notice no-print">
      <h2 id="place-hints">{place.name} also asks for</h2>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <p className="hint">
        You can sign all the same.{' '}
        {confidence === 'second-hand' ? 'We know this second-hand: check it. ' : ''}
        <Link to="/clients/$id" params={{ id: at.record.client.id }}>
          Add it on the client's page
        </Link>
      </p>
    </section>
  );
}
