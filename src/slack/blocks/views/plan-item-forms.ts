import type { ModalView } from '@slack/types';
import { MAX_REASON_LENGTH, type PlanItem } from '../../../domain/plan/plan-item.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { section } from '../building-blocks.ts';
import { shownItem } from '../item-text.ts';
import { dateInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { itemInputs } from './plan-forms.ts';

/** *Later*: a new date for an item. */
export function renderItemLater(item: PlanItem, t: Messages): ModalView {
  const { later, quote } = t.planForms;
  const blocks = [section(quote(shownItem(item))), dateInput({ id: FIELDS.dueOn, label: later.due })];
  return formView({ callbackId: VIEWS.itemLater, ...later, metadata: item.id, blocks }, t);
}

/** *Open again*: until when a closed item is done after all. */
export function renderItemReopen(item: PlanItem, t: Messages): ModalView {
  const { reopen, quote } = t.planForms;
  const blocks = [section(quote(shownItem(item))), dateInput({ id: FIELDS.dueOn, label: reopen.due })];
  return formView({ callbackId: VIEWS.itemReopen, ...reopen, metadata: item.id, blocks }, t);
}

/** *Drop*: why it is not needed any more. */
export function renderItemDrop(item: PlanItem, t: Messages): ModalView {
  const { drop, quote } = t.planForms;
  const reason = textInput({
    ...{ id: FIELDS.reason, label: drop.reason, hint: drop.hint },
    ...{ isMultiline: true, maxLength: MAX_REASON_LENGTH },
  });
  return formView(
    { callbackId: VIEWS.itemDrop, ...drop, metadata: item.id, blocks: [section(quote(shownItem(item))), reason] },
    t,
  );
}

/** *Change*, also to give it to somebody else. */
export function renderItemEdit(item: PlanItem, t: Messages): ModalView {
  const { text: initial, ownerId, dueOn } = item;
  const blocks = itemInputs({ index: 0, initial, ownerId, dueOn, isOptional: false }, t);
  return formView({ callbackId: VIEWS.itemEdit, ...t.planForms.edit, metadata: item.id, blocks }, t);
}
