import type { Mrkdwn } from '../../domain/escaping.ts';
import { bold, md, mention } from '../../domain/escaping.ts';
import type { NewItemRefusal } from '../../domain/plan/plan-draft.ts';
import type { PlanFigures } from '../../domain/plan/plan-figures.ts';
import type { ItemRefusal, ItemState } from '../../domain/plan/plan-item.ts';
import type { PlanPrefill } from '../../domain/plan/plan-prefill.ts';
import type { PlanChoice, PlanQuestion, PlanWords } from '../../domain/plan/plan-questions.ts';
import type { SuggestedItem } from '../../domain/plan/suggest-items.ts';
import type { SuggestionId } from '../../domain/plan/suggestions.ts';
import { formatMoney, formatShare } from '../amounts.ts';
import { formatLongDay } from '../long-day.ts';
import { formatNumber, plural } from '../plural.ts';

const items = (count: number) => plural('en', count, { one: 'item', other: 'items' });
const day = (on: string) => formatLongDay('en', on);

type Question<Q extends PlanQuestion> = { label: string; option: Record<PlanChoice<Q>, string> };

const question = {
  where: {
    label: 'Is it one or two people at the client, or everywhere?',
    option: { one_or_two: 'One or two people', everywhere: 'Everywhere', not_sure: 'Hard to say' },
  },
  change: {
    label: 'What should change: the people or the terms?',
    option: { team: 'The people who work on it', terms: 'The terms', both: 'Both', neither: 'Neither' },
  },
  expectations: {
    label: 'Would it help to talk about expectations anew?',
    option: { yes: 'Yes', no: 'No', not_sure: 'Hard to say' },
  },
  frequency: {
    label: 'Did it happen once, or does it keep happening?',
    option: { once: 'Once', constantly: 'It keeps happening' },
  },
} satisfies { [Q in PlanQuestion]: Question<Q> };

/** `label` fits an option (75 characters) and ends a sentence; `text` is the item that people edit. */
const suggestion = {
  protect_people: {
    label: 'keep our people out of harm while the facts are checked',
    text: 'Talk with the people concerned, keep them away from this client until the facts are clear, and agree on who deals with the client instead.',
  },
  refuse_in_writing: {
    label: 'say in writing what we will not do',
    text: 'Tell the client in writing what we will not do and why, keep a copy, and ask a lawyer whether that is enough.',
  },
  payment_plan: {
    label: 'a payment plan: a discount for paying early, interest for paying late',
    text: 'Agree on a payment plan: fixed dates for what is owed, a small discount for paying early, interest for paying late.',
  },
  sign_first: {
    label: 'a signed contract before the next task',
    text: 'Send the contract, and begin no new task until it is signed.',
  },
  confirm_in_writing: {
    label: 'every agreement confirmed in writing the same day',
    text: 'After each talk, send a short note of what was agreed the same day, and begin when the client has confirmed it.',
  },
  deliverables_list: {
    label: 'a written list of what we deliver; whatever is not on it gets a price',
    text: 'Write down what we deliver and have it signed. When the work drifts away from the list, pause and renegotiate before going on.',
  },
  price_or_hours: {
    label: 'a new price or retainer, or fewer hours for the same money',
    text: 'Renegotiate the price or the retainer with the hours of the last months in hand; if the price stays, reduce the hours to match it.',
  },
  contact_windows: {
    label: 'hours in which we can be reached, and a fee for emergencies',
    text: 'Agree on when and where we can be reached and what counts as an emergency, with a fee for work outside these hours.',
  },
  another_person: {
    label: 'another specialist on our side, or another contact on theirs',
    text: 'Change who works together: give the client another specialist, or ask for another contact person on their side.',
  },
  rules_of_conduct: {
    label: 'how we talk to each other, and who steps in when it gets heated',
    text: 'Agree on how we talk to each other. When pressure or threats come up, the talk ends politely and a manager takes it from there.',
  },
  reset_expectations: {
    label: 'what good work looks like, and how it is accepted',
    text: 'Sit down together and talk about expectations anew: what good work looks like, who accepts it, and how many rounds of changes are included.',
  },
  communication_rhythm: {
    label: 'a fixed rhythm: one call a week, one contact, answers within a day',
    text: 'Fix a rhythm: a call at the same time each week, one contact on each side, and how soon each of us answers.',
  },
  trial_terms: {
    label: 'a trial of new terms, or a special offer for staying',
    text: 'Offer new terms for a trial of a few months, or something special for staying, and agree on when we decide whether it works.',
  },
  public_statements: {
    label: 'what each of us says about our work to others',
    text: 'Agree on what each of us says about our work in public, and on talking to each other first when something is wrong.',
  },
} satisfies Record<SuggestionId, { label: string; text: string }>;

