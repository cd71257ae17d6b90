/** What to do, and what to watch for, in the 48 hours after a session. Said to the client. */
import type { Citation } from '@assuage/knowledge';
import type { Engine, Envelope } from '@assuage/safety';
import type { Advice } from './plan.ts';

const judgement = (text: string): Advice => ({ text, basis: 'judgement', sources: [] });
const cited = (text: string, ...sources: Citation[]): Advice => ({ text, basis: 'cited', sources });

/** Water is left out on purpose: that it washes toxins out after a massage is not supported. */
const AFTERCARE: readonly Advice[] = [
  judgement('Sit for a moment before you stand up.'),
  judgement('You may feel a little sore or tired for a day or two. Rest if you need to.'),
  judgement(
    'Keep taking your medicines and doing your exercises. Massage does not take their place.',
  ),
  judgement('Note how you feel over the next 2 days, and tell us next time.'),
];

const WATCH_FOR: readonly Advice[] = [
  cited(
    'Call an emergency number for chest pain, or sudden trouble breathing.',
    {
      source: 'axahealth-co-pulmonary-embolism-nhs-factsheet',
      locator: 'symptoms',
      says: 'Sudden breathlessness and chest pain on breathing in can be a clot in the lung.',
    },
    {
      source: 'takhinatherapeutics-contraindications-massage-therapy-working',
      locator: 'emergencies',
      says: 'Heart attack is on the list of emergencies.',
    },
  ),
  cited('Call an emergency number if your face drops, an arm is weak or your speech is slurred.', {
    source: 'bartonfamilypractice-nhs-when-stroke-strikes-act',
    locator: 'the signs',
    says: 'Any one of face, arm or speech signs is a reason to call at once.',
  }),
  cited('Get medical help as soon as you can if only one leg is swollen, hot or sore.', {
    source: '1stchoicepharmacy-co-dvt-deep-vein-thrombosis',
    locator: 'when to get help',
    says: 'Medical help as soon as possible for a suspected blood clot in a leg or arm.',
  }),
  cited(
    'See a doctor if new big bruises appear or spread, or if you are far more tired than usual.',
    {
      source: 'consultant360-hemolytic-anemia-due-hematoma',
      locator: 'case report',
      says: 'A man with few platelets bled into his tissues after deep massage and needed hospital care.',
    },
  ),
  cited('See a doctor if your temperature is 38.3 °C (101 °F) or more.', {
    source: 'takhinatherapeutics-contraindications-massage-therapy-working',
    locator: 'fever',
    says: 'Names 38.3 °C as a fever that needs medical attention.',
  }),
  judgement(
    'If a medicine weakens your defences, call your care team about any sign of infection, even a mild one.',
  ),
  judgement('Tell us if your pain is worse, or if something new hurts.'),
];

/** A `care` limit is about the time after when it says so. */
const ABOUT_AFTERWARDS = /\b(after|afterwards|sit up|stand up|get up|at home|next day|48 hours)\b/i;

export interface Aftercare {
  readonly aftercare: readonly Advice[];
  readonly watchFor: readonly Advice[];
}

/** General advice, and what the limits in force say about the time after the session. */
export function aftercareFor(engine: Engine, envelope: Envelope): Aftercare {
  const own = envelope.limits.flatMap(({ compiled: { limit } }): Advice[] =>
    'care' in limit && ABOUT_AFTERWARDS.test(limit.care)
      ? [{ text: limit.care, basis: limit.basis, sources: limit.sources }]
      : [],
  );
  const unique = [...new Map(own.map((advice) => [advice.text, advice])).values()];
  return {
    aftercare: [...AFTERCARE, ...unique],
    watchFor: WATCH_FOR.map((advice) => inRelease(engine, advice)),
  };
}

/** A release that does not hold the source cannot show it, so there the advice is our judgement. */
function inRelease(engine: Engine, advice: Advice): Advice {
  const sources = advice.sources.filter(({ source }) =>
    engine.knowledge.sources.some(({ id }) => id === source),
  );
  return sources.length > 0 ? { ...advice, sources } : judgement(advice.text);
}
