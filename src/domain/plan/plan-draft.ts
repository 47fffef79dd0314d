import { type Checked, refused } from '../checked.ts';
import { checkDueDate, type DueDateRefusal } from '../due-date.ts';
import type { OwnerRefusal } from './item-owner.ts';
import { checkItemText, type ItemTextRefusal, MAX_OPEN_ITEMS, type PlanItem } from './plan-item.ts';
import { SUGGESTION_IDS, type SuggestionId } from './suggestions.ts';

/** An item as a form has it, before it is checked. */
export type TypedItem = {
  readonly suggestionId: SuggestionId | null;
  readonly text: string;
  readonly isFirst: boolean;
  readonly ownerId: string | null;
  readonly dueOn: string | null;
};

/** An item that can be saved. */
export type NewItem = Pick<PlanItem, 'suggestionId' | 'text' | 'isFirst' | 'ownerId' | 'dueOn'>;

export type NewItemRefusal = ItemTextRefusal | DueDateRefusal | OwnerRefusal | 'owner_missing';

/** What is wrong with one field of one item; `index` is the item's place in the form, from 0. */
export type NewItemProblem = {
  readonly index: number;
  readonly field: 'text' | 'ownerId' | 'dueOn';
  readonly reason: NewItemRefusal;
};

export type NewItemsFacts = {
  readonly typed: readonly TypedItem[];
  /** From `ownerRefusal`, for each person who was chosen. */
  readonly refusalOf: (userId: string) => OwnerRefusal | null;
  readonly today: string;
};

export type NewItemsPlan =
  | { readonly ok: true; readonly items: readonly NewItem[] }
  | { readonly ok: false; readonly problems: readonly NewItemProblem[] };

/** Checks all items of a form at once, so that every field that needs a change says so at the same time. */
export function checkNewItems({ typed, refusalOf, today }: NewItemsFacts): NewItemsPlan {
  const problems: NewItemProblem[] = [];
  const items = typed.map((item, index): NewItem => {
    const read = (field: NewItemProblem['field'], checked: Checked<string, NewItemRefusal>): string => {
      if (!checked.ok) problems.push({ index, field, reason: checked.reason });
      return checked.ok ? checked.value : '';
    };
    return {
      suggestionId: item.suggestionId,
      text: read('text', checkItemText(item.text)),
      isFirst: item.isFirst,
      ownerId: read('ownerId', checkOwner(item.ownerId, refusalOf)),
      dueOn: read('dueOn', checkDueDate(item.dueOn, today)),
    };
  });
  return problems.length === 0 ? { ok: true, items } : { ok: false, problems };
}

function checkOwner(
  ownerId: string | null,
  refusalOf: NewItemsFacts['refusalOf'],
): Checked<string, OwnerRefusal | 'owner_missing'> {
  if (ownerId === null) return refused('owner_missing');
  const reason = refusalOf(ownerId);
  return reason === null ? { ok: true, value: ownerId } : refused(reason);
}

/** What a new plan begins with. */
export type MergedPlan = {
  /** Everything of earlier plans that is still open, overdue first: it is shown before anything new is added. */
  readonly earlier: readonly PlanItem[];
  readonly alreadyOpen: readonly SuggestionId[];
  /** How many new ones fit beside them. */
  readonly roomFor: number;
};

/** Puts a new plan together with what is open from earlier ones of the same client: nothing is lost, nothing suggested twice. */
export function mergeEarlierItems(items: readonly PlanItem[], clientId: string): MergedPlan {
  const earlier = items
    .filter((item) => item.clientId === clientId && item.state === 'open')
    .sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.id, b.id));
  return {
    earlier,
    alreadyOpen: SUGGESTION_IDS.filter((id) => earlier.some((item) => item.suggestionId === id)),
    roomFor: Math.max(0, MAX_OPEN_ITEMS - earlier.length),
  };
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
