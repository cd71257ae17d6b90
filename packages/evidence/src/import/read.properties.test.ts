import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPapers } from './read.ts';

/** Pieces of all formats, whole and torn, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    'TY  - JOUR\n',
    'TI  - A title\n',
    'ER  - \n',
    'PMID- 12\n',
    'AB  - long\n      longer\n',
    '@article{a, title = {A title',
    '@string{x = "y"} ',
    '}\n',
    ', year = 2001}\n',
    '"',
    '\\',
    '<?xml version="1.0"?>',
    '<PubmedArticle><PMID>1</PMID><ArticleTitle>',
    '</ArticleTitle></PubmedArticle>',
    '<DocSum>',
    '&eacute;',
    '<![CDATA[',
    '%E0%A4%A',
    '10.1000/',
    '\uFEFF',
  ),
  fc.string({ maxLength: 20 }),
);

it('whatever is in a file, it is read or refused in words, with lines that are in it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const read = readPapers(text);
      if (!read.ok) return read.why !== '';
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { line } of [...read.papers, ...read.unreadable]) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
      }
      for (const { title } of read.papers) expect(title.trim()).not.toBe('');
      return true;
    }),
    { numRuns: 2000 },
  );
});
