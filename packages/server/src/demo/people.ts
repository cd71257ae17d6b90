/** The clients of the demo practice. Everyone here is invented; each shows one worked example. */

import type { Goal, PlaceId, Position } from '@assuage/knowledge';
import type { BodyOf } from '@assuage/record';

/** A fact that is a yes: where, or how much, where the fact asks that. */
export interface Yes {
  readonly fact: string;
  readonly places?: readonly PlaceId[];
  readonly value?: number;
}
export interface CheckInToday {
  readonly yes: readonly Yes[];
  readonly pain: BodyOf<'check-in'>['pain'];
  readonly painNow: number;
  readonly wish: string;
  readonly wishes: readonly string[];
}
export interface EarlierSession {
  readonly daysAgo: number;
  readonly painBefore: number;
  readonly painAfter: number;
  readonly pressure: number;
  readonly work: readonly { places: readonly PlaceId[]; technique: string; minutes: number }[];
  readonly note: string;
}
export interface Person {
  readonly name: string;
  readonly born: string;
  readonly pronouns: string;
  /** When the intake was done. */
  readonly cameDaysAgo: number;
  /** When today's appointment starts. */
  readonly at: string;
  readonly minutes: number;
  /** Conditions, medicines and lasting findings that are a yes. Everything else that was asked is a no. */
  readonly yes: readonly Yes[];
  /** Facts that nobody has asked about yet. */
  readonly notAsked: readonly string[];
  readonly goals: readonly Goal[];
  readonly positions: readonly Position[];
  readonly consents?: readonly PlaceId[];
  readonly avoid?: readonly PlaceId[];
  /** Left out: not checked in yet. */
  readonly checkIn?: CheckInToday;
  readonly sessions: readonly EarlierSession[];
  /** When somebody who has been through a within-person test came first; the intake was renewed since. */
  readonly testedSinceDaysAgo?: number;
}

const ANY_POSITION: readonly Position[] = [
  'prone',
  'supine',
  'side-lying',
  'semi-reclined',
  'seated',
];

