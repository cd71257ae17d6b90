/** A client's journal in words, before it becomes a page or a PDF. */
import { createBody, factsOf, type Knowledge } from '@assuage/knowledge';
import type { Entry, EntryKind, EntryOf } from '../entries.ts';
import { upgraded } from '../upgrade.ts';

/** What the id of a fact, a place or a technique is called; the id itself when nobody knows it. */
export type NameOf = (id: string) => string;

export function namesIn(knowledge: Knowledge): NameOf {
  const body = createBody(knowledge.body);
  const names = new Map(
    [...factsOf(knowledge), ...knowledge.techniques].map(({ id, name }) => [id, name]),
  );
  return (id) => names.get(id) ?? (body.has(id) ? body.label(id) : id);
}

/** A value in words: a text, a file that lies beside, a list, or fields with their names. */
export type Reading =
  | string
  /** Its path from where the reading lies, of letters, digits and `/ . - _` and spaces. */
  | { readonly file: string }
  | { readonly items: readonly Reading[] }
  | { readonly fields: readonly { readonly label: string; readonly value: Reading }[] };

export interface ReadEntry {
  readonly id: string;
  readonly title: string;
  /** Who wrote it, as what, and when it came in. */
  readonly by: string;
  readonly body: Reading;
}

export interface ReadRecord {
  readonly name: string;
  /** When the client was born, and how many entries follow. */
  readonly about: string;
  readonly entries: readonly ReadEntry[];
}

const TITLES: Readonly<Record<EntryKind, string>> = {
  client: 'Who the client is',
  appointment: 'Appointment',
  'appointment-change': 'Appointment changed',
  intake: 'Intake',
  'check-in': 'Check-in',
  fact: 'Answers',
  consent: 'Consent',
  clearance: 'Clearance by a clinician',
  refusal: 'A clinician said no',
  'refusal-end': 'A clinician no longer says no',
  departure: 'Beyond a limit, with a reason',
  plan: 'Session plan',
  session: 'Session',
  reaction: 'How it was afterwards',
  score: 'Answered form or rating',
  'measure-choice': 'Which forms and ratings are asked',
  trial: 'Within-person test, as it was fixed',
  'trial-change': 'Within-person test changed or ended',
  'way-decision': 'Ways of working that may be suggested again',
  'adverse-event': 'Harm, or something that went wrong',
  goal: 'Goal',
  note: 'Note',
  'emergency-opening': 'Private notes opened in an emergency',
  letter: 'Letter',
  file: 'File or photo',
  'file-change': 'File or photo changed',
  amendment: 'Amendment',
};
/** Where an id stands that has a name. */
const NAMED = new Set(['fact', 'place', 'places', 'technique', 'wishes', 'consents', 'avoid']);

/** Where a file lies that a reading points to; undefined when it is not taken along. */
export type PathOf = (file: EntryOf<'file'>) => string | undefined;

/** Everything written is there: an entry is shown field by field, in order of when it happened. */
export function readingOf(entries: readonly Entry[], nameOf: NameOf, pathOf: PathOf): ReadRecord {
  const inOrder = entries
    .map((entry) => upgraded(entry))
    .sort((a, b) => compare(a.on, b.on) || compare(a.id, b.id));
  const client = inOrder.findLast((entry) => entry.kind === 'client');
  return {
    name: client?.body.name ?? 'Client',
    about: `${client?.body.born === undefined ? 'Date of birth not known' : `Born ${client.body.born}`}. ${inOrder.length} entries, the oldest first.`,
    entries: inOrder.map((entry) => {
      const { id, kind, on, by, body, entered } = entry;
      const file = entry.kind === 'file' ? pathOf(entry) : undefined;
      return {
        id,
        title: `${on.replace('T', ' ')} · ${TITLES[kind] ?? kind}`,
        by: `${by.name} (${by.role}), received ${entered}`,
        body: withFile(valueIn(body, nameOf, false), file),
      };
    }),
  };
}

const withFile = (body: Reading, file: string | undefined): Reading =>
  file !== undefined && typeof body === 'object' && 'fields' in body
    ? { fields: [{ label: 'File', value: { file } }, ...body.fields] }
    : body;

/** @param named whether a text is an id that has a name */
function valueIn(value: unknown, nameOf: NameOf, named: boolean): Reading {
  if (value === null || value === undefined || value === '') return 'not given';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value))
    return value.length === 0
      ? 'none'
      : { items: value.map((item) => valueIn(item, nameOf, named)) };
  if (typeof value !== 'object') return named ? nameOf(String(value)) : String(value);
  return {
    fields: Object.entries(value)
      .sort(([a], [b]) => compare(a, b))
      .map(([key, field]) => ({
        label: inWords(key),
        value: valueIn(field, nameOf, NAMED.has(key)),
      })),
  };
}

/** `painAfter` → `Pain after` */
function inWords(key: string): string {
  const words = key.replaceAll(
    /([a-z])([A-Z])/g,
    (_, a: string, b: string) => `${a} ${b.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
