/** The knowledge that ships with the program, read once for a test file. */
import { createSearch, formatIssue, type Knowledge } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine } from '@assuage/safety';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));

export const knowledge: Knowledge = loaded.knowledge;
export const engine = compileEngine(knowledge);
export const search = createSearch(knowledge);
export const TODAY = '2026-03-02';