export const PEOPLE: readonly Person[] = [
  {
    name: 'Ana Silva',
    born: '1968-04-12',
    pronouns: 'she/her',
    cameDaysAgo: 45,
    at: '09:00',
    minutes: 60,
    yes: [{ fact: 'rheumatoid-arthritis' }, { fact: 'methotrexate' }],
    notAsked: ['joint-out-of-step'],
    goals: ['pain', 'stiffness'],
    positions: ['supine', 'side-lying', 'semi-reclined', 'seated'],
    checkIn: {
      yes: [{ fact: 'hot-joint', places: ['wrist-right'] }],
      pain: [
        { place: 'wrist-right', level: 3 },
        { place: 'shoulder-back-left', level: 1 },
      ],
      painNow: 5,
      wish: 'My shoulders, please. My right wrist is hot and puffy today.',
      wishes: ['warm-pack'],
    },
    sessions: [
      {
        daysAgo: 28,
        painBefore: 6,
        painAfter: 4,
        pressure: 2,
        work: [
          { places: ['upper-back'], technique: 'effleurage', minutes: 20 },
          { places: ['shoulder-right', 'shoulder-left'], technique: 'petrissage', minutes: 15 },
        ],
        note: 'Shoulders eased. Hands left alone.',
      },
      {
        daysAgo: 14,
        painBefore: 5,
        painAfter: 4,
        pressure: 2,
        work: [
          { places: ['upper-back'], technique: 'effleurage', minutes: 25 },
          { places: ['hand-right', 'hand-left'], technique: 'effleurage', minutes: 10 },
        ],
        note: 'Slept well after last time. Hands liked slow, light work.',
      },
    ],
  },
  {
    name: 'Ben Ortiz',
    born: '1957-11-30',
    pronouns: 'he/him',
    cameDaysAgo: 45,
    at: '10:15',
    minutes: 60,
    yes: [{ fact: 'rheumatoid-arthritis' }, { fact: 'tnf-inhibitors' }],
    notAsked: ['neck-unchecked'],
    goals: ['stiffness', 'range-of-motion'],
    positions: ANY_POSITION,
    sessions: [],
  },
  {
    name: 'Clare Okoye',
    born: '1984-02-03',
    pronouns: 'she/her',
    cameDaysAgo: 45,
    at: '11:30',
    minutes: 60,
    yes: [{ fact: 'multiple-sclerosis' }],
    notAsked: ['cold-worsens-spasm'],
    goals: ['fatigue', 'stress'],
    positions: ['supine', 'side-lying', 'semi-reclined'],
    checkIn: {
      yes: [],
      pain: [
        { place: 'calf-right', level: 1 },
        { place: 'calf-left', level: 1 },
      ],
      painNow: 3,
      wish: 'The heated table, if I may: I was cold all week.',
      wishes: ['heated-table'],
    },
    sessions: [
      {
        daysAgo: 35,
        painBefore: 4,
        painAfter: 3,
        pressure: 2,
        work: [{ places: ['calf-right', 'calf-left'], technique: 'effleurage', minutes: 25 }],
        note: 'Calves less tight. Room kept cool.',
      },
      {
        daysAgo: 7,
        painBefore: 3,
        painAfter: 2,
        pressure: 2,
        work: [{ places: ['whole-back'], technique: 'effleurage', minutes: 30 }],
        note: 'Less tired the day after.',
      },
    ],
  },
  {
    name: 'Dev Patel',
    born: '1949-07-19',
    pronouns: 'he/him',
    cameDaysAgo: 45,
    at: '12:45',
    minutes: 45,
    yes: [{ fact: 'osteoarthritis' }, { fact: 'fentanyl-patch', places: ['upper-arm-front-left'] }],
    notAsked: [],
    goals: ['pain'],
    positions: ['side-lying', 'semi-reclined', 'seated'],
    checkIn: {
      yes: [],
      pain: [{ place: 'lower-back', level: 2 }],
      painNow: 6,
      wish: 'Warm stones on my back would be lovely.',
      wishes: ['hot-stone'],
    },
    sessions: [],
  },
  {
    name: 'Elin Berg',
    born: '1991-01-25',
    pronouns: 'she/her',
    cameDaysAgo: 45,
    at: '14:00',
    minutes: 60,
    yes: [{ fact: 'ulcerative-colitis' }],
    notAsked: [],
    goals: ['stress', 'sleep'],
    positions: ANY_POSITION,
    checkIn: {
      yes: [{ fact: 'one-leg-swollen' }],
      pain: [{ place: 'calf-left', level: 2 }],
      painNow: 4,
      wish: 'My left calf is sore since the long flight. Could you rub it out?',
      wishes: [],
    },
    sessions: [],
  },
  {
    name: 'Grace Mensah',
    born: '1979-09-08',
    pronouns: 'she/her',
    cameDaysAgo: 10,
    at: '15:15',
    minutes: 60,
    yes: [
      { fact: 'lupus' },
      { fact: 'corticosteroids' },
      { fact: 'steroid-dose-mg', value: 10 },
      { fact: 'steroid-weeks', value: 52 },
      { fact: 'bruises-easily' },
    ],
    notAsked: ['lupus-care-team-not-asked'],
    goals: ['pain', 'fatigue'],
    positions: ANY_POSITION,
    checkIn: {
      yes: [{ fact: 'new-bruises', places: ['forearm-front-left', 'shin-right'] }],
      pain: [{ place: 'knee-right', level: 1 }],
      painNow: 3,
      wish: 'New bruises on my arm and shin. I do not remember bumping them.',
      wishes: [],
    },
    sessions: [],
  },
  {
    name: 'Hana Sato',
    born: '1988-06-14',
    pronouns: 'she/they',
    cameDaysAgo: 3,
    at: '16:30',
    minutes: 60,
    yes: [
      { fact: 'fibromyalgia' },
      { fact: 'first-fibromyalgia-visits' },
      { fact: 'pressure-history-unknown' },
    ],
    notAsked: [],
    goals: ['pain', 'sleep'],
    positions: ANY_POSITION,
    sessions: [],
  },
  {
    name: 'Ivo Novak',
    born: '1995-12-02',
    pronouns: 'he/him',
    cameDaysAgo: 45,
    at: '17:45',
    minutes: 45,
    yes: [{ fact: 'crohns-disease' }],
    notAsked: [],
    goals: ['stress', 'pain'],
    positions: ['side-lying', 'semi-reclined', 'seated'],
    avoid: ['foot-right', 'foot-left'],
    checkIn: {
      yes: [{ fact: 'flare-today' }],
      pain: [{ place: 'abdomen', level: 2 }],
      painNow: 5,
      wish: 'Would a tummy massage help? It has been a bad week.',
      wishes: ['abdominal-massage'],
    },
    sessions: [],
    testedSinceDaysAgo: 80,
  },
  {
    name: 'Jonas Weber',
    born: '1972-03-27',
    pronouns: 'he/him',
    cameDaysAgo: 45,
    at: '18:45',
    minutes: 45,
    yes: [{ fact: 'insulin' }],
    notAsked: [],
    goals: ['stress', 'stiffness'],
    positions: ANY_POSITION,
    checkIn: {
      yes: [
        { fact: 'insulin-site', places: ['thigh-front-right'] },
        { fact: 'hours-since-insulin', value: 0.5 },
      ],
      pain: [{ place: 'thigh-back-right', level: 1 }],
      painNow: 2,
      wish: 'Tight legs after the weekend walk.',
      wishes: ['sports-massage'],
    },
    sessions: [],
  },
  {
    name: 'Kim Larsen',
    born: '1996-08-21',
    pronouns: 'they/them',
    cameDaysAgo: 45,
    at: '19:30',
    minutes: 60,
    yes: [],
    notAsked: [],
    goals: ['pain', 'stress'],
    positions: ANY_POSITION,
    consents: ['buttock-right', 'buttock-left'],
    checkIn: {
      yes: [],
      pain: [{ place: 'whole-back', level: 1 }],
      painNow: 3,
      wish: 'Just a tired back from the desk.',
      wishes: ['swedish'],
    },
    // Twice a week, often enough for a pattern.
    sessions: [6, 5, 6, 7, 5, 5, 4, 5, 4, 3, 4, 3, 3].map((painBefore, i) => ({
      daysAgo: 3 * (13 - i),
      painBefore,
      painAfter: painBefore - 2,
      pressure: 3,
      work: [
        { places: ['whole-back'], technique: 'swedish', minutes: 40 },
        { places: ['neck'], technique: 'petrissage', minutes: 10 },
      ],
      note: 'Tired back from desk work. Eased.',
    })),
  },
];
