import { describe, expect, test } from 'vitest';
import { fileNameOf, fileTypeOf, sha256Of } from './files.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('what a file is', () => {
  test.each([
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe1], '..Exif')],
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a], '\n....IHDR')],
    ['image/webp', bytes('RIFF', [4, 0, 0, 0], 'WEBPVP8 ')],
    ['image/heic', bytes([0, 0, 0, 0x18], 'ftypheic', [0, 0, 0, 0], 'mif1heic')],
    ['image/heic', bytes([0, 0, 0, 0x18], 'ftypmif1', [0, 0, 0, 0], 'mif1heic')],
    ['application/pdf', bytes('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3])],
    ['text/plain', text('CRP 12 mg/l\r\n\tÄrztin: Dr Šimůnková\n')],
  ])('is %s by its first bytes', (type, content) => {
    expect(fileTypeOf(content)).toBe(type);
  });

  test.each([
    ['nothing', bytes()],
    ['a program of Windows', bytes('MZ', [0x90, 0])],
    ['a program of Linux', bytes([0x7f], 'ELF')],
    ['a ZIP file, such as a document of Word', bytes('PK', [3, 4])],
    ['a film', bytes([0, 0, 0, 0x18], 'ftypisom')],
    ['an animation', bytes('GIF89a', [1, 0, 1, 0])],
    ['a sound in the frame of a WebP', bytes('RIFF', [4, 0, 0, 0], 'WAVEfmt ')],
    ['text in another encoding', bytes('Caf', [0xe9], ' au lait')],
    ['text with a zero in it', bytes('abc', [0], 'def')],
    ['a JPEG that was cut off at once', bytes([0xff, 0xd8])],
  ])('is nothing that is kept when it is %s', (_, content) => {
    expect(fileTypeOf(content)).toBeUndefined();
  });

  test('does not come from words that look like a page or a drawing: they are text', () => {
    expect(fileTypeOf(text('<!doctype html><script>alert(1)</script>'))).toBe('text/plain');
    expect(fileTypeOf(text('<svg onload="alert(1)"/>'))).toBe('text/plain');
  });
});

test('the SHA-256 of "abc" is that of FIPS 180-2, appendix B.1', () => {
  expect(sha256Of(text('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

describe('the name of a file that is taken along', () => {
  const nameOf = (title: string) =>
    fileNameOf({ title, dated: '2026-02-20', type: 'application/pdf' });

  test.each([
    ['Letter from Dr Okafor', '2026-02-20 Letter from Dr Okafor.pdf'],
    ['Žofie’s knee, left', '2026-02-20 Žofie s knee left.pdf'],
    ['../../etc/passwd', '2026-02-20 etc passwd.pdf'],
    ['C:\\con.exe', '2026-02-20 C con exe.pdf'],
    ['\u202egnp.exe\r\nX-Evil: 1', '2026-02-20 gnp exe X-Evil 1.pdf'],
    ['💥', '2026-02-20.pdf'],
  ])('of %j is %j', (title, expected) => {
    expect(nameOf(title)).toBe(expected);
  });

  test('fits on a disk, however long the title', () => {
    expect(Buffer.byteLength(nameOf('𝔄'.repeat(200)))).toBeLessThan(255);
  });
});
