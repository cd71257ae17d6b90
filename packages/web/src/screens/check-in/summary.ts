/** The answers as the client reads them before sending. Pure. */
import type { Body } from '@assuage/knowledge';
import { LEVEL_WORDS } from '../../body-map/marks.ts';
import { checkInTexts, checkInWords } from '../../texts.ts';
import type { Draft, FollowUpAnswer } from './draft.ts';
import type { Step } from './flow.ts';
import { type FollowUp, factAnswer } from './follow-ups.ts';

export interface SummaryLine {
  readonly step: string;
  readonly question: string;
  readonly answer: string;
}

const YES_NO = { yes: 'Yes', no: 'No', unknown: checkInWords.notSure } as const;
const said = (answer: keyof typeof YES_NO | undefined): string =>
  answer === undefined ? checkInWords.notAnswered : YES_NO[answer];

const named = (body: Body, places: readonly string[]): string =>
  places.length === 0 ? checkInWords.notSaid : places.map((place) => body.label(place)).join(', ');

/** One line for each question that was asked; a map and its question share one. */
export function summaryOf(body: Body, draft: Draft, steps: readonly Step[]): SummaryLine[] {
  return steps.flatMap((step): SummaryLine[] => {
    if ('followUp' in step) return [followUpLine(body, step.id, step.followUp)];
    switch (step.id) {
      case 'ill':
      case 'leg':
        return [
          {
            step: step.id,
            question: checkInTexts[step.id].short,
            answer: said(draft[step.id]),
          },
        ];
      case 'worse':
        return [
          {
            step: step.id,
            question: checkInTexts.worse.short,
            answer:
              draft.worse === undefined
                ? checkInWords.notAnswered
                : checkInTexts.worse.answers[draft.worse],
          },
        ];
      case 'joint':
        return [
          {
            step: step.id,
            question: checkInTexts.joint.short,
            answer: draft.joint === 'yes' ? `Yes: ${named(body, draft.joints)}` : said(draft.joint),
          },
        ];
      case 'news':
        return [{ step: step.id, question: checkInTexts.news.short, answer: newsLine(draft) }];
      case 'pain':
        return [
          {
            step: step.id,
            question: checkInTexts.pain.short,
            answer: draft.pain === undefined ? checkInWords.notAnswered : `${draft.pain} of 10`,
          },
        ];
      case 'pain-where':
        return [
          {
            step: step.id,
            question: checkInTexts.painWhere.short,
            answer:
              draft.painPlaces.length === 0
                ? checkInWords.notSaid
                : draft.painPlaces
                    .map(
                      ({ place, level }) =>
                        `${body.label(place)} (${LEVEL_WORDS[level].toLowerCase()})`,
                    )
                    .join('; '),
          },
        ];
      case 'joint-where':
      case 'check':
        return [];
      default:
        return [];
    }
  });
}

function newsLine({ news }: Draft): string {
  if (news === undefined) return checkInWords.notAnswered;
  if (news.length === 0) return checkInTexts.news.nothing;
  return news.map((thing) => checkInTexts.news.choices[thing]).join(', ');
}

const followUpLine = (body: Body, step: string, { question, answer }: FollowUp): SummaryLine => ({
  step,
  question: question.text,
  answer: answer === undefined ? checkInWords.notAnswered : followUpAnswer(body, question, answer),
});

function followUpAnswer(
  body: Body,
  question: FollowUp['question'],
  answer: FollowUpAnswer,
): string {
  switch (answer.kind) {
    case 'yes-no':
      // Turned back to what the person chose.
      return said(factAnswer(question, answer.answer));
    case 'where':
      return named(body, answer.places);
    case 'number':
      return answer.value === null ? checkInWords.notSure : String(answer.value);
  }
}
