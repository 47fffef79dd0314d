import { bold, type Mrkdwn, md, mention, type Safe } from '../../domain/escaping.ts';
import type { HealthBand } from '../../domain/health.ts';
import { plural } from '../plural.ts';

const MARKS = { healthy: '🟢', watch: '🟡', critical: '🔴' } as const satisfies Record<HealthBand, string>;

/** What managers are told when a client goes wrong, and the way from there to a review. */
export const alerts = {
  /** The most serious thing, as the first line and in the notification. */
  heading: {
    hardStop: (name: string): Mrkdwn => md`🔴 ${bold(name)}: a hard stop was named in the weekly pulse`,
    critical: ({ name, health }: { name: string; health: number }): Mrkdwn =>
      md`🔴 ${bold(name)} is critical: health ${health} of 100`,
    sharpFall: ({ name, from, to, band }: { name: string; from: number; to: number; band: HealthBand }): Mrkdwn =>
      md`${MARKS[band]} ${bold(name)}: health fell by ${from - to} in a week, from ${from} to ${to}`,
    longFall: ({ name, weeks, band }: { name: string; weeks: string; band: HealthBand }): Mrkdwn =>
      md`${MARKS[band]} ${bold(name)}: health fell three weeks running (${weeks})`,
  },
  /** What else was raised in the same week. */
  also: {
    critical: (health: number): Mrkdwn => md`• Health is ${health} of 100; below 40 is critical.`,
    sharpFall: ({ from, to }: { from: number; to: number }): Mrkdwn =>
      md`• Health fell by ${from - to} in a week, from ${from} to ${to}.`,
    longFall: (weeks: string): Mrkdwn => md`• Health fell three weeks running: ${weeks}.`,
  },
  /** `signals` reads well after "the client". */
  hardStop: (signals: string): Mrkdwn => md`Somebody says that the client ${signals}. Parley tells nobody who it was.`,
  answered: ({ week, respondents, asked }: { week: number; respondents: number; asked: number }): Mrkdwn =>
    md`Week ${week}: ${respondents} of ${plural('en', asked, { one: 'person', other: 'people' })} answered.`,
  notClosed: md`The figures of the week come when its pulse has closed.`,
  named: (signals: string): Mrkdwn => md`Named most: ${signals}.`,
  withheld: md`Fewer than three answered, so the kinds of trouble they named are not shown: they would point at one person.`,
  /** How many named it stands behind it. */
  signal: ({ label, count }: { label: string; count: number }): string => `${label} ×${count}`,
  moreSignals: (count: number): string => `${count} more`,
  button: { start: 'Start a review', notNow: 'Not now' },
  dismissed: (userId: string): Mrkdwn => md`Not now, noted by ${mention(userId)}.`,
  notYours: md`This alert was not sent to you, so nothing was changed.`,
  gone: md`This client is no longer here, or it was archived. Nothing was started.`,
  openAlready: ({ name, channel }: { name: string; channel: Safe }): Mrkdwn =>
    md`A review of ${bold(name)} is open already, in ${channel}.`,
  chooseChannel: (name: string): Mrkdwn =>
    md`*Where shall the review run?* It is about ${bold(name)}. Choose a channel of your own people in which I am a member.`,
  /** In the start form, for the person who fills it in. */
  form: {
    hardStop: (signals: string): Mrkdwn =>
      md`🔒 Only you see this line. A hard stop was named: the client ${signals}. Please keep it out of the question to the team, so that nobody looks for who named it.`,
    /** The question to the team as it is filled in; they can change it. */
    question: ({ week, signals }: { week: number; signals: string }): string =>
      `In the pulse of week ${week} people said that the client ${signals}. What is behind this?`,
  },
};
