export {
  KNOWLEDGE_FOLDER,
  type KnowledgeFiles,
  readKnowledge,
  readKnowledgeFiles,
  releaseOf,
} from './read.ts';
