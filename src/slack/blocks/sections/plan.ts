import type { KnownBlock } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import type { PlanItem } from '../../../domain/plan/plan-item.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { HomeItem } from '../../../usecases/read-home.ts';
import { actions, section, sections } from '../building-blocks.ts';
import { clipAtWord } from '../clip.ts';
import { itemWords } from '../item-text.ts';
import { markOverdue } from '../overdue-mark.ts';
import { itemLine, ownerButtons } from '../plan.ts';

const MAX_OWN = 5;
const MAX_OVERDUE = 10;
const MAX_TEXT = 150;
const ON_PAGE = { items: 10, text: MAX_TEXT };

/** How many items are shown, and how much of each. */
export type PlanRoom = { readonly items: number; readonly text: number };

/** What is still to be done for a client, on its page; nothing where nothing is. `today`: YYYY-MM-DD. */
export function planSection(
  items: readonly PlanItem[],
  { today, room = ON_PAGE }: { readonly today: string; readonly room?: PlanRoom },
  t: Messages,
): KnownBlock[] {
  if (items.length === 0) return [];
  const lines = items
    .slice(0, room.items)
    .map((item) => itemLine({ ...item, text: clipAtWord(itemWords(item.text), room.text) }, today, t));
  return [
    section(md`*${t.planForms.page.title(items.length)}*`),
    ...sections([...lines, ...moreLine(items.length, room.items, t)]),
  ];
}

/** Somebody's own items in their Home, each with what can be done about it. */
export function ownItemBlocks(items: readonly HomeItem[], today: string, t: Messages): KnownBlock[] {
  if (items.length === 0) return [];
  return [
    section(md`*${t.planForms.home.mine(items.length)}*`),
    ...items.slice(0, MAX_OWN).flatMap((item) => {
      const isOverdue = item.dueOn < today;
      const line = markOverdue(t.planForms.home.line({ ...shortened(item), isOverdue }), isOverdue);
      return [section(line), actions(`own_item_${item.id}`, ownerButtons(item, t).slice(0, 2))];
    }),
    ...sections(moreLine(items.length, MAX_OWN, t)),
  ];
}

/** What is overdue in all plans, for managers. */
export function overdueBlocks(items: readonly HomeItem[], t: Messages): KnownBlock[] {
  if (items.length === 0) return [];
  const line = (item: HomeItem) =>
    markOverdue(t.planForms.home.overdueLine({ ...shortened(item), isOverdue: true }), true);
  return [
    section(md`*${t.planForms.home.overdue(items.length)}*`),
    ...sections([...items.slice(0, MAX_OVERDUE).map(line), ...moreLine(items.length, MAX_OVERDUE, t)]),
  ];
}

const shortened = ({ text, dueOn, ownerId, clientName: client }: HomeItem) => ({
  ...{ dueOn, ownerId, client },
  text: clipAtWord(itemWords(text), MAX_TEXT),
});

function moreLine(count: number, shown: number, t: Messages) {
  return count > shown ? [md`${t.planForms.card.more(count - shown)}`] : [];
}
