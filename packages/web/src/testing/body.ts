/** The shipped body places, for tests. */
import { BodyData, createBody, parseFile } from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '@assuage/knowledge/node';

const file = readKnowledgeFiles(KNOWLEDGE_FOLDER).subjects.find(({ path }) => path === 'body.yaml');
const parsed = file && parseFile(file, BodyData);
if (!parsed?.ok) throw new Error('body.yaml cannot be read');

export const body = createBody(parsed.file.value);
