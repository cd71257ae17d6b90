/** A handful of facts, rules and techniques on the real body map. */
import { loadKnowledge, type SourceText } from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '@assuage/knowledge/node';
import { compileEngine } from '@assuage/safety';

const SUBJECTS: Record<string, string> = {
  'conditions/arthritis': 'kind: condition\nname: Arthritis',
  'conditions/gout': 'kind: condition\nname: Gout\nunder: [arthritis]',
  'findings/unwell-today': 'kind: finding\nname: Ill today',
  'findings/fever': 'kind: finding\nname: High temperature\nunder: [unwell-today]',
  'findings/hot-joint': 'kind: finding\nname: Hot joint\nplaces: joint',
  'findings/rash': 'kind: finding\nname: Rash\nplaces: skin',
  'findings/dose':
    'kind: finding\nname: Dose\nholds: always\nquantity: { unit: mg, min: 0, max: 100 }',
  'techniques/effleurage': 'kind: technique\nname: Effleurage\npressure: [1, 3]',
  'techniques/hot-stone': 'kind: technique\nname: Hot stones\npressure: [1, 3]\nuses: heat',
};
const RULES: Record<string, string> = {
  arthritis: 'when: arthritis, limits: [{ pressure: 3, basis: judgement }]',
  gout: 'when: gout, limits: [{ pressure: 3, basis: judgement }]',
  'unwell-today': 'when: unwell-today, limits: [{ decision: clear-first, basis: judgement }]',
  fever: 'when: fever, limits: [{ decision: not-today, basis: judgement }]',
  'hot-joint':
    'when: hot-joint, limits: [{ pressure: none, at: [{ of: hot-joint }], basis: judgement }]',
  rash: 'when: rash, limits: [{ pressure: none, at: [{ of: rash }], basis: judgement }]',
  dose: 'when: { fact: dose, atLeast: 10 }, limits: [{ pressure: 2, basis: judgement }]',
};

const files: SourceText[] = Object.entries(SUBJECTS).map(([path, text]) => {
  const id = path.slice(path.indexOf('/') + 1);
  const rule = RULES[id];
  const ask = text.includes('technique') ? '' : 'ask: { client: Is it so? }\n';
  const rules = rule ? `rules: [{ id: ${id}-rule, because: Made up for a test., ${rule} }]\n` : '';
  return { path: `${path}.yaml`, text: `${text}\nid: ${id}\nplain: Made up.\n${ask}${rules}` };
});
const body = readKnowledgeFiles(KNOWLEDGE_FOLDER).subjects.filter(
  ({ path }) => path === 'body.yaml',
);
const result = loadKnowledge([...body, ...files], 'a-release');
if (!result.ok)
  throw new Error(result.issues.map(({ file, message }) => `${file}: ${message}`).join('\n'));

export const engine = compileEngine(result.knowledge);
