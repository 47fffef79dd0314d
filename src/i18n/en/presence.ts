import { type Mrkdwn, md, type Safe } from '../../domain/escaping.ts';
import type { Absence } from '../../domain/review-record.ts';
import { plural } from '../plural.ts';

/** Who is there and who is not: the card's line, days off of a person and of everybody. */
export const presence = {
  /** Behind a name, in brackets. */
  why: {
    left_channel: 'left the channel',
    deactivated: 'account deactivated',
    guest: 'a guest now',
    outside: 'from another organisation',
    away: 'away',
    removed: 'taken off the list',
  } satisfies Record<Absence, string>,
  notWaitingFor: (people: Safe): Mrkdwn => md`Not waiting for ${people}`,
  /** After the names that fit. */
  more: (count: number): string => `and ${count} more`,
  form: {
    /** At most 24 characters. */
    title: 'Days off and pause',
    intro: md`On these days nobody reminds you, and reviews do not wait for your answers. You can still answer if you like.`,
    from: 'First day off',
    to: 'Last day off',
    toHint: 'Leave it empty for a single day.',
    remove: 'Your days off so far',
    removeHint: 'Tick what you want to remove.',
    pause: 'Pause messages until',
    pauseHint: 'Up to and with this day you get no weekly pulse and no reminders. Reviews still wait for your answers.',
    endPause: 'End the pause',
    endPauseOption: 'End it now',
  },
  button: 'I am away',
  help: 'sets your days off, and a pause without messages',
  settings: {
    label: 'Days off for everybody',
    hint: 'One day or span a line, such as 2026-12-24 – 2027-01-02. Nobody is reminded on these days, and steps do not end on them.',
  },
  /** At the field of the settings, with the line that was not taken; plain text. */
  lineRefused: {
    not_understood: (line: string): string =>
      `I do not understand “${line}”. Please write a day, such as 2026-12-24, or a span, such as 2026-12-24 – 2027-01-02.`,
    ends_before_start: (line: string): string => `“${line}” ends before it begins. Please swap the days.`,
    too_long: (line: string): string => `“${line}” is longer than a year. Please check the dates.`,
  },
  tooManySpans: (most: number): string =>
    `This is too much: at most ${plural('en', most, { one: 'span', other: 'spans' })}.`,
  errors: {
    first_day_missing: 'Please choose the first day too.',
    days_end_before_start: 'This day is before the first one. Please choose a later one.',
    days_too_long: 'This is longer than a year. Please check the dates.',
    days_past: 'These days are over. Please choose later ones.',
    date_unknown: 'There is no such day. Please choose another one.',
    pause_past: 'This day is over. Please choose today or a later day, or none.',
    pause_too_long: 'This is more than a year away. Please check the date.',
    days_too_many: 'You have ten spans of days off already. Please remove one first.',
  },
};
