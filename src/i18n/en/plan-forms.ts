import { bold, type Mrkdwn, md, mention } from '../../domain/escaping.ts';
import type { PlanItem } from '../../domain/plan/plan-item.ts';
import { formatLongDay } from '../long-day.ts';
import { plural } from '../plural.ts';

const items = (count: number) => plural('en', count, { one: 'item', other: 'items' });
const day = (on: string) => formatLongDay('en', on);

/** Forms and cards of an action plan. Titles and buttons of forms: at most 24 characters. */
export const planForms = {
  title: 'Action plan',
  /** Stands in the place of a name of ours. */
  colleague: 'a colleague',
  client: (name: string): Mrkdwn => md`${bold(name)}`,
  questions: {
    submit: 'Suggest items',
    intro: 'Nothing here is required. What you answer decides which items are suggested.',
    words: 'What the team said is filled in without names. Change it as you like.',
    placeholder: 'Leave it if it does not matter here',
  },
  suggestions: {
    submit: 'Next',
    firstLabel: 'What should be done?',
    moreLabel: 'Also possible',
    hint: 'At most three are ticked: few things that get done beat many that do not. You can reword them next.',
    room: (count: number): string =>
      `There is room for ${plural('en', count, { one: 'more item', other: 'more items' })}.`,
    tooMany: (room: number): string => `There is room for ${items(room)}. Please untick some.`,
    ownOnly: 'Nothing follows from what was reported. Say in your own words what should be done.',
  },
  items: {
    submit: 'Save the plan',
    text: 'What has to be done?',
    owner: 'Who does it?',
    due: 'Until when?',
    number: (at: number, isFirst: boolean): Mrkdwn => (isFirst ? md`*Item ${at}* · do this first` : md`*Item ${at}*`),
    own: md`*Something of your own* · leave it empty if there is nothing`,
    needed: 'Please say what has to be done, who does it and until when.',
  },
  add: { title: 'Add an item', submit: 'Add' },
  later: { title: 'Another date', submit: 'Move it', due: 'When will it be done?' },
  reopen: { title: 'Open again', submit: 'Open again', due: 'When will it be done?' },
  drop: {
    title: 'Drop the item',
    submit: 'Drop it',
    reason: 'Why is it not needed any more?',
    hint: 'The reason is kept with the item.',
  },
  edit: { title: 'Change the item', submit: 'Save' },
  quote: ({ text, dueOn }: Pick<PlanItem, 'text' | 'dueOn'>): Mrkdwn => md`>${text}\ndue ${day(dueOn)}`,
  card: {
    heading: (client: string): Mrkdwn => md`*Plan for ${client}*`,
    title: (client: string): string => `Plan for ${client}`,
    none: 'There is nothing in it yet.',
    line: ({ text, ownerId, dueOn }: PlanItem, marks: readonly string[]): Mrkdwn =>
      md`${text}\n${mention(ownerId)} · due ${day(dueOn)}${marks.length === 0 ? '' : ` · ${marks.join(' · ')}`}`,
    overdue: 'overdue',
    done: ({ text, closedById }: PlanItem): Mrkdwn => md`✅ ${text} · ${mention(closedById ?? '')}`,
    dropped: ({ text, reason }: PlanItem): Mrkdwn => md`Dropped: ${text} · ${reason ?? ''}`,
    more: (count: number): string => `and ${count} more`,
    buttons: { edit: 'Change', add: 'Add an item', plan: 'Plan' },
    next: (count: number, firstDue: string | null): string =>
      firstDue === null
        ? `The plan is done: ${items(count)}.`
        : `Next: plan with ${items(count)}, first due ${day(firstDue)}.`,
    /** After the decision, until there is a plan. */
    noPlan: 'Next: make a plan of what has to change.',
  },
  message: {
    closed: {
      done: ({ text, closedById }: PlanItem): Mrkdwn => md`✅ Done by ${mention(closedById ?? '')}:\n>${text}`,
      dropped: ({ text, closedById, reason }: PlanItem): Mrkdwn =>
        md`Dropped by ${mention(closedById ?? '')}:\n>${text}\nWhy: ${reason ?? ''}`,
    },
    moved: ({ text, ownerId }: PlanItem): Mrkdwn => md`${mention(ownerId)} does this now:\n>${text}`,
    listHelp: 'Owners have been reminded. A new date or another owner can be set in the plan or the checklist.',
  },
  home: {
    mine: (count: number): string => `My open items: ${count}`,
    line: ({ text, dueOn, client, isOverdue }: HomeItemWords): Mrkdwn =>
      md`${bold(client)}: ${text}\n${isOverdue ? 'was due' : 'due'} ${day(dueOn)}`,
    overdue: (count: number): string => `Overdue in plans: ${count}`,
    overdueLine: ({ text, dueOn, client, ownerId }: HomeItemWords & { readonly ownerId: string }): Mrkdwn =>
      md`${bold(client)}: ${text} (${mention(ownerId)}, was due ${day(dueOn)})`,
  },
  page: { title: (count: number): string => `Open plan items: ${count}` },
  replies: {
    notManager: 'Only a manager of this client can make or change its plan.',
    not_repairing: 'There is a plan where the decision is to keep the client and repair the work. That is not so here.',
    itemGone: 'This item is not there any more.',
    doneBy: (who: string): Mrkdwn => md`This is done already, by ${mention(who)}.`,
    /** At a field, where no mention can be. */
    closedBy: (name: string): string => `${name} has closed this item already.`,
    droppedBy: (who: string): Mrkdwn => md`This was dropped already, by ${mention(who)}.`,
  },
};

type HomeItemWords = Pick<PlanItem, 'text' | 'dueOn'> & { readonly client: string; readonly isOverdue: boolean };
