/** The deeds of the audit, in words. */
import type { AuditView } from '../../state/account-api.ts';

export const deedNames: Readonly<Record<string, string>> = {
  'sign-in': 'signing in or out',
  'manage-own-account': 'own account',
  'see-day': "the day's clients",
  'find-clients': 'the list of clients',
  'read-contact': 'name and appointments',
  'read-record': 'reading a record',
  'open-in-emergency': 'opening in an emergency',
  'add-client': 'adding a client',
  'write-contact': 'changing name or appointments',
  'write-own-answers': 'intake or check-in',
  'write-record': 'writing in a record',
  'add-file': 'adding a file',
  'read-file': 'opening a file',
  'make-links': "a client's link",
  'share-record': 'sharing a record',
  'export-client': "exporting a client's record",
  'export-practice': 'exporting everything',
  'export-contact': "a client's contact card",
  'export-contacts': 'exporting all contact data',
  'release-results': 'sums over several tests, for other practices',
  'write-review': 'reviewing papers',
  'import-clients': 'importing clients',
  'manage-accounts': 'people and invitations',
  'change-settings': 'settings',
  'read-audit': 'this list',
  'see-retention': 'how long records are kept',
  'hold-record': 'a hold on a record',
  'destroy-record': 'destroying a record',
};

export const outcomeNames: Readonly<Record<AuditView['lines'][number]['outcome'], string>> = {
  done: 'Done',
  refused: 'Refused',
  failed: 'Failed',
};
