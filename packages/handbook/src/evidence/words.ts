/** What the data of studies is called for people, and numbers as sentences. */
import type { Certainty, EvidenceState, Freshness, Hindrance } from '@assuage/evidence';
import type { Claim, Evidence, Outcome, Study, StudyEffect } from '@assuage/knowledge';

export const VERDICT_WORDS: Readonly<Record<Claim['verdict'], string>> = {
  supported: 'Supported',
  weak: 'Weak support',
  mixed: 'Mixed',
  'not-supported': 'Not supported',
  contradicted: 'Contradicted',
};

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  'very-low': 'very low',
  low: 'low',
  moderate: 'moderate',
  high: 'high',
};

export const DESIGN_WORDS: Readonly<Record<Study['design'], string>> = {
  'randomised-trial': 'Randomised trial',
  'pilot-randomised-trial': 'Small first randomised trial',
  crossover: 'Crossover trial: the same people had both',
  'controlled-trial': 'Trial with a comparison; chance allocation not stated',
  'before-after': 'Before and after, without comparison',
  'case-report': 'One case',
  observational: 'Observation',
  mechanistic: 'Study of a mechanism',
  'meta-analysis': 'Published pooling of studies (meta-analysis)',
  'systematic-review': 'Systematic review',
  'evidence-map': 'Map of reviews',
  'narrative-review': 'Review without a system',
  guideline: 'Guideline',
  unknown: 'Design not read',
};

export const COMPARATOR_WORDS: Readonly<Record<Study['comparator']['class'], string>> = {
  'no-treatment': 'no treatment',
  waitlist: 'a waiting list',
  'usual-care': 'usual care',
  education: 'advice or a book',
  rest: 'rest',
  attention: 'the same attention without massage',
  'light-touch': 'light touch',
  'sham-device': 'a pretend device',
  relaxation: 'relaxation',
  exercise: 'exercise',
  medicine: 'a medicine',
  'other-massage': 'another kind of massage',
  mixed: 'different things together',
  'not-described': 'something that was not described',
  none: 'nothing: there was no comparison',
};

export const SHOWS_WORDS: Readonly<Record<Outcome['shows'], string>> = {
  'favours-massage': 'In favour of massage',
  'no-difference': 'No difference was found',
  'favours-control': 'In favour of what it was compared with',
  'favours-one-kind': 'One kind of massage did better than the other',
  'within-group': 'A change in one group; nothing was compared',
  mixed: 'Mixed',
  unclear: 'Unclear',
  harm: 'A sign of harm',
  'no-trials': 'No trial was found',
  mechanism: 'A mechanism; it says nothing about what people feel',
  'not-about-massage': 'Not about massage by itself',
};

export const SAYS_WORDS: Readonly<Record<Evidence['findings'][number]['says'], string>> = {
  helps: 'It helps',
  'no-difference': 'No difference was found',
  unclear: 'Unclear',
  'other-better': 'The other did better',
};

export const DOMAIN_WORDS: Readonly<
  Record<Evidence['findings'][number]['down'][number]['for'], string>
> = {
  'risk-of-bias': 'risk of bias',
  inconsistency: 'studies that disagree',
  indirectness: 'other people or another treatment',
  imprecision: 'too few people',
  'publication-bias': 'studies that may be missing',
};

export const HINDRANCE_WORDS: Readonly<Record<Hindrance, string>> = {
  'is-a-review': 'it reports on other studies',
  'no-comparison': 'it compared with nobody',
  paired: 'the same people were in both arms',
  'same-people': 'another paper about the same people counts already',
  'no-numbers':
    'what was read of it has no difference with an interval, and no means with their spread',
};

export const STATE_WORDS: Readonly<Record<EvidenceState, string>> = {
  studied: 'Massage was studied with this.',
  'no-evidence':
    'No evidence: no study of massage with this was found. That is not the same as no effect.',
  'not-looked-at':
    'Not looked at: nobody has searched for studies of massage with this for Assuage, so nothing can be concluded.',
};

const EFFECT_WORDS: Readonly<Record<StudyEffect['kind'], string>> = {
  'mean-difference': 'Difference of the means',
  'difference-of-change': 'Difference of the changes',
  'standardised-mean-difference': 'Difference in standard deviations',
  'hedges-g': 'Difference in standard deviations (g)',
  'cohens-d': 'Difference in standard deviations (d)',
  'risk-ratio': 'Ratio of the risks',
  'change-in-one-group': 'Change in the massage group only',
  'standardised-change-in-one-group': 'Change in one group, in standard deviations',
  'percent-change-in-one-group': 'Change in one group, in percent',
  t: 't',
  test: 'A test without its size',
  'not-said': 'An effect whose scale is not said',
};

