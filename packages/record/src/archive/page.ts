/** A client's journal as a page to read and to print, which needs no program but a browser. */
import type { ReadEntry, Reading, ReadRecord } from './reading.ts';

export const clientPage = ({ name, about, entries }: ReadRecord): string =>
  pageOf(
    name,
    `<h1>${escaped(name)}</h1>
<p>${escaped(about)}</p>
${entries.map(entryHtml).join('\n')}`,
  );

/** @param clients by the order in which they are to be listed */
export const clientList = (clients: readonly { id: string; name: string; born?: string }[]) =>
  pageOf(
    'Clients',
    `<h1>Clients</h1>
<ul>
${clients.map(({ id, name, born }) => `<li><a href="clients/${id}.html">${escaped(name)}</a>, ${escaped(born === undefined ? 'date of birth not known' : `born ${born}`)}</li>`).join('\n')}
</ul>`,
  );

const entryHtml = ({ id, title, by, body }: ReadEntry): string =>
  `<section id="${id}">
<h2>${escaped(title)}</h2>
<p class="by">${escaped(by)}</p>
${valueHtml(body)}
</section>`;

function valueHtml(value: Reading): string {
  if (typeof value === 'string') return escaped(value);
  if ('file' in value) return `<a href="${encodeURI(value.file)}">${escaped(value.file)}</a>`;
  if ('items' in value)
    return `<ul>${value.items.map((item) => `<li>${valueHtml(item)}</li>`).join('')}</ul>`;
  return `<dl>${value.fields
    .map(({ label, value: field }) => `<dt>${escaped(label)}</dt><dd>${valueHtml(field)}</dd>`)
    .join('')}</dl>`;
}

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
