import { bold, type Mrkdwn, md, moment } from '../../domain/escaping.ts';
import type {
  HeardUs,
  MeetingPlanRefusal,
  MeetingRecordRefusal,
  MeetingState,
} from '../../domain/meeting/client-meeting.ts';
import type { PrepSheet, SheetFact } from '../../domain/meeting/prep-sheet.ts';
import type { WillingToMend } from '../../domain/verdict-context.ts';
import { formatMoney, formatPoints } from '../amounts.ts';
import { formatLongDay } from '../long-day.ts';
import { formatNumber } from '../plural.ts';
import { plan } from './plan.ts';
import { topics } from './topics.ts';

/** The prep sheet: plain lines, headings in capitals of their own line, since people edit it in a text field. */
const sheet = {
  title: (client: string): string => `Meeting with ${client}`,
  numbers: 'Numbers',
  pressure: (value: number): string =>
    `How much trouble we see in our work together: ${formatPoints('en', value)} of 100`,
  tookPart: (tookPart: number, invited: number): string => `Asked: ${invited} of us, answered: ${tookPart}`,
  signal: (id: PrepSheet['numbers']['signals'][number]['id'], voices: number, of: number): string =>
    `Named by ${voices} of ${of}: ${topics[id]}`,
  hours: (hours: number): string => `Lost to friction: ${formatNumber('en', hours)} hours a week`,
  amounts: (amounts: readonly string[]): string => `Money it was about: ${amounts.join(', ')}`,
  good: (named: number, of: number): string => `Named something good about working with you: ${named} of ${of}`,
  facts: 'What happened, by date',
  fact: ({ on, text, amount, currency }: SheetFact): string =>
    `${formatLongDay('en', on)}: ${text}${amount === null || currency === null ? '' : ` (${formatMoney('en', amount, currency)})`}`,
  noFacts: 'No dated facts are logged. Bring two or three with dates; without them, rather ask than state.',
  positives: 'What we value (begin with this)',
  complaints: 'How it feels to us (for you, not to be read out)',
  asks: 'What we would like to agree on',
  ask: (id: PrepSheet['asks'][number]): string => plan.suggestion[id].label,
  conduct: 'In the talk',
  conductLines: [
    'Numbers and dates first, then a question: how do you see it?',
    'Listen to the end. Say back what you heard before you answer.',
    'Speak of the work, not of people, on either side.',
    'Look for what both can agree to, and write it down before you part.',
  ],
};

/** The talk with the client: plan, prep sheet, record, second verdict. */
export const meeting = {
  topic: topics,
  sheet,
  form: {
    planTitle: 'Plan the meeting',
    recordTitle: 'Record the meeting',
    startsAt: 'When?',
    place: 'Where, or which link?',
    attendees: 'Who of us comes?',
    prepSheet: 'What to take along',
    prepHint: 'Made from the record: facts without names. Change whatever you like.',
    theirView: 'How do they see it?',
    ourView: 'What did we say?',
    heardUs: 'Did they hear us?',
    willing: 'Will they mend it?',
    agreed: 'What was agreed?',
    agreedHint: 'One agreement a line. You can make items of the plan from them.',
  },
  heardUs: { yes: 'Yes', partly: 'Partly', no: 'No' } satisfies Record<HeardUs, string>,
  willing: { yes: 'Yes', partly: 'Partly', no: 'No' } satisfies Record<WillingToMend, string>,
  state: { planned: 'planned', recorded: 'held', cancelled: 'cancelled' } satisfies Record<MeetingState, string>,
  buttons: {
    plan: 'Plan the meeting',
    record: 'Record the meeting',
    move: 'Move it',
    cancel: 'Cancel it',
    sheet: 'Prep sheet',
  },
  planned: ({ client, startsAt }: MeetingWords): Mrkdwn =>
    md`The meeting with ${bold(client)} is planned for ${moment(startsAt)}.`,
  reminder: ({ client, startsAt, place }: MeetingWords & { readonly place: string }): Mrkdwn =>
    md`You meet ${bold(client)} on ${moment(startsAt)}${place === '' ? '' : `: ${place}`}. The prep sheet is ready.`,
  /** The second verdict. Outcomes in the words of the summary; `lines` are reasons as the summary gives them. */
  again: {
    title: (version: number): string => `After the meeting: verdict, version ${version}`,
    same: 'The verdict stays the same.',
    changed: (from: string, to: string): string => `Before: ${from}. Now: ${to}.`,
    added: 'What counts now',
    gone: 'What no longer counts',
    adjustmentBegins: 'We cannot afford to part yet: repair, and prepare.',
    adjustmentEnds: 'We can afford to part now.',
    confidence: (from: string, to: string): string => `Confidence: ${from} before, ${to} now.`,
    willing: {
      yes: 'They are willing to mend it.',
      partly: 'They are willing to mend some of it.',
      no: 'They will not mend it.',
    } satisfies Record<WillingToMend, string>,
    decideAgain: 'The decision of before stands until you decide again.',
  },
  refused: {
    time_missing: 'Please choose when.',
    time_past: 'That time is over. Please choose a later one, or record the meeting if you have held it.',
    time_too_far: 'That is more than two years ahead. Please check the year.',
    place_too_long: 'Please keep it under 500 characters.',
    sheet_too_long: 'Please keep the sheet under 3,000 characters.',
    not_held_yet: 'This meeting has not begun. If you have held it already, move it to that time first.',
    already_recorded: 'This meeting is recorded already. Plan another one to record more.',
    meeting_cancelled: 'This meeting was cancelled. Plan a new one first.',
    their_view_missing: 'Please write how they see it, in a sentence or two.',
    heard_missing: 'Please say whether they heard us.',
    willing_missing: 'Please say whether they will mend it: the verdict depends on it.',
    record_too_long: 'Please keep each answer under 3,000 characters.',
  } satisfies Record<MeetingPlanRefusal | MeetingRecordRefusal, string>,
};

type MeetingWords = { readonly client: string; readonly startsAt: Date };
