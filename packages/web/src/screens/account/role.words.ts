/** The roles, in the words of the practice. */
import type { PersonView } from '../../state/account-api.ts';

type Role = PersonView['role'];

export const roleNames: Record<Role, string> = {
  owner: 'owner',
  therapist: 'therapist',
  'front-desk': 'front desk',
  guest: 'guest clinician',
  client: 'client',
};

/** What each may do, for the person who invites. */
export const roleRights: Record<Role, string> = {
  owner: 'Everything, people and the list of who did what included.',
  therapist: 'All clients and their records.',
  'front-desk': 'Names and appointments. No health notes.',
  guest: 'Reads the records you share, until the time you set.',
  client: 'Reads their own record and fills in their own forms.',
};
