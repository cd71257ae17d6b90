/** Markup from values: whatever is not markup already is escaped. */
export interface Html {
  readonly markup: string;
}
type Value = string | number | Html | readonly Html[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** A template: text is escaped, markup put in as it is, a list joined, `undefined` left out. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.map((part, i) => (i === 0 ? '' : markupOf(values[i - 1])) + part).join(''),
});

function markupOf(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(`${value}`);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('\n');
}

/** A heading with what stands under it; nothing at all without anything. */
export const section = (title: string, body: readonly Html[]): Html | undefined =>
  body.length === 0 ? undefined : html`<section>\n<h2>${title}</h2>\n${body}\n</section>\n`;

export const list = (items: readonly Html[], name?: string): Html | undefined =>
  items.length === 0
    ? undefined
    : html`<ul${name === undefined ? undefined : html` class="${name}"`}>\n${items.map((item) => html`<li>${item}</li>`)}\n</ul>\n`;
