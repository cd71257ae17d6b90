/**
 * Where a report answers the items of two guidelines: CENT 2015 (Vohra et al., BMJ 2015;350:h1738) for N-of-1 trials
 * and SCRIBE 2016 (Tate et al., J Clin Epidemiol 2016;73:142) for single cases. Topics are in our words.
 */

/** The parts of a report, or why an item has none. */
export type Answer =
  | 'title'
  | 'fixed'
  | 'design'
  | 'periods'
  | 'sessions'
  | 'changes'
  | 'method'
  | 'result'
  | 'secondary'
  | 'harms'
  | 'limits'
  /** This program has no field for it: whoever publishes the report writes it. */
  | 'not-known'
  | 'not-applicable';

export interface ReportItem {
  readonly guideline: 'CENT 2015' | 'SCRIBE 2016';
  /** As the guideline counts: `3a`. */
  readonly item: string;
  readonly topic: string;
  readonly answers: readonly Answer[];
}

type Row = readonly [item: string, topic: string, ...answers: Answer[]];

const CENT: readonly Row[] = [
  ['1a', 'the title says what it is', 'title'],
  ['1b', 'summary', 'result'],
  ['2a', 'background', 'not-known'],
  ['2b', 'question', 'fixed'],
  ['2c', 'why a test within one person', 'not-known'],
  ['3a', 'design, number and length of the periods', 'design'],
  ['3b', 'changes after the start', 'changes'],
  ['4a', 'the person: diagnosis, other conditions, other treatment', 'not-known'],
  ['4b', 'setting', 'not-known'],
  ['4c', 'research or care, ethics approval', 'not-known'],
  ['5', 'what was done in each kind of period', 'design', 'sessions', 'not-known'],
  ['6a', 'outcomes, how they were asked', 'fixed', 'secondary'],
  ['6b', 'changes of outcomes', 'changes'],
  ['7a', 'how its length was chosen', 'fixed'],
  ['7b', 'looks before the end, rules for stopping', 'method', 'changes'],
  ['8', 'how the order was drawn, of which orders, and the order', 'design', 'periods'],
  ['9', 'who knew the order beforehand', 'limits'],
  ['10', 'who drew it', 'design', 'not-known'],
  ['11', 'blinding', 'limits'],
  ['12', 'statistical methods, carry-over, days that hang together', 'method', 'limits'],
  ['13', 'periods completed and lost', 'periods', 'sessions'],
  ['14', 'dates, and why it ended', 'periods', 'changes'],
  ['15', 'the person at the start', 'not-known'],
  ['16', 'how much was analysed', 'periods'],
  ['17', 'estimates with their precision, for each period', 'result', 'periods'],
  ['18', 'further analyses', 'secondary'],
  ['19', 'harms', 'harms'],
  ['20', 'limitations', 'limits'],
  ['21', 'how far it holds for others', 'limits'],
  ['22', 'interpretation', 'result'],
  ['23', 'registration', 'not-known'],
  ['24', 'protocol', 'fixed'],
  ['25', 'funding', 'not-known'],
];

const SCRIBE: readonly Row[] = [
  ['1', 'the title says what it is', 'title'],
  ['2', 'summary', 'result'],
  ['3', 'background', 'not-known'],
  ['4', 'aims', 'fixed'],
  ['5', 'design, phases and their order', 'design', 'periods'],
  ['6', 'changes of procedure', 'changes'],
  ['7', 'replication', 'design'],
  ['8', 'randomisation', 'design'],
  ['9', 'blinding', 'limits'],
  ['10', 'how the person was chosen', 'not-known'],
  ['11', 'the person', 'not-known'],
  ['12', 'setting', 'not-known'],
  ['13', 'ethics', 'not-known'],
  ['14', 'measures', 'fixed'],
  ['15', 'equipment', 'not-applicable'],
  ['16', 'intervention', 'design', 'not-known'],
  ['17', 'whether the plan was kept', 'sessions', 'changes'],
  ['18', 'analyses', 'method'],
  ['19', 'the sequence that was completed', 'periods'],
  ['20', 'outcomes, with the raw data', 'periods', 'result'],
  ['21', 'adverse events', 'harms'],
  ['22', 'interpretation', 'result'],
  ['23', 'limitations', 'limits'],
  ['24', 'how far it holds for others', 'limits'],
  ['25', 'protocol', 'fixed'],
  ['26', 'funding', 'not-known'],
];

const itemsOf = (guideline: ReportItem['guideline'], rows: readonly Row[]): ReportItem[] =>
  rows.map(([item, topic, ...answers]) => ({ guideline, item, topic, answers }));

export const REPORT_ITEMS: readonly ReportItem[] = [
  ...itemsOf('CENT 2015', CENT),
  ...itemsOf('SCRIBE 2016', SCRIBE),
];
