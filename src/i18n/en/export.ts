import { bold, type Mrkdwn, md, type Safe } from '../../domain/escaping.ts';
import { formatPoints, formatShare } from '../amounts.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';

/** The report that a person reads: plain words, made safe for Markdown where they are put in. */
const report = {
  asOf: (on: string, timeZone: string): string =>
    `Everything on record on ${formatLongDay('en', on)}. Days are those of ${timeZone}.`,
  status: (status: string): string => `Status: ${status}`,
  archived: 'Archived',
  revenue: (amount: string): string => `Pays: ${amount} a month`,
  revenueShare: (share: number): string => `Share of our revenue: ${formatShare('en', share)}`,
  contract: (on: string): string => `Contract ends: ${formatLongDay('en', on)}`,
  notice: (days: number): string => `Notice period: ${plural('en', days, { one: 'day', other: 'days' })}`,
  language: (language: string): string => `We write to them in: ${language}`,
  managers: (names: string): string => `Managers: ${names}`,
  usualManagers: 'Managers: those of the workspace',
  team: (people: string): string => `Account team: ${people}`,
  noTeam: 'Account team: nobody yet',
  intake: 'Before we started',
  notFilled: 'Nobody has filled in the intake.',
  noRisks: 'Everything is settled.',
  risks: 'Not settled:',
  reviews: (count: number): string => `Reviews (${count})`,
  noReviews: 'There was no review yet.',
  /** The heading of a review that has closed. */
  review: (on: string, verdict: string): string => `${formatLongDay('en', on)}: ${verdict}`,
  noVerdict: 'no verdict',
  openReview: (on: string): string => `Open since ${formatLongDay('en', on)}`,
  openNote: 'What was said so far comes with the export once the review has closed.',
  mode: {
    open: 'Open review: people answered under their names.',
    private: 'Private review: answers are here without names, in alphabetical order.',
  },
  facilitator: (name: string): string => `Facilitator: ${name}`,
  question: 'Asked in particular:',
  pressure: (points: number): string => `How much trouble the team reported: ${formatPoints('en', points)} of 100`,
  votes: (keep: number, part: number, unsure: number): string => `Votes: ${keep} keep, ${part} part, ${unsure} unsure`,
  hours: (hours: number): string => `Lost to friction: ${plural('en', hours, { one: 'hour', other: 'hours' })} a week`,
  withheld: 'Fewer than three people answered a question: what they said stays unsaid.',
  verdict: 'Verdict',
  verdictVersion: (version: number, on: string): string => `Verdict, version ${version} of ${formatLongDay('en', on)}`,
  decision: 'Decision',
  decided: (choice: string, who: string, on: string): string => `${choice}, by ${who} on ${formatLongDay('en', on)}`,
  undecided: 'Nobody has decided yet.',
  hardStop: { confirmed: 'Hard stop: confirmed', not_confirmed: 'Hard stop: not confirmed' },
  said: { complaints: 'What hurts', positives: 'What is good', lessons: 'What we learned' },
  plan: 'Action plan',
  item: (owner: string, due: string, state: string): string => `${owner}, by ${formatLongDay('en', due)}, ${state}`,
  itemReason: (reason: string): string => `because: ${reason}`,
  meeting: (on: string, state: string): string => `Client meeting on ${formatLongDay('en', on)}: ${state}`,
  place: (place: string): string => `Where: ${place}`,
  theirView: 'Their view',
  ourView: 'Our view',
  heardUs: (answer: string): string => `Did they hear us? ${answer}`,
  willing: (answer: string): string => `Will they mend it? ${answer}`,
  agreed: 'Agreed',
  outcome: 'Was it right?',
  parting: 'Parting',
  partingState: { running: 'under way', stopped: 'stopped: we kept them after all', finished: 'finished' },
  lastDay: (on: string, state: string): string => `Last day: ${formatLongDay('en', on)}, ${state}`,
  told: (channel: string): string => `How to tell them: ${channel}`,
  stepDue: (on: string): string => `by ${formatLongDay('en', on)}`,
  savedNotice: (channel: string): string => `Notice as it was left (${channel})`,
  evidence: (count: number): string => `Evidence log (${count})`,
  noEvidence: 'Nothing has been logged.',
  loggedBy: (who: string, on: string): string => `logged by ${who} on ${formatLongDay('en', on)}`,
  corrected: 'This corrects what was logged before:',
  link: 'Link:',
  health: 'Health by week',
  noHealth: 'There was no pulse about this client yet.',
  columns: { week: 'Week of', health: 'Health', trend: 'Trend', answered: 'Answered', named: 'Named' },
  answered: (respondents: number, asked: number): string => `${respondents} of ${asked}`,
  fewAnswered: 'withheld: fewer than three answered',
};

/** A client's record as files: the command, the message that they come with, the report. */
export const clientExport = {
  help: 'sends you everything on record about one client, as files',
  which: (command: Safe): Mrkdwn => md`Which client? Type its name behind the command: ${command}`,
  nearest: (names: string, command: Safe): Mrkdwn => md`Did you mean ${names}? Type the whole name behind ${command}.`,
  gathering: (client: string): Mrkdwn =>
    md`I am gathering the record of ${bold(client)}. In a moment the files are in your direct messages with me.`,
  notAllowed: md`I cannot send files in this workspace: the permission \`files:write\` was not granted. Please ask an admin of your Slack to install Parley again and to allow it to upload files; then type the command once more.`,
  failed: (client: string): Mrkdwn =>
    md`The files about ${bold(client)} did not reach Slack. If they are not in your direct messages with me, please try again in a minute.`,
  /** The message in front of the files. */
  files: ({ client, reviews, evidence }: { client: string; reviews: number; evidence: number }): Mrkdwn =>
    md`Everything on record about ${bold(client)}: ${plural('en', reviews, { one: 'review', other: 'reviews' })}, ${plural('en', evidence, { one: 'entry', other: 'entries' })} of evidence. A report to read, the evidence as a table, and all of it as data.\nKeep the files within the company. Private reviews stand in them without names.`,
  title: { report: 'Report', evidence: 'Evidence', data: 'Data' },
  report,
};
