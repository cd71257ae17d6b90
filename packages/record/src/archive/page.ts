/** A client's journal as a page to read and to print, which needs no program but a browser. */
import { createBody, factsOf, type Knowledge } from '@assuage/knowledge';
import type { Entry, EntryKind } from '../entries.ts';
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
  'adverse-event': 'Harm, or something that went wrong',
  goal: 'Goal',
  note: 'Note',
  'emergency-opening': 'Private notes opened in an emergency',
  letter: 'Letter',
  amendment: 'Amendment',
};
/** Where an id stands that has a name. */
const NAMED = new Set(['fact', 'place', 'places', 'technique', 'wishes', 'consents', 'avoid']);

/** Everything written is there: an entry is shown field by field, in order of when it happened. */
export function clientPage(entries: readonly Entry[], nameOf: NameOf): string {
  const inOrder = entries
    .map((entry) => upgraded(entry))
    .sort((a, b) => compare(a.on, b.on) || compare(a.id, b.id));
  const client = inOrder.findLast((entry) => entry.kind === 'client');
  const name = client?.body.name ?? 'Client';
  return pageOf(
    name,
    `<h1>${escaped(name)}</h1>
<p>Born ${escaped(client?.body.born ?? '')}. ${inOrder.length} entries, the oldest first.</p>
${inOrder.map((entry) => entryHtml(entry, nameOf)).join('\n')}`,
  );
}

/** @param clients by the order in which they are to be listed */
export const clientList = (clients: readonly { id: string; name: string; born: string }[]) =>
  pageOf(
    'Clients',
    `<h1>Clients</h1>
<ul>
${clients.map(({ id, name, born }) => `<li><a href="clients/${id}.html">${escaped(name)}</a>, born ${escaped(born)}</li>`).join('\n')}
</ul>`,
  );

const entryHtml = ({ id, kind, on, by, body, entered }: Entry, nameOf: NameOf): string =>
  `<section id="${id}">
<h2>${escaped(on.replace('T', ' '))} · ${TITLES[kind] ?? escaped(kind)}</h2>
<p class="by">${escaped(by.name)} (${escaped(by.role)}), received ${escaped(entered)}</p>
${valueHtml(body, nameOf, false)}
</section>`;

/** @param named whether a text is an id that has a name */
function valueHtml(value: unknown, nameOf: NameOf, named: boolean): string {
  if (value === null || value === undefined || value === '') return 'not given';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none';
    return `<ul>${value.map((item) => `<li>${valueHtml(item, nameOf, named)}</li>`).join('')}</ul>`;
  }
  if (typeof value !== 'object') return escaped(named ? nameOf(String(value)) : String(value));
  const fields = Object.entries(value).sort(([a], [b]) => compare(a, b));
  return `<dl>${fields
    .map(
      ([key, field]) =>
        `<dt>${escaped(inWords(key))}</dt><dd>${valueHtml(field, nameOf, NAMED.has(key))}</dd>`,
    )
    .join('')}</dl>`;
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

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The printer says whether a page is A4 or Letter. */
const pageOf = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
@page { margin: 18mm }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 1rem auto; padding: 0 1rem }
section { border-top: 1px solid; break-inside: avoid-page }
h2 { font-size: 1.1rem; margin-bottom: 0 }
.by { margin-top: 0; font-size: .9rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 }
dt { font-weight: 600 }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
ul { margin: 0; padding-left: 1.2rem; white-space: normal }
</style>
</head>
<body>
${body}
</body>
</html>
`;
