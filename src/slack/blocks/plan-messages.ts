import type { AssignmentMessageKind } from '../../domain/assignments/assignment-messages.ts';
import { type Mrkdwn, md } from '../../domain/escaping.ts';
import type { PlanItem } from '../../domain/plan/plan-item.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { actions, button, context, section, sections } from './building-blocks.ts';
import { clipAtWord } from './clip.ts';
import { itemWords, shownItem } from './item-text.ts';
import { ownerButtons } from './plan.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

export type ItemMessageModel = {
  readonly about: AssignmentMessageKind;
  readonly item: PlanItem;
  readonly clientName: string;
  /** Who reads it. */
  readonly userId: string;
};

/** What somebody is told of an item, as it is now: once it is closed or somebody else's, that, and nothing to press. */
export function renderPlanItem(
  { about, clientName, userId, ...model }: ItemMessageModel,
  t: Messages,
): RenderedMessage {
  const { message } = t.planForms;
  const item = shownItem(model.item);
  if (item.state !== 'open') return rendered([section(message.closed[item.state](item))]);
  const isTheirs = about === 'owner_left' || item.ownerId === userId;
  if (!isTheirs) return rendered([section(message.moved(item))]);
  const words = { client: clientName, text: item.text, dueOn: item.dueOn };
  if (about === 'owner_left') {
    const give = button({ text: t.plan.buttons.giveAnew, actionId: ACTIONS.itemEdit, value: item.id });
    return rendered([
      section(t.plan.message.owner_left({ ...words, owner: item.ownerId })),
      actions('plan_item', [{ ...give, style: 'primary' }]),
    ]);
  }
  const text: Mrkdwn =
    about === 'given' ? t.plan.message.given({ ...words, by: item.givenById }) : t.plan.message[about](words);
  return rendered([section(text), actions('plan_item', ownerButtons(item, t))]);
}

/** Items of plans and steps of partings; one of nobody yet has no owner. */
export type OverdueModel = readonly {
  readonly text: string;
  readonly ownerId: string | null;
  readonly dueOn: string;
  readonly clientName: string;
}[];

const MAX_LINES = 10;
const DAY_MS = 24 * 60 * 60_000;

/** A manager's list of the week: what is overdue, the longest first. `today`: YYYY-MM-DD. */
export function renderOverdueList(overdue: OverdueModel, today: string, t: Messages): RenderedMessage {
  const sorted = [...overdue].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const lines = sorted.slice(0, MAX_LINES).map(({ text, ownerId, dueOn, clientName: client }) => {
    const days = Math.max(1, Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY_MS));
    return t.plan.message.overdueLine({ client, text: clipped(itemWords(text)), owner: ownerId, days });
  });
  const left = overdue.length - lines.length;
  const more = left > 0 ? [md`${t.planForms.card.more(left)}`] : [];
  const heading = t.plan.message.overdueList(overdue.length);
  const help = context(md`${t.planForms.message.listHelp}`);
  return { text: heading, blocks: [section(heading), ...sections([...lines, ...more]), help] };
}

/** A list has no room for 500 characters each. */
function clipped(text: string): string {
  return clipAtWord(text, 80);
}
