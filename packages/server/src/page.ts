/** Serves the built interface: files as they are, and its one page at every other address. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

/** The address of a screen, not of a file: the last part has no dot. */
const IS_SCREEN = /\/[^./]*$/;

/** @param folder what `npm run build` makes */
export function addPage(app: Hono, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('*', (c) =>
      c.text('The interface is not built yet. Run `npm run build`, then start again.', 503),
    );
    return;
  }
  const file = serveStatic({ root: folder });
  const page = serveStatic({ root: folder, path: 'index.html' });
  app.get('*', async (c, next) => {
    await next();
    if (!c.res.ok) return;
    // The names of the files in assets/ change with their content.
    const isHashed = c.req.path.startsWith('/assets/');
    c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.get('*', file);
  app.get('*', (c, next) => (IS_SCREEN.test(c.req.path) ? page(c, next) : next()));
}
