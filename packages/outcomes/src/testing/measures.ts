/** The measures that ship, for tests. */
import { formatIssue, type Measure, type Measures } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';

export const shipped: Measures = (() => {
  const loaded = readKnowledge();
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded.measures;
})();

export function measureCalled(id: string): Measure {
  const measure = shipped.measures.find((one) => one.id === id);
  if (!measure) throw new Error(`there is no measure ${id}`);
  return measure;
}
