import { accepted, type Checked, refused } from '../checked.ts';
import { checkDueDate, type DueDateRefusal } from '../due-date.ts';
import type { SuggestionId } from './suggestions.ts';

export const ITEM_STATES = ['open', 'done', 'dropped'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const MAX_ITEM_LENGTH = 500;
export const MAX_REASON_LENGTH = 500;
/** As many as a card and its form can hold. */
export const MAX_OPEN_ITEMS = 20;

/** One thing that must change for a relationship to be worth keeping (method 6). */
export type PlanItem = {
  readonly id: string;
  readonly clientId: string;
  /** The review whose decision it came from. */
  readonly reviewId: string;
  /** Null for an item in the manager's own words. */
  readonly suggestionId: SuggestionId | null;
  readonly text: string;
  readonly isFirst: boolean;
  readonly ownerId: string;
  /** The manager who made it or gave it last. */
  readonly givenById: string;
  readonly givenAt: Date;
  /** How many times it was given to somebody: 1 at first. Each giving has messages of its own. */
  readonly giving: number;
  /** YYYY-MM-DD, a day of the owner's calendar: the whole of it is in time. */
  readonly dueOn: string;
  readonly state: ItemState;
  /** Why it was dropped; null unless it was. */
  readonly reason: string | null;
  /** Null while it is open. */
  readonly closedAt: Date | null;
  readonly closedById: string | null;
  /** Grows with every change; a change made on an older one is not taken. */
  readonly version: number;
};

/** What somebody does to an item. */
export type ItemChange =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly dueOn: string | null }
  | { readonly kind: 'drop'; readonly reason: string | null }
  | { readonly kind: 'reopen'; readonly dueOn: string | null }
  | { readonly kind: 'edit'; readonly text: string; readonly dueOn: string | null }
  /** The new owner has been checked by `ownerRefusal`. */
  | { readonly kind: 'give'; readonly ownerId: string; readonly dueOn: string | null };

export type ItemActor = {
  readonly userId: string;
  readonly isManager: boolean;
  /** The day of the person who acts, YYYY-MM-DD. */
  readonly today: string;
  readonly now: Date;
};

export type ItemTextRefusal = 'text_missing' | 'text_too_long';
export type ItemRefusal =
  | 'not_yours'
  | 'already_done'
  | 'already_dropped'
  | 'still_open'
  | 'reason_missing'
  | 'reason_too_long'
  | 'not_later'
  | ItemTextRefusal
  | DueDateRefusal;

/**
 * An item after a change (method 6): open → done, or dropped with a reason; a closed one is opened again, with a new date.
 * Done, later, drop and reopen belong to the owner and to managers; edit and give to managers. A dropped item cannot be done
 * and a done one not dropped: it has to be opened again first, so that nobody undoes a colleague's click by accident.
 */
export function changeItem(item: PlanItem, change: ItemChange, actor: ItemActor): Checked<PlanItem, ItemRefusal> {
  const isManagers = change.kind === 'give' || change.kind === 'edit';
  if (!actor.isManager && (isManagers || actor.userId !== item.ownerId)) return refused('not_yours');
  if (change.kind === 'reopen') return item.state === 'open' ? refused('still_open') : reopened(item, change, actor);
  if (item.state !== 'open') return refused(item.state === 'done' ? 'already_done' : 'already_dropped');
  const next = { ...item, version: item.version + 1 };
  switch (change.kind) {
    case 'done':
      return accepted({ ...next, state: 'done', ...closedBy(actor) });
    case 'drop': {
      const reason = checkReason(change.reason);
      return reason.ok ? accepted({ ...next, state: 'dropped', reason: reason.value, ...closedBy(actor) }) : reason;
    }
    case 'later': {
      const due = checkDueDate(change.dueOn, actor.today);
      if (!due.ok) return due;
      return due.value <= item.dueOn ? refused('not_later') : accepted({ ...next, dueOn: due.value });
    }
    case 'edit': {
      const text = checkItemText(change.text);
      if (!text.ok) return text;
      // A date that stays as it was is no new promise: an overdue item can be reworded.
      const due = change.dueOn === item.dueOn ? accepted(item.dueOn) : checkDueDate(change.dueOn, actor.today);
      return due.ok ? accepted({ ...next, text: text.value, dueOn: due.value }) : due;
    }
    case 'give': {
      const due = checkDueDate(change.dueOn, actor.today);
      if (!due.ok) return due;
      const given = { ownerId: change.ownerId, givenById: actor.userId, givenAt: actor.now, giving: item.giving + 1 };
      return accepted({ ...next, ...given, dueOn: due.value });
    }
  }
}

/** The words of an item: 1 to 500 characters, without white space around them. */
export function checkItemText(typed: string): Checked<string, ItemTextRefusal> {
  const text = typed.trim();
  if (text === '') return refused('text_missing');
  return text.length > MAX_ITEM_LENGTH ? refused('text_too_long') : accepted(text);
}

/** Why something is dropped, left out or skipped: 1 to 500 characters. */
export function checkReason(typed: string | null): Checked<string, 'reason_missing' | 'reason_too_long'> {
  const reason = typed?.trim() ?? '';
  if (reason === '') return refused('reason_missing');
  return reason.length > MAX_REASON_LENGTH ? refused('reason_too_long') : accepted(reason);
}

function closedBy({ userId, now }: ItemActor): Pick<PlanItem, 'closedAt' | 'closedById'> {
  return { closedAt: now, closedById: userId };
}

function reopened(
  item: PlanItem,
  { dueOn }: { readonly dueOn: string | null },
  { today }: ItemActor,
): Checked<PlanItem, ItemRefusal> {
  const due = checkDueDate(dueOn, today);
  if (!due.ok) return due;
  const open = { state: 'open', reason: null, closedAt: null, closedById: null } as const;
  return accepted({ ...item, ...open, dueOn: due.value, version: item.version + 1 });
}