/** Action plan and follow-through. */
export const plan = {
  question,
  words: {
    keep_pros: 'What speaks for keeping them?',
    keep_cons: 'What speaks against keeping them?',
    part_pros: 'What would parting give us?',
    part_cons: 'What would parting cost us?',
  } satisfies Record<PlanWords, string>,
  prefill: {
    statements: (texts: readonly string[]): string => texts.map((text) => `• ${text}`).join('\n'),
    partPros: ({ hoursPerWeek, money }: NonNullable<PlanPrefill['partPros']>, currency: string): string =>
      `• ${formatNumber('en', hoursPerWeek)} hours a week are no longer lost to friction${money === null ? '' : ` (about ${formatMoney('en', money, currency)} a month)`}`,
    partCons: ({ monthlyRevenue, revenueShare }: NonNullable<PlanPrefill['partCons']>, currency: string): string =>
      [
        ...(monthlyRevenue === null ? [] : [`• ${formatMoney('en', monthlyRevenue, currency)} a month less`]),
        ...(revenueShare === null ? [] : [`• ${formatShare('en', revenueShare)} of our revenue`]),
      ].join('\n'),
  },
  suggestion,
  /** Why an item is suggested, besides the signals. */
  because: {
    concentrated: 'most complaints are about one or two people',
    where: 'you said that it is about one or two people',
    change: 'you said what should change',
    expectations: 'you said that it would help to talk about expectations',
    frequency: 'you said how often it happens',
  } satisfies Record<SuggestedItem['because'][number], string>,
  /** `reasons`: signals in the words of `vocabulary.signal`, or the lines above. */
  suggestedBecause: (reasons: string): string => `Because: ${reasons}`,
  first: 'first',
  earlier: (count: number): Mrkdwn => md`*Still open from before* (${count}). They stay in the plan.`,
  state: { open: 'open', done: 'done', dropped: 'dropped' } satisfies Record<ItemState, string>,
  summary: ({ open, done, overdue }: Pick<PlanFigures, 'open' | 'done' | 'overdue'>): string =>
    open === 0
      ? `All done: ${items(done)}`
      : `${done} of ${open + done} done${overdue === 0 ? '' : `, ${plural('en', overdue, { one: 'is', other: 'are' })} overdue`}`,
  nextDue: (on: string): string => `next due ${day(on)}`,
  due: (on: string): string => `due ${day(on)}`,
  buttons: {
    make: 'Make a plan',
    done: 'Done',
    later: 'Later',
    drop: 'Drop',
    reopen: 'Open again',
    giveAnew: 'Give it to…',
  },
  message: {
    given: ({ by, client, text, dueOn }: ItemWords & { readonly by: string }): Mrkdwn =>
      md`${mention(by)} asks you to do this for ${bold(client)} by ${day(dueOn)}:\n>${text}`,
    due_soon: ({ client, text, dueOn }: ItemWords): Mrkdwn => md`Due on ${day(dueOn)}, for ${bold(client)}:\n>${text}`,
    overdue: ({ client, text, dueOn }: ItemWords): Mrkdwn =>
      md`This was due on ${day(dueOn)}, for ${bold(client)}:\n>${text}\nIs it done, or does it need another date?`,
    owner_left: ({ owner, client, text, dueOn }: ItemWords & { readonly owner: string }): Mrkdwn =>
      md`${mention(owner)} is no longer with you in Slack. This item for ${bold(client)}, due on ${day(dueOn)}, needs a new owner:\n>${text}`,
    overdueList: (count: number): Mrkdwn => md`*Overdue: ${count}*`,
    overdueLine: ({ client, text, owner, days }: OverdueWords): Mrkdwn =>
      md`• ${bold(client)}: ${text} (${owner === null ? 'nobody yet' : mention(owner)}, ${plural('en', days, { one: 'day', other: 'days' })} late)`,
  },
  done: {
    done: 'Done, thank you.',
    later: (on: string): string => `Moved to ${day(on)}.`,
    dropped: 'Dropped. The reason is kept with it.',
    reopened: 'Open again.',
  },
  /** At a field or as a reply: what is wrong and what to do. */
  refused: {
    not_yours: 'Only its owner or a manager can change this item.',
    already_done: 'This item is done already. Its owner or a manager can open it again in the plan.',
    already_dropped: 'This item was dropped. Its owner or a manager can open it again in the plan first.',
    still_open: 'This item is open already.',
    reason_missing: 'Please say in a few words why.',
    reason_too_long: 'Please keep the reason under 500 characters.',
    not_later: 'It is due on that day or later already. Please choose a later day.',
    text_missing: 'Please say what has to be done.',
    text_too_long: 'Please keep it under 500 characters, or make two items of it.',
    date_missing: 'Please choose a day.',
    date_invalid: 'The calendar has no such day. Please write it like 2026-12-04.',
    date_past: 'That day is over. Please choose today or later.',
    date_too_far: 'That is more than two years ahead. Please check the year.',
    owner_missing: 'Please choose who does it.',
    owner_unknown: 'Slack does not know this person. Please choose somebody else.',
    not_in_team: 'This person is not in the account team of this client. Choose somebody of the team, or a manager.',
    deactivated: 'This account is deactivated. Please choose somebody else.',
    bot: 'This is an app, not a person. Please choose somebody else.',
    guest: 'Guests cannot own items. Please choose somebody of your own.',
    outside: 'This person is from outside. Please choose somebody of your own.',
  } satisfies Record<ItemRefusal | NewItemRefusal, string>,
  tooMany: (max: number): string => `A plan holds ${max} open items. Finish or drop some first.`,
};

type ItemWords = { readonly client: string; readonly text: string; readonly dueOn: string };
type OverdueWords = {
  readonly client: string;
  readonly text: string;
  /** Null for a step of a parting that nobody has taken. */
  readonly owner: string | null;
  readonly days: number;
};
