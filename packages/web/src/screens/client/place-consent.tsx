import { type SettingName, settingsOf } from '@assuage/jurisdiction';
import { usePlace } from '../../state/use-place.ts';

const ABOUT_CONSENT: readonly SettingName[] = [
  'consent-written',
  'consent-sensitive',
  'consent-renewal',
  'guardian-under',
  'consultation-document',
];

/** What the chosen place asks of consents, as far as it is known; nothing while no place is chosen. */
export function PlaceConsent({ place: id }: { readonly place: string | undefined }) {
  const place = usePlace(id);
  if (!place) return null;
  const known = settingsOf(place).filter(
    ({ name, confidence }) => confidence !== 'unknown' && ABOUT_CONSENT.includes(name),
  );
  return (
    <p className="hint">
      {place.name}:{' '}
      {known.length === 0
        ? 'we do not know what it asks of consents. Ask your college, board or lawyer.'
        : known
            .map(
              ({ label, text, confidence }) =>
                `${label}: ${text}${confidence === 'second-hand' ? ' (Second-hand.)' : ''}`,
            )
            .join(' ')}
    </p>
  );
}
