export {
  KNOWLEDGE_FOLDER,
  type KnowledgeFiles,
  readKnowledge,
  readKnowledgeFiles,
  readLibrary,
  releaseOf,
} from './read.ts';
