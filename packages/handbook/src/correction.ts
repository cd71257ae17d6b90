/** What somebody who reports a mistake sends along, so that the place is found. */
import { fileOf } from './names.ts';
import type { HandbookPage, HandbookRule } from './page.ts';

export interface Correction {
  readonly subject: string;
  readonly body: string;
  /** The file in which the mistake would be mended. */
  readonly file: string;
}

/** @param release of the knowledge that was read */
export function correctionOf(about: HandbookRule | HandbookPage, release: string): Correction {
  const isRule = 'about' in about;
  const file = fileOf(isRule ? about.about : about);
  const what = isRule ? `rule ${about.id}` : `page ${about.id}`;
  return {
    subject: `Correction: ${what} (release ${release})`,
    body: [
      `${isRule ? 'Rule' : 'Page'}: ${about.id}`,
      `File: ${file}`,
      `Release: ${release}`,
      '',
      'What is wrong:',
      '',
      'What it should say:',
      '',
      'A source for that, with a link:',
      '',
      'Please do not write anything about a client here.',
    ].join('\n'),
    file,
  };
}
