/** Which sensitive places the client agrees to, from intakes and consents: the newest word on each counts. */
import type { PlaceId } from '@assuage/knowledge';
import { dateOf } from '../dates.ts';
import type { Entry } from '../entries.ts';

export interface AgreedPlace {
  readonly place: PlaceId;
  /** The last day on which it counts. Left out: until it is withdrawn. */
  readonly until?: string;
}

/** @param ordered oldest first */
export function agreedPlacesIn(ordered: readonly Entry[]): AgreedPlace[] {
  let agreed = new Map<PlaceId, AgreedPlace>();
  for (const entry of ordered) {
    if (entry.kind === 'intake') {
      // The form shows what stands, so what it still names stays as it was agreed: also its end.
      const before = agreed;
      const stands = (place: PlaceId) => {
        const earlier = before.get(place);
        return earlier?.until === undefined || earlier.until >= dateOf(entry.on)
          ? earlier
          : undefined;
      };
      agreed = new Map(entry.body.consents.map((place) => [place, stands(place) ?? { place }]));
    } else if (entry.kind === 'consent' && entry.body.what === 'sensitive-places') {
      const { places, given, until } = entry.body;
      for (const place of places)
        if (given) agreed.set(place, { place, ...(until === undefined ? {} : { until }) });
        else agreed.delete(place);
    }
  }
  return [...agreed.values()];
}
