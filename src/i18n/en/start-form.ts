import { type Mrkdwn, md, type Safe } from '../../domain/escaping.ts';
import { plural } from '../plural.ts';

/** The form that starts a review. Title and buttons: at most 24 characters; options and descriptions: at most 75. */
export const startForm = {
  title: 'Start a client review',
  submit: 'Start',
  intro: (channel: Safe): Mrkdwn =>
    md`The team says what hurts, what is good and what it learned, in the thread in ${channel}. Then you get a verdict with its reasons, and you decide.`,
  client: 'Client',
  clientPlaceholder: 'Choose a client',
  /** Where there are more clients than a list can hold. */
  clientsLeftOut: ({ shown, total }: { shown: number; total: number }): string =>
    `The list holds the first ${shown} of ${total} clients. Type the name of any other one below.`,
  newClient: 'Or a new client',
  firstClient: 'Name of the client',
  newClientPlaceholder: 'for example, Acme Ltd',
  team: md`*Who takes part?* Everyone who works with this client, from sales to support. Each person once, in one role.`,
  leftOut: (names: Safe): Mrkdwn => md`Left out: ${names}.`,
  leftOutPerson: ({ name, reason }: { name: string; reason: string }): Mrkdwn => md`${name} (${reason})`,
  leftOutMore: (count: number): Mrkdwn => md`and ${plural('en', count, { one: 'other', other: 'others' })}`,
  mode: 'Who sees what people write?',
  modeOption: {
    private: { text: 'Private', description: 'The team sees the answers, without names, when a step ends' },
    open: { text: 'Open', description: 'Answers appear in the thread at once, under people’s names' },
  },
  preset: 'How much time?',
  presetOption: {
    async: { text: 'In our own time', description: 'One working day for each of four steps, or until a date' },
    live: { text: 'In a meeting', description: '10 minutes for each of four steps' },
  },
  deadline: 'Finish by',
  deadlineHint:
    'Every step gets an equal share of the time. Without a date: one working day for each step. Not used in a meeting.',
  question: 'A question to the team',
  questionPlaceholder: 'Shall we renew the contract in January?',
  publicWarning: (readers: number | null): Mrkdwn =>
    readers === null
      ? md`⚠️ *Anyone in the workspace can read this channel.*`
      : md`⚠️ *Anyone in the workspace (${plural('en', readers, { one: 'person', other: 'people' })}) can read this channel.*`,
  publicLabel: 'Start it here all the same?',
  publicConfirm: 'Yes, everyone may read it',
  errorsIntro: md`*Please look at this again:*`,
};
