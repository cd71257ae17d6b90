/** Small knowledge files for tests, beside the real body map. */
import type { SourceText } from '../file.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '../node/read.ts';

export const bodyFile: SourceText = (() => {
  const file = readKnowledgeFiles(KNOWLEDGE_FOLDER).subjects.find(
    (text) => text.path === 'body.yaml',
  );
  if (!file) throw new Error('body.yaml is missing');
  return file;
})();

export const SOURCE: SourceText = {
  path: 'sources/a-page.yaml',
  text: `kind: source
id: a-page
title: A page
publisher: A publisher
url: https://example.org/a
strength: textbook
`,
};

export const finding = (id: string, rest = ''): SourceText => ({
  path: `findings/${id}.yaml`,
  text: `kind: finding
id: ${id}
name: The finding ${id}
plain: A finding made up for a test.
ask: { client: Is it so today? }
${rest}`,
});

export const rule = (id: string, when: string, limits: string): string => `rules:
  - id: ${id}
    when: ${when}
    because: A reason made up for a test.
    limits:
${limits.replace(/^/gm, '      ')}
`;
