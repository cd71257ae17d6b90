/** Serves the built interface: files as they are, and its one page at every other address. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

/** @param folder what `npm run build` makes */
export function addPage(app: Hono, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('*', (c) =>
      c.text('The interface is not built yet. Run `npm run build`, then start again.', 503),
    );
    return;
  }
  app.get(
    '*',
    serveStatic({
      root: folder,
      onFound: (path, c) => {
        // The names of these files change with their content.
        const isHashed = relative(folder, path).startsWith('assets');
        c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  const isScreen = /\/[^./]*$/;
  app.get('*', async (c, next) => {
    if (!isScreen.test(c.req.path)) return next();
    c.header('Cache-Control', 'no-cache');
    return page(c, next);
  });
  const page = serveStatic({ root: folder, path: 'index.html' });
}
