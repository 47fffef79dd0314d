import { bold, type Mrkdwn, md, moment, type Safe } from '../../domain/escaping.ts';
import type { NotNow } from '../../domain/pulse.ts';
import { formatNumber, plural } from '../plural.ts';

const people = (count: number) => plural('en', count, { one: 'person', other: 'people' });

/** The weekly pulse: its message, its form, what managers see of it. */
export const pulse = {
  question: md`*How was this week with your clients?*`,
  until: (at: Date): Mrkdwn =>
    md`One minute, until ${moment(at)}. 5 = a pleasure, 1 = unbearable. One click is enough, and you can change it.`,
  continued: md`More of your clients`,
  /** Beside the client's name. */
  given: (rating: number): string => `${rating} of 5`,
  /** How many kinds of trouble were named, and whether there is a comment. */
  signals: (count: number): string => plural('en', count, { one: 'signal', other: 'signals' }),
  comment: 'a comment',
  button: { more: 'Add signals or a comment', notThisWeek: 'Not this week' },
  declined: md`Not this week: nobody reminds you. If you change your mind, just click.`,
  closed: md`*This week’s pulse is closed.* Thank you. The next one comes next week.`,
  noAnswer: 'no answer',
  reminder: {
    text: (at: Date): Mrkdwn =>
      md`*Your clients of this week are still waiting for a click.* The pulse closes ${moment(at)}. One minute is enough, and this is the only reminder.`,
    link: 'The buttons are in the message above.',
  },
  form: {
    /** At most 24 characters. */
    title: 'Weekly pulse',
    which: 'Which client?',
    whichPlaceholder: 'Choose a client',
    about: (name: string): Mrkdwn => md`This week with ${bold(name)}`,
    rating: 'How was it?',
    ratings: { 5: '5 – a pleasure', 4: '4 – good', 3: '3 – so-so', 2: '2 – hard', 1: '1 – unbearable' },
    signals: 'What did you notice?',
    signalsHint:
      'Up to five. High standards are no signal; sudden changes of the rules are. Managers are told of a hard stop at once, without your name; that cannot be taken back.',
    signalsPlaceholder: 'Choose signals',
    comment: 'Comment',
    commentHint:
      'Managers see comments without names once the pulse has closed, and only if three people or more answered.',
  },
  refused: {
    not_asked: md`You were not asked about this client this week.`,
    pulse_closed: md`This pulse is closed, so nothing was changed. The next one comes next week.`,
  },
  errors: {
    pulse_closed: 'This pulse is closed, so your answer was not saved. The next one comes next week.',
    pulse_not_asked: 'You were not asked about this client this week, so your answer was not saved.',
    pulse_signals_too_many: 'Please choose five at most.',
    pulse_weekday_unknown: 'Please choose a day from Monday to Sunday.',
    pulse_hour_unknown: 'Please choose an hour from 0:00 to 23:00.',
  },
  help: 'shows this week’s pulse',
  state: {
    off: md`*The weekly pulse is off.* You can switch it on in the settings.`,
    schedule: ({ day, hour }: { day: string; hour: string }): Mrkdwn =>
      md`The pulse goes out every ${day} at ${hour}, on each person’s own clock.`,
    nobody: md`Nobody can be asked yet: no client has an account team. Set one up with *New client*.`,
    none: md`No pulse has gone out yet.`,
    heading: ({ week, answered, asked }: { week: number; answered: number; asked: number }): Mrkdwn =>
      md`*Pulse of week ${week}: ${formatNumber('en', answered)} of ${people(asked)} answered*`,
    until: (at: Date): Mrkdwn => md`Open until ${moment(at)} at the latest`,
    closed: md`Closed`,
    asked: (who: Safe): Mrkdwn => md`Asked: ${who}`,
    client: ({ name, answered, asked }: { name: string; answered: number; asked: number }): Mrkdwn =>
      md`${bold(name)}: ${answered} of ${asked}`,
    sendNow: 'Send now',
    dryRun: 'Dry run',
    own: {
      none: md`No pulse waits for you. It comes as a direct message when you are on the team of a client.`,
      open: ({ answered, asked, until }: { answered: number; asked: number; until: Date }): Mrkdwn =>
        md`*You have answered for ${answered} of ${plural('en', asked, { one: 'client', other: 'clients' })}.* The pulse is open until ${moment(until)}. The buttons are in our direct messages.`,
      closed: ({ answered, asked }: { answered: number; asked: number }): Mrkdwn =>
        md`*You have answered for ${answered} of ${plural('en', asked, { one: 'client', other: 'clients' })}.* This week’s pulse is closed.`,
    },
  },
  sent: ({ sent, left }: { sent: number; left: number }): Mrkdwn =>
    md`*Sent to ${people(sent)}.* ${left === 0 ? 'Nobody was left out.' : `${people(left)} not asked now. The dry run says why.`}`,
  dryRun: {
    heading: (count: number): Mrkdwn => md`*Dry run: now it would go to ${people(count)}. Nothing was sent.*`,
    person: ({ who, clients }: { who: Safe; clients: Safe }): Mrkdwn => md`${who}: ${clients}`,
    left: ({ who, why }: { who: Safe; why: string }): Mrkdwn => md`Not now, ${why}: ${who}`,
    more: (count: number): string => `and ${count} more`,
    why: {
      deactivated: 'account deactivated',
      bot: 'a bot',
      guest: 'a guest',
      outside: 'from another organisation',
      day_off: 'a day off',
      paused: 'paused',
      asked_already: 'asked this week already',
      off_hours: 'outside working hours',
      unknown: 'Slack cannot say who this is at the moment',
    } satisfies Record<NotNow, string>,
  },
  settings: {
    on: 'Weekly pulse',
    onOption: { on: 'On', off: 'Off' },
    weekday: 'Day of the pulse',
    hour: 'Hour of the pulse',
    hourHint: 'On each person’s own clock. It closes at the end of the next working day.',
    placeholder: 'Choose',
  },
};
