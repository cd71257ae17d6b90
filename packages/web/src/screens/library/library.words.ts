/** What the pages of a practice's own review of papers say. Therapists read them. */

const papers = (count: number) => (count === 1 ? '1 paper' : `${count} papers`);

export const libraryTexts = {
  title: 'Our review of papers',
  what: 'Bring the papers that a search found, say which ones count and why, and write down their numbers. Two people who each decide alone are safer than one.',
  failed: 'We could not show the review of papers.',
  lastSearched: (date: string) => `Last searched: ${date}.`,
  neverSearched: 'Nothing has been searched yet. Start by bringing a file from PubMed.',
  papers,

  importTitle: 'Bring papers',
  importErrors: 'The papers were not added',
  where: 'Where you searched',
  query: 'The words you searched for',
  queryHint: 'As you typed them, so that somebody can search again.',
  searchedOn: 'Date of the search',
  file: 'The file',
  fileHint:
    'In PubMed: Save, then format PubMed (nbib) or XML. RIS and BibTeX work, too. The file is read on this device.',
  reading: 'Reading the file…',
  read: (fresh: number, duplicates: number, inKnowledge: number, unreadable: number) =>
    `${papers(fresh)} new, ${duplicates} found before (${inKnowledge} of them in the built-in knowledge), ${unreadable} cannot be read.`,
  unreadable: 'What cannot be read',
  line: (line: number, why: string) => `Line ${line}: ${why}`,
  nothingNew: 'Keep the date of this search',
  add: (count: number) => `Add ${papers(count)}`,
  added: (count: number) => `${papers(count)} added.`,
  noFile: 'Choose the file first',
  noDate: 'The date of the search is a day, a month and a year',
  tooMany: (most: number) => `More than ${most} papers: save the search in parts, by year`,
  searches: 'Searches so far',
  search: (date: string, where: string, by: string, count: number) =>
    `${date}, ${where}, by ${by}: ${papers(count)}`,

  counts: 'Counts',
  countsCaption: 'As in a PRISMA flow',
  countRows: {
    identified: 'Found',
    duplicates: 'Found before, left out unread',
    screened: 'Titles to judge',
    outByTitle: 'Left out by title',
    openTitle: 'Titles still open',
    disputedTitle: 'Titles on which readers disagree',
    assessed: 'To be read in full',
    outByFullText: 'Left out after reading',
    openFullText: 'Full texts still open',
    disputedFullText: 'Full texts on which readers disagree',
    included: 'Taken up',
  },
  outFor: (reason: string) => `Left out after reading: ${reason}`,
  agreement: 'How well two readers agree',
  agreementIs: (first: string, second: string, both: number, same: number) =>
    `${first} and ${second} both decided ${both} times, and ${same} times alike.`,
  kappa: (kappa: string) =>
    `Beyond chance: kappa ${kappa}. 1 is always alike, 0 is no better than chance. "Perhaps" counts as a yes.`,
  noKappa: 'Kappa cannot be worked out: there are too few decisions, or all are the same.',
  oneReader: 'Nobody has read as a second reader yet.',
  waiting: (count: number) =>
    count === 1
      ? '1 paper waits for your own decision. What somebody else said is shown after it.'
      : `${papers(count)} wait for your own decision. What somebody else said is shown after it.`,

  candidates: 'Papers',
  show: 'Show',
  filters: {
    mine: 'For me to judge',
    disputed: 'Readers disagree',
    in: 'Taken up',
    out: 'Left out',
    all: 'All',
  },
  shown: (shown: number, all: number) => `${shown} of ${papers(all)} shown.`,
  more: 'Show more',
  noneHere: {
    mine: 'Nothing is left for you to judge.',
    disputed: 'Readers disagree on no paper.',
    in: 'No paper is taken up yet.',
    out: 'No paper is left out.',
    all: 'No papers yet. Bring a file from PubMed above.',
  },
  abstract: 'Abstract',
  noAbstract: 'The file has no abstract.',
  pubmed: 'Open in PubMed',
  doi: 'Open at the publisher',
  stages: { title: 'By title and abstract', 'full-text': 'After reading all of it' },
  judge: {
    title: 'Judge it by title and abstract.',
    'full-text': 'Judge it after reading all of it.',
  },
  decisions: { in: 'Take it up', maybe: 'Perhaps', out: 'Leave it out' },
  said: { in: 'take it up', maybe: 'perhaps', out: 'leave it out' },
  reason: 'Reason',
  reasonHint: {
    title: 'If you leave it out. May stay empty.',
    'full-text': 'Needed if you leave it out after reading.',
  },
  reasonNeeded: 'Say why it is left out',
  notSaved: 'Your decision was not saved',
  saved: (title: string, decision: string) => `Saved: ${decision}. "${title}"`,
  secondNeeded: 'Another reader has decided. You see what after you decide.',
  waitsForOther: 'You have decided. A second reader may decide, too.',
  disputed: 'Readers disagree. Talk about it, then settle it here.',
  settle: { in: 'Settle: take it up', out: 'Settle: leave it out' },
  wordOf: (by: string, date: string, said: string, reason: string | undefined) =>
    `${by}, ${date}: ${said}${reason === undefined ? '' : ` (${reason})`}`,
  agreedOf: (by: string, date: string, said: string, reason: string | undefined) =>
    `Settled by both, written by ${by}, ${date}: ${said}${reason === undefined ? '' : ` (${reason})`}`,
  change: 'Change my decision',
  numbers: (count: number) => (count === 0 ? 'Write down its numbers' : `Its numbers (${count})`),

  save: 'Keep a copy',
  saveDecisions: 'Save all decisions (CSV)',
  saveNumbers: 'Save all numbers (CSV)',
} as const;
