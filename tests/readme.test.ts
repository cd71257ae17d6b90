import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');
const block = (readme: string, language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? 'no such block';

it('the README shows the example file as it is, and what the command really prints', async () => {
  const readme = await read('README.md');
  expect(block(readme, 'yaml')).toBe(await read('examples/ra-hot-wrist.yaml'));
  const shown = block(readme, 'text').replace(/\n {2}…\n$/, '');
  const today = /born \S+ · (\S+)/.exec(shown)?.[1] ?? '';
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['packages/cli/src/bin.ts', 'plan', 'examples/ra-hot-wrist.yaml', '--today', today],
    { cwd: root },
  );
  expect(stdout.slice(0, shown.length)).toBe(shown);
});

it('every file that the README, ARCHITECTURE and CONTRIBUTING link to exists', async () => {
  for (const page of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']) {
    const links = [...(await read(page)).matchAll(/\]\((?!http)([^)#]+)\)/g)];
    for (const [, link = ''] of links)
      await expect(
        readFile(join(root, link)).catch((error: NodeJS.ErrnoException) => error.code),
      ).resolves.not.toBe('ENOENT');
  }
});
