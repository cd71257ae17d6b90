/** What is the same for everyone: the knowledge, what studies found, and the outcome measures. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Library, Measures } from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';
import { type Context, Hono } from 'hono';
import type { Access } from '../access/access.ts';

/** A twentieth of the time of the highest, for a tenth more bytes. */
const BROTLI_QUALITY = 9;

export interface KnowledgeParts {
  readonly access: Access;
  readonly engine: Engine;
  readonly library: Library;
  readonly measures: Measures;
}

/** Apart from each other: every page needs the knowledge, and few open a study or a form. */
export function knowledgeRoutes({ access, engine, library, measures }: KnowledgeParts) {
  const { knowledge } = engine;
  const sendKnowledge = sender(knowledge, knowledge.release);
  const sendLibrary = sender(library, library.release);
  const sendMeasures = sender(measures, measures.release);
  return new Hono()
    .get('/api/knowledge', async (c) => {
      await access.permit(c, 'read-knowledge');
      return sendKnowledge(c);
    })
    .get('/api/evidence', async (c) => {
      await access.permit(c, 'read-knowledge');
      return sendLibrary(c);
    })
    .get('/api/measures', async (c) => {
      await access.permit(c, 'read-knowledge');
      return sendMeasures(c);
    });
}

/** Packed once for all browsers, the smaller first; asked for once by each browser for each release. */
function sender(value: object, release: string): (c: Context) => Response {
  const text = JSON.stringify(value);
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  const packed = [
    ['br', Uint8Array.from(brotliCompressSync(text, { params }))],
    ['gzip', Uint8Array.from(gzipSync(text, { level: 9 }))],
  ] as const;
  const tag = `"${release}"`;
  return (c) => {
    c.header('ETag', tag);
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Encoding');
    if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304);
    for (const [encoding, bytes] of packed)
      if (accepts(c, encoding))
        return c.body(bytes, 200, {
          'Content-Type': 'application/json',
          'Content-Encoding': encoding,
        });
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  };
}

const accepts = (c: Context, encoding: string): boolean =>
  (c.req.header('accept-encoding') ?? '')
    .split(',')
    .some((offer) => new RegExp(`^\\s*${encoding}\\s*(;\\s*q=(?!0(\\.0*)?\\s*$).*)?$`).test(offer));
