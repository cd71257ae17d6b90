/** The rules of the place that the practice has chosen. */
import type { Jurisdiction } from '@assuage/jurisdiction';
import { getJurisdictions } from './settings-api.ts';
import { useLoaded } from './use-loaded.ts';

/** @returns undefined until they are here, and while no place is chosen */
export function usePlace(id: string | undefined): Jurisdiction | undefined {
  const { loaded } = useLoaded(getJurisdictions);
  return loaded.status === 'here' ? loaded.value.find((place) => place.id === id) : undefined;
}
