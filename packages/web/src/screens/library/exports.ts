/** What readers decided, as a file. Pure. */
import { DECISION_COLUMNS } from '@assuage/evidence';
import type { Review } from '../../state/review.ts';
import { csvText } from './csv.ts';

/** A row for each word: the columns that "assuage evidence" reads, and who, when and which paper. */
export const decisionsCsv = ({ candidates }: Review): string =>
  csvText([
    [...DECISION_COLUMNS, 'said', 'at', 'title', 'year', 'pmid', 'doi'],
    ...candidates.flatMap(({ name, paper, words }) =>
      words.map(({ by, at, body }) => [
        name,
        body.agreed === true ? 'agreed' : by,
        body.stage,
        body.decision === 'out' ? 'out' : 'in',
        body.reason ?? '',
        body.decision,
        at,
        paper.title,
        paper.year ?? '',
        paper.pmid ?? '',
        paper.doi ?? '',
      ]),
    ),
  ]);
