import type { ModalView } from '@slack/types';
import { MAX_ITEM_LENGTH, MAX_OPEN_ITEMS, type PlanItem } from '../../../src/domain/plan/plan-item.ts';
import { NO_PLAN_ANSWERS } from '../../../src/domain/plan/plan-questions.ts';
import type { SuggestedItem } from '../../../src/domain/plan/suggest-items.ts';
import { SUGGESTION_IDS } from '../../../src/domain/plan/suggestions.ts';
import type { Messages } from '../../../src/i18n/index.ts';
import { renderNotice } from '../../../src/slack/blocks/ephemeral/notice.ts';
import { renderPlan } from '../../../src/slack/blocks/plan.ts';
import { renderOverdueList, renderPlanItem } from '../../../src/slack/blocks/plan-messages.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import { renderMessageView } from '../../../src/slack/blocks/views/message-view.ts';
import {
  renderPlanItems,
  renderPlanQuestions,
  renderPlanSuggestions,
} from '../../../src/slack/blocks/views/plan-forms.ts';
import {
  renderItemDrop,
  renderItemEdit,
  renderItemLater,
  renderItemReopen,
} from '../../../src/slack/blocks/views/plan-item-forms.ts';
import { anItem } from '../follow-up.ts';
import { REVIEW_ID } from '../sample-models.ts';
import type { SampleWords } from './sample-words.ts';
import { messageScreens, type Screen, type Size } from './screen.ts';

const TODAY = '2026-12-07';

function itemsAt(size: Size, { text }: SampleWords): PlanItem[] {
  const words = text.slice(0, MAX_ITEM_LENGTH);
  const count = size === 'largest' ? MAX_OPEN_ITEMS : 1;
  const id = (at: number) => `${REVIEW_ID.slice(0, -3)}${String(at).padStart(3, '0')}`;
  return Array.from({ length: count }, (_, at) => anItem({ id: id(at), text: words, dueOn: '2026-12-04' }));
}

function suggestedAt(size: Size): SuggestedItem[] {
  const ids = size === 'largest' ? SUGGESTION_IDS : SUGGESTION_IDS.slice(0, 1);
  return ids.map((id, at) => ({
    ...({ id, load: 1, isFirst: at < 3 } as const),
    signals: size === 'largest' ? ['off_hours', 'attention_drain'] : [],
    because: ['concentrated', 'where'],
  }));
}

/** An action plan: its forms, its card, and what people hear of its items. */
export function planScreens(size: Size, words: SampleWords, t: Messages): Screen[] {
  const { clientName, text } = words;
  const open = itemsAt(size, words);
  const [item = anItem()] = open;
  const closed = (['done', 'dropped'] as const).map((state) => ({
    ...item,
    ...{ state, reason: state === 'dropped' ? item.text : null, closedById: 'U0MARA' },
    id: REVIEW_ID,
  }));
  const many = size === 'largest' ? Array.from({ length: 15 }, () => closed).flat() : [];
  const figures = { open: open.length, done: 15, dropped: 15, overdue: open.length, next: item, isFinished: false };
  const plan = { ...{ reviewId: REVIEW_ID, clientName, figures, today: TODAY }, items: [...open, ...many] };
  const suggested = suggestedAt(size);
  const target = { reviewId: REVIEW_ID, first: SUGGESTION_IDS.slice(0, 3), room: 20 };
  const prefill = {
    ...{ keepPros: [text], keepCons: [text.slice(0, 2900)], currency: 'EUR' },
    partPros: { hoursPerWeek: 12.5, money: 4000 },
    partCons: { monthlyRevenue: 12000, revenueShare: 0.4 },
  };
  const saved = {
    ...{ reviewId: REVIEW_ID, clientId: REVIEW_ID, answers: NO_PLAN_ANSWERS, madeById: 'U0MARA', madeAt: new Date(0) },
    words: { keep_pros: text, keep_cons: text, part_pros: text, part_cons: text },
  };
  const start = { reviewId: REVIEW_ID, clientName, earlier: size === 'largest' ? open : [] };
  const none = { ...prefill, keepPros: [], keepCons: [], partPros: null, partCons: null };
  const message = (name: string, renderer: string, messages: readonly RenderedMessage[]) =>
    messageScreens({ name: `plan, ${name}`, group: 'To one person', renderers: [renderer] }, messages);
  const modal = (name: string, renderer: string, view: ModalView): Screen => ({
    ...{ name: `plan, ${name}`, group: 'Forms', renderers: [renderer], kind: 'modal', view },
  });
  const { replies } = t.planForms;
  const said = {
    ...{ notManager: replies.notManager, notRepairing: replies.not_repairing, itemGone: replies.itemGone },
    ...{ doneBy: replies.doneBy('U0MARA'), droppedBy: replies.droppedBy('U0MARA') },
    ...t.plan.refused,
  };
  const about = (kind: 'given' | 'due_soon' | 'overdue' | 'owner_left', one: PlanItem, userId = one.ownerId) =>
    renderPlanItem({ about: kind, item: one, clientName, userId }, t);
  const isSaved = size === 'largest';
  return [
    ...messageScreens({ name: 'plan, card', group: 'In the channel', renderers: ['renderPlan'] }, renderPlan(plan, t)),
    ...(['given', 'due_soon', 'overdue', 'owner_left'] as const).flatMap((kind) =>
      message(`item, ${kind}`, 'renderPlanItem', [about(kind, item)]),
    ),
    ...closed.flatMap((one) => message(`item, ${one.state}`, 'renderPlanItem', [about('given', one)])),
    ...message('item, with somebody else', 'renderPlanItem', [about('given', item, 'U0OTHER')]),
    ...message('overdue', 'renderOverdueList', [
      renderOverdueList(
        [...open, ...open].map((one, at) => ({ ...one, clientName, ownerId: at === 0 ? null : one.ownerId })),
        TODAY,
        t,
      ),
    ]),
    ...Object.entries(said).flatMap(([reason, words]) =>
      message(`refused, ${reason}`, 'renderNotice', [renderNotice(words as never)]),
    ),
    modal(
      'questions',
      'renderPlanQuestions',
      renderPlanQuestions({ ...start, saved: null, prefill: isSaved ? prefill : none }, TODAY, t),
    ),
    modal('questions, again', 'renderPlanQuestions', renderPlanQuestions({ ...start, saved, prefill }, TODAY, t)),
    modal(
      'not repairing',
      'renderMessageView',
      renderMessageView({ title: t.planForms.title, text: replies.not_repairing as never }, t),
    ),
    modal(
      'suggestions',
      'renderPlanSuggestions',
      renderPlanSuggestions({ reviewId: REVIEW_ID, clientId: REVIEW_ID, clientName, suggested, roomFor: 20 }, t),
    ),
    modal('items', 'renderPlanItems', renderPlanItems({ ...target, ticked: suggested.map(({ id }) => id) }, t)),
    modal('items, one more', 'renderPlanItems', renderPlanItems({ ...target, ticked: [] }, t)),
    modal('item later', 'renderItemLater', renderItemLater(item, t)),
    modal('item reopen', 'renderItemReopen', renderItemReopen(item, t)),
    modal('item drop', 'renderItemDrop', renderItemDrop(item, t)),
    modal('item edit', 'renderItemEdit', renderItemEdit(item, t)),
    {
      ...{ name: 'plan, what is wrong', group: 'Forms', renderers: ['renderErrors'], kind: 'errors' },
      errors: {
        a: t.planForms.suggestions.tooMany(3),
        b: t.planForms.items.needed,
        c: t.plan.tooMany(20),
        d: replies.closedBy('Parley'),
      },
    },
  ];
}
