/** Until when a place asks for a record to be kept. Dates are texts, `2026-03-01`. */
import type { Jurisdiction, Settings } from './jurisdiction.ts';

const ADULT = 18;
const DAY_MS = 86_400_000;

export interface Kept {
  /** Null: not known, and then it may be the record of a minor. */
  readonly born: string | null;
  /** The last day on which anything was written or done. */
  readonly last: string;
}

export interface Retention {
  /** Under 18 on the last day; null: not known. */
  readonly wasMinor: boolean | null;
  /** The first day on which the record may be destroyed; null: nobody knows, so it is kept. */
  readonly destroyFrom: string | null;
  /** The rule in words, or why there is none. */
  readonly rule: string;
}

/**
 * A period ends with its last day, so a record may go on the day after. Where a rule for minors and one
 * for adults both hold, the longer counts. Where one that is needed is unknown, so is the answer.
 *
 * @param place undefined: the practice has not chosen one
 */
export function retentionOf(place: Jurisdiction | undefined, { born, last }: Kept): Retention {
  if (born === null)
    return { wasMinor: null, destroyFrom: null, rule: 'the date of birth is not known: keep' };
  const age = ageOn(born, last);
  const wasMinor = age < ADULT;
  if (!place)
    return { wasMinor, destroyFrom: null, rule: 'no place is chosen in the settings: keep' };
  const adults = place.settings['keep-adults'];
  const minors = place.settings['keep-minors'];
  const needed = wasMinor ? minors : adults;
  if (needed.confidence === 'unknown')
    return {
      wasMinor,
      destroyFrom: null,
      rule: `${place.name}: unknown for ${wasMinor ? 'minors' : 'adults'}: keep`,
    };
  const asAdult =
    adults.confidence === 'unknown' ? undefined : yearsAfter(last, adults.value.years);
  const asMinor =
    wasMinor && minors.confidence !== 'unknown' ? minorUntil(minors.value, born, age) : undefined;
  const until = [asAdult, asMinor].filter((date) => date !== undefined).sort();
  const sure = needed.confidence === 'read' ? '' : ', second-hand';
  return {
    wasMinor,
    destroyFrom: dayAfter(until.at(-1) ?? last),
    rule: `${place.name}: ${ruleText(place.settings, wasMinor)}${sure}`,
  };
}

type Minors = Extract<Settings['keep-minors'], { value: unknown }>['value'];

function minorUntil(rule: Minors, born: string, age: number): string {
  if ('years-from-18' in rule) return yearsAfter(yearsAfter(born, ADULT), rule['years-from-18']);
  const seenAt17 = age === ADULT - 1 ? rule['until-age-if-seen-at-17'] : undefined;
  return yearsAfter(born, seenAt17 ?? rule['until-age']);
}

function ruleText(settings: Settings, wasMinor: boolean): string {
  const adults = settings['keep-adults'];
  const minors = settings['keep-minors'];
  const after =
    adults.confidence === 'unknown' ? '' : `${adults.value.years} years from the last entry`;
  if (!wasMinor || minors.confidence === 'unknown') return after;
  const { value } = minors;
  const young =
    'years-from-18' in value
      ? `${value['years-from-18']} years from the 18th birthday`
      : `until the age of ${value['until-age']}${
          value['until-age-if-seen-at-17'] === undefined
            ? ''
            : ` (${value['until-age-if-seen-at-17']} if last seen at 17)`
        }`;
  return after === '' ? young : `${young}, or ${after} if that is longer`;
}

/** Whole years: one more on every birthday; somebody born on 29 February has it on 1 March in other years. */
function ageOn(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

/** The same day so many years later; from 29 February, 1 March in years without one. */
function yearsAfter(date: string, years: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, day)).toISOString().slice(0, 10);
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
