/** What readers decided, as a file. Pure. */
import { DECISION_COLUMNS } from '@assuage/evidence';
import type { Review } from '../../state/review.ts';
import { csvText } from './csv.ts';
import { BOXES, type Box, numberIn } from './typed-numbers.ts';

const ALL_BOXES: readonly Box[] = [...new Set(Object.values(BOXES).flat())];

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

/** A row for each outcome that a reader wrote down: the newest of each reader, with where it stands. */
export const numbersCsv = ({ candidates }: Review): string =>
  csvText([
    [
      'paper',
      'title',
      'reader',
      'at',
      'outcome',
      'against',
      'cohort',
      'where',
      'as',
      'measure',
    ].concat(ALL_BOXES, 'note'),
    ...candidates.flatMap(({ name, paper, extractions }) =>
      extractions.map(({ by, at, body }) => [
        name,
        paper.title,
        by,
        at,
        body.outcome,
        body.against,
        body.cohort,
        body.where,
        body.numbers.as,
        body.numbers.as === 'effect' ? body.numbers.measure : '',
        ...ALL_BOXES.map((box) => numberIn(body.numbers, box) ?? ''),
        body.note ?? '',
      ]),
    ),
  ]);
