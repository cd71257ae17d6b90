export { type Deduped, type Duplicate, dedupe, type KnownPaper } from './import/dedupe.ts';
export type { Paper, Unreadable } from './import/paper.ts';
export { type PaperFormat, type ReadFile, readPapers } from './import/read.ts';
export type { Certainty, Downgrade, GradedFinding } from './library/certainty.ts';
export {
  type Candidate,
  type Hindrance,
  type PoolableGroup,
  poolable,
} from './library/poolable.ts';
export {
  createShelf,
  type EvidenceState,
  type Freshness,
  isReview,
  type Shelf,
  type WhatIsKnown,
} from './library/shelf.ts';
export type { Answer } from './pooling/answer.ts';
export {
  type Asymmetry,
  type AsymmetryForm,
  asymmetry,
  type RankCorrelation,
  rankCorrelation,
} from './pooling/bias.ts';
export {
  sdFromInterval,
  sdFromP,
  sdFromSe,
  shareOfControl,
  shareOfTable,
} from './pooling/convert.ts';
export {
  type CumulativeStep,
  cumulative,
  type Influence,
  influence,
  leaveOneOut,
  type Shrunken,
  shrunken,
} from './pooling/diagnostics.ts';
export { type Display, displayFor } from './pooling/display.ts';
export type { Effect } from './pooling/effect.ts';
export {
  type Arm,
  type ChangeMeasure,
  type CorrelationMeasure,
  fromCorrelation,
  fromMeans,
  fromPaired,
  fromTable,
  type MeansMeasure,
  type Paired,
  smdUnbiased,
  type Table,
  type TableMeasure,
} from './pooling/effect-size.ts';
export {
  addSums,
  FEWEST_PEOPLE,
  type FederatedFit,
  federatedReml,
  oneShot,
  type SiteSummary,
  type SiteSums,
  siteSummary,
  siteSums,
} from './pooling/federated.ts';
export {
  type Important,
  type ImportantRequest,
  isStandardised,
} from './pooling/important.ts';
export { type OtherColumns, otherColumns } from './pooling/input/columns.ts';
export { type Rows, rowsOf } from './pooling/input/rows.ts';
export {
  hasSites,
  type PooledSites,
  type PooledSitesOrWhy,
  poolSites,
  type Site,
  siteLine,
} from './pooling/input/sites.ts';
export {
  type ReadStudies,
  readStudies,
  type StudyTable,
  type TableIssue,
  type TableRequest,
} from './pooling/input/studies.ts';
export {
  type Interval,
  type PredictionConvention,
  predictionInterval,
  type SpreadInterval,
  spreadInterval,
} from './pooling/intervals.ts';
export { type MantelHaenszel, mantelHaenszel } from './pooling/mantel-haenszel.ts';
export {
  type Coefficient,
  type Fit,
  type Heterogeneity,
  type Model,
  type Moderator,
  pool,
  RECOMMENDED,
  type Test,
} from './pooling/model.ts';
export { type ForestLayout, forestPlot } from './pooling/plots/forest.ts';
export { funnelPlot } from './pooling/plots/funnel.ts';
export { forestTable, funnelTable, type PlotTable } from './pooling/plots/table.ts';
export {
  type PooledTable,
  type PooledTableOrWhy,
  type PoolingIssue,
  type PoolingRequest,
  poolTable,
} from './pooling/pool-table.ts';
export { armFromQuartiles, type Quartiles } from './pooling/quartiles.ts';
export { type Report, type ReportRequest, report } from './pooling/report.ts';
export { poolingJson } from './pooling/results-json.ts';
export { type RobustCoefficient, type RobustForm, robust } from './pooling/robust.ts';
export { MEASURES, type Measure, type Scale, scaleOf } from './pooling/scale.ts';
export type { Section } from './pooling/sections.ts';
export type { Better, Label, Study } from './pooling/study.ts';
export { type Subgroups, subgroupModel, subgroups } from './pooling/subgroups.ts';
export { digits, rangeOf } from './pooling/summary.ts';
export { METHODS, type Method } from './pooling/tau2.ts';
export { type Levels, type ThreeLevelFit, threeLevel } from './pooling/three-level.ts';
export { type Counter, type TrimAndFill, trimAndFill } from './pooling/trim-and-fill.ts';
export { DECISION_COLUMNS, nameOfPaper, readDecisions } from './screening/decisions.ts';
export {
  type NumberProblem,
  numberProblems,
  type ReadEffect,
  type ReadEvents,
  type ReadMeans,
  type ReadNumbers,
} from './screening/extraction.ts';
export {
  AGREED,
  type Agreement,
  agreementOf,
  type Flow,
  flowOf,
  type ScreeningDecision,
  type Stage,
  type Standing,
  standingOf,
} from './screening/screening.ts';
