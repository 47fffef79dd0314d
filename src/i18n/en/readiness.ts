import { bold, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { ReadinessLevel, TeamReadiness } from '../../domain/readiness/readiness.ts';
import type { FigureRefusal, ReadinessField } from '../../domain/readiness/readiness-figures.ts';
import type { PartingGate } from '../../domain/readiness/readiness-gate.ts';
import type { ReviewMode } from '../../domain/review.ts';
import { formatMoney, formatPoints } from '../amounts.ts';
import { plural } from '../plural.ts';

type GateRefusal = Extract<PartingGate, { ok: false }>['reason'];

type OtherRefusal =
  | 'not_asked'
  | 'parting_decided'
  | 'review_not_found'
  | 'still_open'
  | 'nobody_to_ask'
  | 'comment_too_long'
  | 'verdict_newer';

/** Are we ready for the consequences? */
export const readiness = {
  title: 'Are we ready?',
  ask: (client: string): Mrkdwn =>
    md`We may part with ${bold(client)}. Are we ready for what follows: the money, the work, the people?`,
  whoSees: {
    private:
      'The manager sees how the team answered once at least three have, and reads the comments at once, all without names. Wording can give you away.',
    open: 'The manager sees how the team answered, from the first answer on, and reads the comments, all without names. While there is one answer, people can guess whose it is.',
  } satisfies Record<ReviewMode, string>,
  level: { ready: 'Ready', worried: 'Worried', not_ready: 'Not ready' } satisfies Record<ReadinessLevel, string>,
  comment: 'What should we think of?',
  saved: 'Thank you. You can change your answer until the decision is made.',
  result: ({ readiness: mean, answered, asked }: Pick<TeamReadiness, 'readiness' | 'answered' | 'asked'>): string =>
    answered === 0
      ? `Nobody has answered yet (${asked} asked)`
      : mean === null
        ? `${answered} of ${asked} answered. How ready they are is shown once three have.`
        : `Ready: ${formatPoints('en', mean)} of 100 (${answered} of ${asked} answered)`,
  counts: ({ ready, worried, not_ready }: TeamReadiness['counts']): string =>
    `ready ${ready} · worried ${worried} · not ready ${not_ready}`,
  countsHidden: 'Fewer than three people answered, so who said what stays with them.',
  comments: 'What the team thinks of, without names',
  figure: {
    revenueShare: { label: 'Their share of our revenue, in per cent', hint: 'From 0 to 100.' },
    dependentPay: {
      label: 'Pay that depends on this client, a month',
      hint: 'Salaries and fees we could not cover without it.',
    },
    costsToCut: { label: 'Costs that would fall away, a month', hint: 'Subscriptions, freelancers, travel.' },
    replacementIncome: { label: 'Income that replaces it, a month', hint: 'Signed or nearly signed only.' },
  } satisfies Record<ReadinessField, { label: string; hint: string }>,
  gap: (amount: number, currency: string): string =>
    amount > 0
      ? `${formatMoney('en', amount, currency)} a month would be missing.`
      : `Nothing would be missing: we would have ${formatMoney('en', -amount, currency)} a month more.`,
  buttons: {
    open: 'Are we ready?',
    ask: 'Ask the team',
    figures: 'Fill in the figures',
    comment: 'Add a comment',
  },
  /** In place of an answer: the field of the decision form. */
  skipReason: 'Or skip it: why do we not need to ask?',
  figuresTitle: 'If they are gone',
  commentTitle: 'Are we ready?',
  levelLabel: 'How ready are we?',
  asked: (people: number): string =>
    people === 0
      ? 'Everybody has been asked already. Their answers appear here.'
      : `${plural('en', people, { one: 'person was', other: 'people were' })} asked. Their answers appear here.`,
  notAsked: 'The team has not been asked yet.',
  whyAsk:
    'Before you part in an orderly way, the team says whether we can live with it, and you say what it costs. The verdict takes both into account.',
  isOver: 'Parting has been decided, so the answers stay as they are.',
  figuresHeading: 'What it costs',
  noFigures: 'Not filled in yet. The share of our revenue is needed for the decision; the rest helps.',
  figureLine: {
    revenueShare: (value: string): string => `Their share of our revenue: ${value}`,
    dependentPay: (value: string): string => `Pay that depends on them: ${value} a month`,
    costsToCut: (value: string): string => `Costs that would fall away: ${value} a month`,
    replacementIncome: (value: string): string => `Income that replaces it: ${value} a month`,
  } satisfies Record<ReadinessField, (value: string) => string>,
  yours: (level: string): string => `Your answer: ${level}`,
  commentKept: 'Your comment is kept.',
  skipped: (reason: string): Mrkdwn => md`Readiness was skipped: ${reason}`,
  refused: {
    not_asked: 'This question was not for you.',
    parting_decided: 'Parting has been decided, so this can no longer be changed.',
    review_not_found: 'This review is no longer here.',
    still_open: 'This review is still open. The question comes when it has closed.',
    nobody_to_ask:
      'There is nobody to ask: this client has no team. Set one up on its page, or skip this with a reason.',
    comment_too_long: 'Please keep it under 700 characters.',
    verdict_newer: 'The verdict changed while this form was open. Please close it and press the button again.',
    number_invalid: 'Please give a number, such as 25 or 4000.',
    number_negative: 'Please give the number without a minus.',
    share_over_100: 'A share is 100 per cent at most. Please give a number from 0 to 100.',
    number_too_large: 'That is more than I can keep. Please check the zeros.',
    readiness_not_asked:
      'Before parting, please ask the team whether we are ready for the consequences, or skip that with a reason.',
    readiness_team_silent:
      'Nobody of the team has said yet whether we are ready. Please wait for an answer, or skip that with a reason.',
    readiness_no_share: 'Please fill in what share of our revenue this client brings, or skip that with a reason.',
  } satisfies Record<FigureRefusal | GateRefusal | OtherRefusal, string>,
};
