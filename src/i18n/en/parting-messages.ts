import { bold, type Mrkdwn, md, mention, safe } from '../../domain/escaping.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';

const steps = (count: number) => plural('en', count, { one: 'step', other: 'steps' });

/** What people hear of their steps of a parting: one message about all that fall together, each step below with its day. */
export const partingMessages = {
  given: ({ by, client, count }: Told & { readonly by: string }): Mrkdwn =>
    count === 1
      ? md`${mention(by)} asks you to do this for the parting with ${bold(client)}:`
      : md`${mention(by)} asks you to do ${steps(count)} of the parting with ${bold(client)}:`,
  due_soon: ({ client, count }: Told): Mrkdwn =>
    md`Due soon: ${count === 1 ? 'your step' : `${steps(count)} of yours`} in the parting with ${bold(client)}.`,
  overdue: ({ client, count }: Told): Mrkdwn =>
    md`Overdue: ${count === 1 ? 'your step' : `${steps(count)} of yours`} in the parting with ${bold(client)}. Done already? If it needs another date, ask a manager.`,
  owner_left: ({ client, count }: Told): Mrkdwn =>
    md`${count === 1 ? 'A step' : `${steps(count)}`} of the parting with ${bold(client)} ${count === 1 ? 'needs' : 'need'} a new owner, because the one it had is no longer with you in Slack. Give it to somebody else in the checklist:`,
  line: (name: Mrkdwn, dueOn: string): Mrkdwn => md`${safe(name)} · by ${formatLongDay('en', dueOn)}`,
  wasDue: (name: Mrkdwn, dueOn: string): Mrkdwn => md`${safe(name)} · was due by ${formatLongDay('en', dueOn)}`,
  /** It was done, left out or given to somebody else meanwhile. */
  settled: (name: Mrkdwn, state: string): Mrkdwn => md`${safe(name)} · ${state}`,
  moved: 'no longer yours',
  continued: (client: string): string => `Parting with ${client}`,
};

type Told = { readonly client: string; readonly count: number };
