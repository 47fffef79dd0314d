import { bold, type Mrkdwn, md, moment, type Safe } from '../../domain/escaping.ts';
import type { HealthBand } from '../../domain/health.ts';
import { plural } from '../plural.ts';

const clients = (count: number) => plural('en', count, { one: 'client', other: 'clients' });

/** The App Home, and the page of a client. Titles of forms: at most 24 characters. */
export const home = {
  greeting: {
    morning: (who: Safe): Mrkdwn => md`*Good morning, ${who}.*`,
    afternoon: (who: Safe): Mrkdwn => md`*Good afternoon, ${who}.*`,
    evening: (who: Safe): Mrkdwn => md`*Good evening, ${who}.*`,
  },
  refused: {
    notOurs: md`*Parley is for the people of this workspace’s own company.* There is nothing here for guests. If you think you should see more, ask whoever invited you.`,
    unknown: md`*Slack cannot tell me who you are at the moment.* Please open this page again in a minute.`,
    trouble: md`*I could not read your page just now.* Nothing is lost. Please open it again in a minute.`,
  },
  waiting: (count: number): string => `Waiting for you (${count})`,
  nothingWaits: md`Nothing is waiting for you.`,
  whatComes: md`When a review or the weekly pulse needs you, it stands here.`,
  item: {
    decide: ({ name, at }: { name: string; at: Safe | null }): Mrkdwn =>
      md`Decide about ${bold(name)}${at === null ? '' : ': the review closed on '}${at ?? ''}`,
    short_of_voices: (name: string): Mrkdwn =>
      md`The review of ${bold(name)} has too few answers for a verdict. Ask for more, or go on without.`,
    paused: (name: string): Mrkdwn =>
      md`The review of ${bold(name)} stands still: its channel may not hear about clients. Move it to another one.`,
    answer: ({
      name,
      step,
      until,
      isPrivate,
    }: {
      name: string;
      step: string;
      until: Date | null;
      isPrivate: boolean;
    }) =>
      md`Answer about ${bold(name)} · ${step}${isPrivate ? ' · 🔒 private' : ''}${until === null ? '' : ' · ⏳ until '}${until === null ? '' : moment(until)}`,
    pulse: ({ answered, asked, until }: { answered: number; asked: number; until: Date }): Mrkdwn =>
      md`Weekly pulse · ${answered} of ${clients(asked)} rated · ⏳ until ${moment(until)}`,
  },
  clients: {
    title: (count: number): string => `Clients (${count})`,
    counts: {
      critical: (count: number): string => `🔴 ${count} critical`,
      watch: (count: number): string => `🟡 ${count} to watch`,
      healthy: (count: number): string => `🟢 ${count} healthy`,
      none: (count: number): string => `⚪ ${count} without data`,
      falling: (count: number): string => `↓ ${count} falling`,
    },
    none: md`*No clients yet.* Set up the first one: its name and who works with it. Then you can start a review, and the weekly pulse knows whom to ask.`,
  },
  band: { critical: 'critical', watch: 'watch', healthy: 'healthy' } satisfies Record<HealthBand, string>,
  noData: 'no data',
  health: (health: number): string => `${health} of 100`,
  next: {
    open: (step: string): string => `review: ${step}`,
    paused: 'review stands still',
    decide: 'review closed, waiting for a decision',
    reviewed: (at: Safe): Mrkdwn => md`last review ${at}`,
    never: 'no review yet',
  },
  reviews: {
    title: (count: number): string => `Open reviews (${count})`,
  },
  ownClients: {
    title: (count: number): string => `Clients you work with (${count})`,
    rated: (rating: number): string => `you said ${rating} of 5`,
    none: md`You are on no client’s team yet. A manager adds you.`,
  },
  settings: {
    title: 'My settings',
    language: md`*Language* in which I speak with you`,
    asInSlack: 'As in Slack',
    paused: (day: string): Mrkdwn => md`*Pause:* no pulse and no reminders up to and with ${day}`,
    notPaused: md`*Pause:* none`,
    daysOff: (days: string): Mrkdwn => md`*Days off:* ${days}`,
    noDaysOff: md`*Days off:* none`,
  },
  more: (count: number): Mrkdwn => md`and ${count} more`,
  button: {
    decide: 'Decide',
    facilitate: 'Facilitate',
    answer: 'Answer',
    pulse: 'Answer the pulse',
    open: 'Open',
    start: 'Start a review',
    newClient: 'New client',
    import: 'Import',
    settings: 'Settings',
    showAll: (count: number): string => `Show all ${count}`,
    quiet: 'Days off and pause',
    resume: 'End the pause',
    previous: 'Previous',
    next: 'Next',
  },
  list: {
    /** At most 24 characters. */
    title: {
      waiting: 'Waiting for you',
      clients: 'All clients',
      reviews: 'Open reviews',
      mine: 'Clients you work with',
      history: 'Past reviews',
      lessons: 'Lessons',
      comments: 'Comments',
      evidence: 'Evidence log',
    },
    page: ({ page, pages }: { page: number; pages: number }): Mrkdwn => md`Page ${page} of ${pages}`,
    empty: md`There is nothing here any more.`,
  },
  page: {
    title: 'Client',
    status: (status: string): Mrkdwn => md`Status: ${status}`,
    health: 'Health',
    noHealth: md`No week has closed yet. The first figure comes with the weekly pulse.`,
    lastWeeks: (count: number): Mrkdwn =>
      md`The last ${plural('en', count, { one: 'week', other: 'weeks' })}, the newest first. 100 is best.`,
    week: (week: number): string => `Week ${week}`,
    responses: ({ respondents, asked }: { respondents: number; asked: number }): string =>
      `${respondents} of ${asked} answered`,
    nobody: (asked: number): string => `nobody answered (${asked} asked)`,
    comments: (count: number): Mrkdwn => md`*Comments of the newest week* (${count})`,
    fewComments: (count: number): Mrkdwn =>
      md`*${plural('en', count, { one: 'comment', other: 'comments' })} in the newest week*, not shown: with fewer than three answers they could be traced to their author.`,
    reviews: 'Reviews',
    noReviews: md`No review has closed yet.`,
    openReview: (step: string): Mrkdwn => md`*Open now:* ${step}`,
    decided: ({ choice, who }: { choice: string; who: Safe }): Mrkdwn => md`decided: ${choice} (${who})`,
    undecided: 'not decided yet',
    lessons: (count: number): Mrkdwn => md`*Lessons* (${count}): what people learned in past reviews`,
    readLessons: 'Read them',
    history: 'Health and history',
  },
  start: {
    /** At most 24 characters. */
    title: 'Start a review',
    intro: (name: string | null): Mrkdwn =>
      name === null
        ? md`In which channel shall the review take place? Everybody who is to answer must be in it.`
        : md`In which channel shall the review of ${bold(name)} take place? Everybody who is to answer must be in it.`,
    channel: 'Channel',
    channelHint: 'One of your own, without guests, with me in it.',
    placeholder: 'Choose a channel',
    missing: 'Please choose a channel.',
  },
};
