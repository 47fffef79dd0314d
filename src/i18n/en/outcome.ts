import type { Choice } from '../../domain/decision.ts';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { bold, md } from '../../domain/escaping.ts';
import type { OutcomeAnswer, OutcomeDay, OutcomeRefusal } from '../../domain/outcome/outcome-check.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';

/** Was the decision right? Asked 30 and 90 days later. */
export const outcome = {
  title: 'Was it right?',
  decided: {
    keep_as_is: 'to keep them as they are',
    keep_and_repair: 'to keep them and repair the work',
    part: 'to part',
    part_now: 'to part at once',
  } satisfies Record<Choice, string>,
  /** `decided`: from the words above. */
  ask: ({ client, decidedOn, decided, days }: OutcomeWords): Mrkdwn =>
    md`${plural('en', days, { one: 'day', other: 'days' })} ago, on ${formatLongDay('en', decidedOn)}, you decided about ${bold(client)}: ${decided}. Was it right?`,
  /** To another manager, where the one who decided is gone. */
  askOther: ({ client, decidedOn, decided, days }: OutcomeWords): Mrkdwn =>
    md`${plural('en', days, { one: 'day', other: 'days' })} ago, on ${formatLongDay('en', decidedOn)}, it was decided about ${bold(client)}: ${decided}. Was it right?`,
  answer: { yes: 'Yes', no: 'No', too_early: 'Too early to say' } satisfies Record<OutcomeAnswer, string>,
  why: {
    label: 'Why?',
    hint: 'It is kept with the review and helps with the next one.',
    hintTooEarly: 'Optional: what are you waiting for?',
  },
  saved: {
    yes: 'Thank you. It is kept with the review.',
    no: 'Thank you for saying so. It is kept with the review, and the next one will show it.',
    too_early: 'All right.',
  } satisfies Record<OutcomeAnswer, string>,
  askedAgain: (on: string): string => `I will ask again on ${formatLongDay('en', on)}.`,
  /** In the history of a client. */
  history: {
    yes: (days: OutcomeDay): string => `After ${days} days: it was right`,
    no: (days: OutcomeDay): string => `After ${days} days: it was not right`,
    too_early: (days: OutcomeDay): string => `After ${days} days: too early to say`,
  } satisfies Record<OutcomeAnswer, (days: OutcomeDay) => string>,
  refused: {
    not_asked: 'This question was put to somebody else, or the review is no longer here.',
    already_answered: 'You have answered this already. Your first answer is kept.',
    answer_missing: 'Please choose one of the three.',
    why_missing: 'Please say why: this is what can be learned from it.',
    why_too_long: 'Please keep it under 3,000 characters.',
  } satisfies Record<OutcomeRefusal | 'not_asked' | 'already_answered', string>,
};

type OutcomeWords = {
  readonly client: string;
  readonly decidedOn: string;
  readonly decided: string;
  readonly days: number;
};
