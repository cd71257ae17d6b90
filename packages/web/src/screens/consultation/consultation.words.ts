/** What the consultation document says to the client, in plain words. */
export const consultationTexts = {
  title: 'Consultation document',
  why: 'Why you come',
  techniques: 'What we will do',
  massaged: 'Where we work',
  leftOut: 'Where we do not touch',
  because: 'Why we are careful',
  draping: 'How you are covered',
  drapingText:
    'A sheet or towel covers you. Only the part we work on is uncovered. Genitals stay covered at all times.',
  agreed: (places: string) => `You agreed that we work on: ${places}.`,
  stop: 'You can stop',
  stopText:
    'You can stop the session at any time, for any reason. Just say so. You can ask for less, or for a part to be left alone.',
  nothing: 'No massage is planned.',
  nowhere: 'No part has to be left out.',
  noReason: 'Nothing that you told us calls for special care.',
  notSaid: 'Not said yet.',
  sign: 'We have read this and talked about it.',
} as const;
