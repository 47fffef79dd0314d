import type { Button, KnownBlock } from '@slack/types';
import { join, type Mrkdwn, md } from '../../domain/escaping.ts';
import type { PlanItem } from '../../domain/plan/plan-item.ts';
import type { Messages } from '../../i18n/index.ts';
import type { PlanModel } from '../../usecases/read-plan.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { actions, button, section } from './building-blocks.ts';
import { shownItem } from './item-text.ts';
import { markOverdue } from './overdue-mark.ts';
import { pack } from './pack.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

/** What is closed has no more room than this. */
const MAX_CLOSED = 20;

/**
 * The plan in the review's thread (method 6): how far it is, then each open item with what can be done about it, then what is closed.
 * Nothing in it comes from an answer. Long plans are several messages.
 */
export function renderPlan(plan: PlanModel, t: Messages): RenderedMessage[] {
  const { items, figures, clientName, reviewId } = plan;
  const open = items.filter(({ state }) => state === 'open');
  const closed = items.filter(({ state }) => state !== 'open');
  const heading = t.planForms.card.heading(clientName);
  const far = items.length === 0 ? t.planForms.card.none : t.plan.summary(figures);
  const add = button({
    text: t.planForms.card.buttons.add,
    actionId: ACTIONS.addPlanItem,
    value: encodeTarget({ reviewId }),
  });
  const pieces = [
    [section(join([heading, md`${far}`]))],
    ...open.map((item) => [section(itemLine(item, plan.today, t)), actions(`plan_${item.id}`, itemButtons(item, t))]),
    // Each its own block: of letters that JSON makes six of, one block of many lines is more than a message holds.
    ...closedRows(closed, t).map((row) => [row]),
    [actions('plan', [add])],
  ];
  return pack(pieces, t.card.continued(t.planForms.card.title(clientName))).map(rendered);
}

/** An open item: what, who, until when, and what is pressing about it. */
export function itemLine(item: PlanItem, today: string, t: Messages): Mrkdwn {
  const isOverdue = item.state === 'open' && item.dueOn < today;
  const marks = [...(item.isFirst ? [t.plan.first] : []), ...(isOverdue ? [t.planForms.card.overdue] : [])];
  return markOverdue(t.planForms.card.line(shownItem(item), marks), isOverdue);
}

/** What its owner can do about an item. `isAlone`: no other item stands beside it, so that *Done* is what the message asks for. */
export function ownerButtons({ id }: Pick<PlanItem, 'id'>, t: Messages, { isAlone = true } = {}): Button[] {
  const { done, later, drop } = t.plan.buttons;
  const doneButton = button({ text: done, actionId: ACTIONS.itemDone, value: id });
  return [
    isAlone ? { ...doneButton, style: 'primary' } : doneButton,
    button({ text: later, actionId: ACTIONS.itemLater, value: id }),
    button({ text: drop, actionId: ACTIONS.itemDrop, value: id }),
  ];
}

function itemButtons(item: PlanItem, t: Messages): Button[] {
  const edit = button({ text: t.planForms.card.buttons.edit, actionId: ACTIONS.itemEdit, value: item.id });
  return [...ownerButtons(item, t, { isAlone: false }), edit];
}

/** What is closed, each with the way back: nobody has to write an item anew because of a wrong click. */
function closedRows(closed: readonly PlanItem[], t: Messages): KnownBlock[] {
  const { done, dropped, more } = t.planForms.card;
  const rows = closed.slice(0, MAX_CLOSED).map((item) => ({
    ...section((item.state === 'done' ? done : dropped)(shownItem(item))),
    accessory: button({ text: t.plan.buttons.reopen, actionId: ACTIONS.itemReopen, value: item.id }),
  }));
  const left = closed.length - rows.length;
  return left > 0 ? [...rows, section(md`${more(left)}`)] : rows;
}
