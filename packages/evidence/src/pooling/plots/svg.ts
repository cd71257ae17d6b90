/** The pieces of an SVG, as text. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as XML may hold it: marked characters escaped, control characters and lone surrogates left out. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? '');

type Attributes = Readonly<Record<string, string | number>>;

/** An element; its content is markup already. Numbers with at most two decimals. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`,
    )
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

export const text = (x: number, y: number, words: string, attributes: Attributes = {}): string =>
  element('text', { x, y, ...attributes }, escaped(words));

export const line = (
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  attributes: Attributes = {},
): string => element('line', { x1, y1, x2, y2, stroke: 'currentColor', ...attributes });

export interface Picture {
  /** Unique in its page: title and description are found by it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A whole picture, read out by its title and description, in the colour of the text around it. */
export function picture(
  { id, title, description, width, height }: Picture,
  content: string,
): string {
  const named = element('title', { id: `${id}-title` }, escaped(title));
  const described = element('desc', { id: `${id}-desc` }, escaped(description));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': 'system-ui, sans-serif',
      'font-size': 13,
      fill: 'currentColor',
    },
    `${named}${described}${content}`,
  );
}
