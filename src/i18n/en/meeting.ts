import type { Confidence } from '../../domain/confidence.ts';
import { bold, type Mrkdwn, md, moment, type Safe } from '../../domain/escaping.ts';
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
  /** In place of the name of one of us. */
  colleague: 'a colleague',
  /** The last line of a sheet that had to be cut. */
  shortened: 'Shortened to fit: the summary and the log have the rest.',
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
    cancel: 'Call it off',
    sheet: 'Edit the sheet',
    decideAgain: 'Decide again',
  },
  /** In the thread: when and where, nothing else. */
  note: {
    planned: ({ client, startsAt, place }: PlacedMeeting): Mrkdwn =>
      md`We meet ${bold(client)} on ${moment(startsAt)}.${place === '' ? '' : `\n${place}`}`,
    recorded: ({ client, startsAt }: PlacedMeeting): Mrkdwn => md`We met ${bold(client)} on ${moment(startsAt)}.`,
    cancelled: ({ client, startsAt }: PlacedMeeting): Mrkdwn =>
      md`The meeting with ${bold(client)} on ${moment(startsAt)} is called off.`,
  } satisfies Record<MeetingState, unknown>,
  /** To each of us who comes. */
  coming: (people: Safe): Mrkdwn => md`From our side: ${people}`,
  /** Once it has been held. */
  came: (people: Safe): Mrkdwn => md`From our side came: ${people}`,
  nobodyElse: 'You come alone.',
  nobodyElseCame: 'You came alone.',
  sheetTitle: 'What to take along',
  noSheet: 'There is no prep sheet yet.',
  recordedBy: (who: Safe): Mrkdwn => md`Recorded by ${who}. What follows from it stands in the thread of the review.`,
  confirmCancel: {
    title: 'Call the meeting off?',
    text: 'Everybody of us who comes hears of it. The client does not: please tell them.',
    confirm: 'Call it off',
    deny: 'Keep it',
  },
  formTitle: { all: 'Plan the meeting', time: 'Move the meeting', sheet: 'Prep sheet' },
  willingHint: 'The verdict is made again from this answer.',
  reminder: ({ client, startsAt, place }: PlacedMeeting): Mrkdwn =>
    md`You meet ${bold(client)} on ${moment(startsAt)}. The prep sheet is in the message of the meeting, further up.${place === '' ? '' : `\n${place}`}`,
  /** The second verdict. Outcomes in the words of the summary; `lines` are reasons as the summary gives them. */
  again: {
    title: (version: number): string => `After the meeting: verdict, version ${version}`,
    titleReadiness: (version: number): string => `With the consequences in view: verdict, version ${version}`,
    level: { high: 'high', medium: 'medium', low: 'low' } satisfies Record<Confidence['level'], string>,
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
    time_past: 'That time is over. Please choose a later one.',
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
    planned_already: 'A meeting is planned already, by somebody else a moment ago. Close this form and move that one.',
    changed_meanwhile: 'Somebody changed this meeting a moment ago. Copy your text, close the form and open it again.',
    too_many: 'Please choose 50 people at most.',
    meeting_not_found: 'This meeting is no longer here.',
    still_open: 'This review is still open. You can plan the meeting when it has closed.',
    client_parted: 'We have parted with this client already. Open the client again first, if you work together again.',
    no_review: 'There is no closed review of this client yet. Start one first: the meeting is about what it finds.',
  } satisfies Record<MeetingPlanRefusal | MeetingRecordRefusal | OtherRefusal, string>,
};

type OtherRefusal =
  | 'planned_already'
  | 'changed_meanwhile'
  | 'too_many'
  | 'meeting_not_found'
  | 'still_open'
  | 'client_parted'
  | 'no_review';
type PlacedMeeting = { readonly client: string; readonly startsAt: Date; readonly place: string };
