/** Who may do what. Pure: the server asks here first in every use-case, and what is not listed is refused. */

export const ROLES = ['owner', 'therapist', 'front-desk', 'guest', 'client', 'link'] as const;
/**
 * owner: runs the practice · therapist · front-desk: appointments and contact data, no health notes ·
 * guest: a clinician who sees what was shared until it expires · client: the own record ·
 * link: whoever opened a client's link, which serves one purpose.
 */
export type Role = (typeof ROLES)[number];

/** all: every client of the practice · shared: those shared with this guest · own: the person's own record or account. */
export type Scope = 'all' | 'shared' | 'own';

type Grants = Partial<Record<Role | 'anyone', Scope>>;
const everyone: Grants = {
  owner: 'all',
  therapist: 'all',
  'front-desk': 'all',
  guest: 'all',
  client: 'all',
  link: 'all',
  anyone: 'all',
};
const owner: Grants = { owner: 'all' };
const therapists: Grants = { owner: 'all', therapist: 'all' };
const staff: Grants = { ...therapists, 'front-desk': 'all' };
const account: Grants = {
  owner: 'own',
  therapist: 'own',
  'front-desk': 'own',
  guest: 'own',
  client: 'own',
};

/** One line to a use-case. What a role is not listed for, it may not do. */
export const RIGHTS = {
  'see-practice': everyone,
  'read-knowledge': everyone,
  'sign-in': everyone,
  'manage-own-account': account,
  'see-day': staff,
  'find-clients': { ...staff, guest: 'shared', client: 'own' },
  'read-contact': { ...staff, guest: 'shared', client: 'own', link: 'own' },
  'read-record': { ...therapists, guest: 'shared', client: 'own' },
  'read-private-note': { owner: 'own', therapist: 'own' },
  'open-in-emergency': therapists,
  'add-client': staff,
  'write-contact': staff,
  'write-own-answers': { ...therapists, client: 'own', link: 'own' },
  'write-record': therapists,
  'add-file': therapists,
  'read-file': { ...therapists, guest: 'shared', client: 'own' },
  'make-links': staff,
  'share-record': therapists,
  'export-client': { ...therapists, client: 'own' },
  'export-practice': owner,
  /** Name and contact data alone: of one client, and of all. */
  'export-contact': { ...staff, client: 'own' },
  'export-contacts': owner,
  /** The practice's own review of papers, in which nobody's health is. */
  'read-review': therapists,
  'write-review': therapists,
  /** Sums over the tests of several clients, for other practices. */
  'release-results': owner,
  'import-clients': owner,
  'manage-accounts': owner,
  'change-settings': owner,
  'read-audit': owner,
  'see-retention': owner,
  'hold-record': owner,
  'destroy-record': owner,
} as const satisfies Record<string, Grants>;
export type Action = keyof typeof RIGHTS;

/** What a client's link is for. */
export const LINK_PURPOSES = ['check-in', 'intake', 'ratings'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** Somebody who asks for something. */
export type Actor =
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly name: string;
      readonly role: Exclude<Role, 'link'>;
      /** The clients that a guest or a client may see; staff see all. */
      readonly clients: readonly string[];
    }
  | {
      readonly kind: 'link';
      readonly id: string;
      readonly name: string;
      readonly role: 'link';
      readonly purpose: LinkPurpose;
      readonly clients: readonly [string];
    }
  | { readonly kind: 'nobody' };

/** What is asked for: a client's record, or a note with an author. */
export interface Subject {
  readonly client?: string | undefined;
  /** The account that wrote a private note, or whose account it is. */
  readonly account?: string | undefined;
}

/** @returns whether this person may do this to this subject */
export function may(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const grants: Grants = RIGHTS[action];
  const scope = actor.kind === 'nobody' ? grants.anyone : grants[actor.role];
  if (scope === undefined) return false;
  if (scope === 'all') return true;
  if (actor.kind === 'nobody') return false;
  if (subject.client !== undefined && actor.clients.includes(subject.client)) return true;
  return scope === 'own' && subject.account !== undefined && subject.account === actor.id;
}