/** As the beginning of a line. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const numberWords = (number: number): string => `${number}`.replace('-', '−');

/** "Difference of the means: −8.16 (95% interval −13.5 to −2.81). Lower is better." */
export function effectWords(effect: StudyEffect): string {
  const { kind, value, range, low, high, p, iSquared, better, disagree } = effect;
  const size = value ?? range;
  const shown =
    size === undefined
      ? ''
      : `: ${typeof size === 'number' ? numberWords(size) : size.map(numberWords).join(' to ')}`;
  const interval =
    low === undefined || high === undefined
      ? ''
      : ` (95% interval ${numberWords(low)} to ${numberWords(high)})`;
  const sentences = [
    `${EFFECT_WORDS[kind]}${shown}${interval}`,
    p === undefined ? '' : typeof p === 'number' ? `p ${p}` : p.replace(/^([<>]=?)/, 'p $1 '),
    iSquared === undefined ? '' : `I² ${iSquared}%`,
    better === undefined ? '' : `${better === 'lower' ? 'A lower' : 'A higher'} number is better`,
    disagree?.replace(/\.$/, '') ?? '',
  ].filter((sentence) => sentence !== '');
  return `${sentences.join('. ')}.`;
}

/** "Massage 1.8 (from 4.8); compared 2.9 (from 3.7)", or nothing where no means were read. */
export function armWords({ massage, control }: Outcome): string | undefined {
  const arms = [
    ['Massage', massage],
    ['compared', control],
  ] as const;
  const shown = arms.flatMap(([name, arm]) => {
    if (arm?.mean === undefined) return [];
    const { n, mean, sd, se, low, high, baseline } = arm;
    const about = [
      baseline === undefined ? '' : `from ${numberWords(baseline)}`,
      low === undefined || high === undefined
        ? ''
        : `95% interval ${numberWords(low)} to ${numberWords(high)}`,
      sd === undefined ? '' : `standard deviation ${sd}`,
      se === undefined ? '' : `standard error ${se}`,
      n === undefined ? '' : `${n} people`,
    ].filter((text) => text !== '');
    return [`${name} ${numberWords(mean)}${about.length === 0 ? '' : ` (${about.join(', ')})`}`];
  });
  return shown.length === 0 ? undefined : `${shown.join('; ')}.`;
}

/** "60 minutes, 1 a week, 8 weeks, 8 sessions (worked out: sessions)" */
export function doseWords(dose: NonNullable<Study['dose']>): string {
  const { minutes, perWeek, weeks, sessions, workedOut, said } = dose;
  const parts = [
    minutes === undefined ? '' : `${minutes} minutes`,
    perWeek === undefined ? '' : `${perWeek} a week`,
    weeks === undefined ? '' : `${weeks} weeks`,
    sessions === undefined ? '' : `${sessions} ${sessions === 1 ? 'session' : 'sessions'}`,
  ].filter((part) => part !== '');
  const OWN = { minutes: 'minutes', perWeek: 'times a week', weeks: 'weeks', sessions: 'sessions' };
  const ours = workedOut.map((key) => OWN[key]).join(' and ');
  const numbers = `${parts.join(', ')}${ours === '' ? '' : ` (our arithmetic: ${ours})`}`;
  return [numbers, said === undefined ? '' : `the source says: ${said}`]
    .filter((part) => part !== '')
    .join('; ');
}

/**
 * After so many years a search is called old. Our judgement: no source that was read gives a number for massage.
 */
const OLD_AFTER_YEARS = 5;

/**
 * How old what is known is. Where nobody wrote down when it was searched, that is said.
 * @param today `YYYY-MM-DD`; left out where pages are written once and read for years
 */
export function freshnessWords({ searched, newest }: Freshness, today?: string): string {
  const search =
    searched === undefined
      ? 'When this was last searched is not on record'
      : `Last searched up to ${monthWords(searched.until)}`;
  return `${search}; ${newest === undefined ? 'no paper here' : `the newest paper here is of ${newest}`}.${isOld(searched?.until, today) ? ` That search is more than ${OLD_AFTER_YEARS} years old: there may be newer studies.` : ''}`;
}

/** @param until a year, a month or a day; the end of what it names counts */
function isOld(until: string | undefined, today: string | undefined): boolean {
  if (until === undefined || today === undefined) return false;
  const later = String(Number(until.slice(0, 4)) + OLD_AFTER_YEARS) + until.slice(4);
  return today.slice(0, later.length) > later;
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
function monthWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}
