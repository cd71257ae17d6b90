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
/** Two outcome measures: a rating that may be shown, and a form of which only the total is entered. */
const measureFiles = [
  {
    path: 'measures/rating.yaml',
    text: `kind: measure
id: rating
name: A rating
use: form
asks: How it is.
domains: [pain]
direction: lower-is-better
responses: { ten: { from: 0, to: 10 } }
items: [{ id: rating, text: How is it? }]
missing: A blank stays a blank.
licence: { status: own-wording, says: Our own words. }`,
  },
  {
    path: 'measures/total-only.yaml',
    text: `kind: measure
id: total-only
name: A form
use: score-only
asks: How it is.
domains: [pain]
direction: lower-is-better
scales: [{ id: total, name: Total, range: [0, 30] }]
missing: Entered as it is.
licence: { status: unclear, says: Not read. }`,
  },
];
const result = loadKnowledge([...body, ...files, ...measureFiles], 'a-release');
if (!result.ok)
  throw new Error(result.issues.map(({ file, message }) => `${file}: ${message}`).join('\n'));

export const engine = compileEngine(result.knowledge);
export const { measures } = result.measures;
