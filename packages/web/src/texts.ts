/**
 * Everything a client reads, in one catalogue: short words, short sentences, reading age 11 or below.
 * A test holds each text to that.
 */

/** The questions of every check-in, in order. */
export const checkInTexts = {
  ill: {
    question: 'Do you feel ill today?',
    hint: 'For example: hot, cold or shivery, being sick, a bad cough or a new infection. Say yes too for chest pain, trouble breathing or a new headache.',
    short: 'Feeling ill',
  },
  worse: {
    question: 'Is your illness worse than usual today?',
    hint: 'Some people call this a flare or a relapse.',
    short: 'Illness worse than usual',
    answers: { no: 'No', bit: 'A bit worse', lot: 'A lot worse' },
  },
  joint: {
    question: 'Is any joint hot, swollen or more sore than usual?',
    hint: 'It may look red. On brown or black skin it may look darker, or look the same.',
    short: 'Hot, swollen or sore joint',
  },
  jointWhere: {
    question: 'Which joints are hot, swollen or sore?',
    hint: 'Tap the body, or use the list.',
    clear: 'Clear all',
  },
  leg: {
    question: 'Is one leg swollen, hot or sore, when the other leg is not?',
    hint: 'It is most often the back of the lower leg.',
    short: 'One leg swollen, hot or sore',
  },
  news: {
    question: 'Is anything new since your last session?',
    short: 'New since your last session',
    nothing: 'Nothing new',
    tick: 'Or tick all that are new:',
    choices: {
      'new-numbness-or-weakness': 'New numb or weak areas',
      'new-sight-change': 'Changes in your sight',
      'recent-fall-or-injury': 'A fall or injury',
      'recent-operation': 'An operation',
      'new-medicine': 'A new medicine',
      'new-skin-problem': 'A rash, sore, cut or bruise',
      'pregnancy-possible': 'You are or might be pregnant',
    },
    error: 'Choose an answer',
    errorHelp: 'Tick what is new, or choose "Nothing new".',
  },
  pain: {
    question: 'How bad is your pain right now?',
    short: 'Pain right now',
    least: 'No pain',
    most: 'Worst you can think of',
  },
  painWhere: {
    question: 'Where does it hurt?',
    hint: 'Tap the body, or use the list.',
    lastTime: 'The broken line shows last time.',
    short: 'Where it hurts',
    same: 'Same as last time',
    nothing: 'Nothing hurts',
  },
  check: {
    question: 'Check your answers',
    wish: 'Anything you want done, or not done, today?',
    wishHint: 'You can use the microphone on your keyboard.',
    change: 'Change',
    send: 'Send answers',
  },
} as const;

export const checkInWords = {
  of: (name: string) => `Check-in for ${name}`,
  back: 'Back',
  goOn: 'Continue',
  places: (count: number) =>
    count === 1 ? 'Continue with 1 place' : `Continue with ${count} places`,
  noPlaces: 'I cannot say where',
  notSure: 'Not sure',
  notAnswered: 'Not answered',
  notSaid: 'Not said where',
  saved: 'Your answers are kept on this device.',
  sending: 'Sending your answers.',
  title: 'Check-in',
  late: 'Getting the latest.',
  missing: 'This page is not here',
  missingHelp: 'The link may be old. Your therapist can help.',
  more: 'A few more questions, because of your answers.',
  number: (unit: string) => `Number of ${unit}`,
  numberError: (min: number, max: number) => `Use a number from ${min} to ${max}.`,
} as const;

export const checkInErrors = {
  notOpened: 'We could not open this page.',
  keptSoFar: 'What you have told us so far is still on this device.',
  notSent: 'We could not send your answers.',
  kept: 'They are still on this device.',
  tryAgain: 'Try again',
  tellTherapist: 'If this goes on, tell your therapist.',
} as const;

export const urgentTexts = {
  title: 'Get medical help now',
  why: 'One of your answers can mean that you need help at once.',
  call: 'Call now:',
  or: 'Or go to a hospital emergency room.',
  noMassage: 'Please do not have a massage today.',
  send: 'Send my answers now',
  goOn: 'Go on with the questions',
  change: 'Change my answer',
} as const;

export const sentTexts = {
  title: 'Your answers are sent',
  next: 'Your therapist sees them at once.',
  tell: 'Tell your therapist at any time if something feels wrong.',
  later: 'If you get worse before your session, check in again.',
  plan: 'See what today will be like',
  print: 'Print or save',
  again: 'Check in again',
  therapist: 'For your therapist: the session plan',
  none: 'There are no answers from today yet.',
  start: 'Check in',
  progress: 'See how your pain has been',
} as const;

export const progressTexts = {
  title: 'How it is going',
  pain: 'Your pain before each session',
  lowerIsBetter: 'Lower is better.',
  none: 'There are no scores yet. Each check-in adds one.',
  table: 'Show as a table',
  date: 'Day',
  score: 'Score',
  ticks: 'The marks at the bottom are sessions.',
  band: 'The grey band is where you started, and 1 point around it.',
  studied: 'In one study of 825 people, 1 point less pain felt slightly better.',
  chosen: 'The 1 point is our own choice. We know of no study that gives it.',
  medicine: (day: string) => `A medicine changed on ${day}. We count from there.`,
  rightAfter: 'How you feel right after a session is not counted here.',
  ratingsFailed: 'We could not get your other scores.',
  again: 'Try again',
  back: 'Back',
} as const;

export const myPlanTexts = {
  title: 'What today will be like',
  minutes: (minutes: number) => `Your session takes ${minutes} minutes.`,
  work: (places: string) => `We work on: ${places}.`,
  lightest: 'Hands rest on you, with no weight.',
  light: 'The touch is light.',
  medium: 'The touch is medium at most.',
  firm: 'The touch can be firm, if you like that.',
  avoid: (places: string) => `We do not touch: ${places}.`,
  avoidNothing: 'No part of you has to be left out.',
  questions: (count: number) =>
    count === 1
      ? 'Your therapist has 1 question to ask you first.'
      : `Your therapist has ${count} questions to ask you first.`,
  noSession: 'There is no massage today.',
  notYet: 'Your therapist will plan the rest with you.',
  stop: 'You can stop at any time. Just say so.',
  more: (count: number) => `and ${count} more`,
  map: 'On the body',
  mapNote: 'Blue is where we work. Crossed lines are not touched.',
  mayDo: 'What massage may do',
  notLooked: 'We have not looked yet at what studies say of massage with what you have.',
} as const;

/** The same questions as the therapist's intake, asked of the client. */
export const intakeTexts = {
  title: 'About you',
  hint: 'You can stop at any point. What you choose is kept on this phone until you send it.',
  illnesses: 'Your long-term illnesses',
  addIllness: 'Add an illness',
  medicines: 'Your medicines',
  addMedicine: 'Add a medicine, by any name',
  none: 'I have none',
  all: 'These are all',
  questions: 'A few questions',
  hopes: 'What you hope for',
  positions: 'How you can lie or sit',
  avoid: 'Places you do not want touched',
  consents: 'Private places that may be worked on',
  consentsLegend: 'I agree to work on these',
  send: 'Send',
  notYet: 'This cannot be sent yet',
  choosePosition: 'Choose at least one way to lie or sit',
  sent: 'Your answers are sent',
  next: 'Your therapist goes through them with you.',
} as const;
