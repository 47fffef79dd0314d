import type { Need } from '../../domain/client-need.ts';
import { channelLink, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { HealthBand } from '../../domain/health.ts';
import type { AlertCondition } from '../../domain/health-alert.ts';
import type { ChannelRefusal } from '../../domain/post.ts';
import { plural } from '../plural.ts';

const people = (count: number) => plural('en', count, { one: 'person', other: 'people' });
const comments = (count: number) => plural('en', count, { one: 'comment', other: 'comments' });
const clients = (count: number) => plural('en', count, { one: 'client', other: 'clients' });
const are = (count: number) => (count === 1 ? 'is' : 'are');

/** The weekly digest in the managers' channel. */
export const digest = {
  title: (week: number): string => `Client health, week ${week}`,
  answered: ({ answered, asked }: { answered: number; asked: number }): string =>
    `${answered} of ${people(asked)} answered.`,
  nobodyAnswered: (asked: number): string =>
    `Nobody answered this week (${people(asked)} ${asked === 1 ? 'was' : 'were'} asked), so there are no scores.`,
  scale: 'Health goes from 0 to 100; an arrow is the change since last week.',
  count: {
    critical: (count: number) => `${count} critical`,
    falling: (count: number) => `${count} falling`,
    watch: (count: number) => `${count} to watch`,
    healthy: (count: number) => `${count} healthy`,
    no_data: (count: number) => `${count} without answers`,
  } satisfies Record<Need, (count: number) => string>,
  /** Beside the mark of the score. */
  band: { critical: 'critical', watch: 'watch', healthy: 'healthy' } satisfies Record<HealthBand, string>,
  noData: 'no data',
  falling: (band: string): string => `${band}, falling`,
  responses: ({ respondents, asked }: { respondents: number; asked: number }): string =>
    `${respondents} of ${asked} answered`,
  noAnswers: (asked: number): string => `none of ${people(asked)} answered`,
  nobodyAsked: 'nobody was asked',
  last: ({ health, week }: { health: number; week: number }): string => `${health} in week ${week}`,
  /** "pays late ×2, …" and how many kinds of trouble more. */
  named: ({ signals, more }: { signals: string; more: number }): string =>
    `The client ${signals}${more === 0 ? '' : `, and ${plural('en', more, { one: 'more kind', other: 'more kinds' })} of trouble`}.`,
  alert: {
    hard_stop: 'Alert: somebody named a hard stop. Check the facts first, and keep people safe.',
    critical: 'Alert: health is critical.',
    sharp_fall: 'Alert: it fell by 15 points or more in a week.',
    long_fall: 'Alert: it has fallen three weeks in a row.',
  } satisfies Record<AlertCondition, string>,
  openReview: 'A review of this client is open.',
  openItems: ({ open, overdue }: { open: number; overdue: number }): string =>
    `In the plan: ${plural('en', open, { one: 'item', other: 'items' })} open${overdue === 0 ? '' : `, ${overdue} overdue`}.`,
  moreComments: (count: number): string =>
    `and ${comments(count)} more: /client-review client and its name, then “Health and history”`,
  withheldHere: (count: number): string => `${comments(count)} not shown`,
  withheld: (count: number): string =>
    `${comments(count)} ${are(count)} not shown: fewer than three people answered, so they would name their author.`,
  signalsWithheld:
    'What people named is listed only where three or more answered about a client, so that it names nobody.',
  folded: { healthy: 'Healthy, nothing else to say', no_data: 'No data' },
  noClients: 'No client has a weekly pulse at the moment.',
  button: 'Start a review',
  continued: md`More of this week’s digest`,
  chart: {
    title: ({ count, first, last }: { count: number; first: number; last: number }): string =>
      first === last
        ? `The ${clients(count)} that need${count === 1 ? 's' : ''} attention, week ${last}`
        : `The ${clients(count)} that need${count === 1 ? 's' : ''} attention, weeks ${first} to ${last}`,
    left: (count: number): string =>
      `The chart has room for eight; ${clients(count)} more ${are(count)} in the list above.`,
    none: 'No chart this week: no client needs attention.',
    failed: 'The chart could not be sent. In words:',
    fileName: (week: number): string => `client-health-week-${week}.png`,
  },
  refused: {
    title: ({ week, channelId }: { week: number; channelId: string }): Mrkdwn =>
      md`*The digest of week ${week} was not posted in* ${channelLink(channelId)}.`,
    whatToDo: 'Or choose another channel in the settings: the digest goes there then. Nothing is lost.',
  },
  settings: {
    channel: 'Channel for the weekly digest',
    hint: 'Everybody in it reads about all clients: a private channel of managers is best. If it is empty, no digest is posted.',
    placeholder: 'Choose a channel',
    refused: {
      external: 'That channel is shared with another organisation. Please choose another one.',
      pending_external: 'Another organisation has been invited to that channel. Please choose another one.',
      guests: 'There are guests in that channel. Please choose another one.',
      outsiders: 'There are people from outside in that channel. Please choose another one.',
      unknown: 'I could not find out who can read that channel. Please try again in a minute, or choose another one.',
      not_member: 'I am not in that channel. Type /invite @Parley there, then press Save again.',
      archived: 'That channel is archived. Please choose another one.',
      direct_message: 'That is a direct message. Please choose a channel.',
    } satisfies Record<ChannelRefusal, string>,
  },
};
