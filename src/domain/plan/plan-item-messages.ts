import { dayOf } from '../calendar.ts';
import type { ClientStatus } from '../client.ts';
import { workingDaysBefore } from '../working-days.ts';
import { mayBeWrittenTo, type WorkingPerson } from '../working-person.ts';
import type { PlanItem } from './plan-item.ts';

/** An owner hears of an item this many working days before it is due (product: due and overdue action items). */
export const DUE_SOON_WORKING_DAYS = 2;

export type ItemMessageKind = 'given' | 'due_soon' | 'overdue' | 'owner_left';

/** One message that is due now. Sending it settles all purposes in `settles`, so that no other message says the same again. */
export type ItemMessage = {
  readonly kind: ItemMessageKind;
  readonly itemId: string;
  /** Who gets it: the owner; the manager for `owner_left`. */
  readonly userId: string;
  readonly purpose: string;
  readonly settles: readonly string[];
};

export type FollowedItem = {
  readonly item: PlanItem;
  readonly clientStatus: ClientStatus;
  /** Null when the owner is gone from Slack, or may not own it any more. */
  readonly owner: WorkingPerson | null;
  /** Who is told when the owner is gone: the manager who gave it, or another of the client; null when there is none. */
  readonly manager: WorkingPerson | null;
};

/** The names of the messages about items: one message for one purpose. */
export const itemPurpose = {
  given: ({ id, giving }: PlanItem) => `item-given:${id}:${giving}`,
  dueSoon: ({ id, giving, dueOn }: PlanItem) => `item-due-soon:${id}:${giving}:${dueOn}`,
  overdue: ({ id, giving, dueOn }: PlanItem) => `item-overdue:${id}:${giving}:${dueOn}`,
  ownerLeft: ({ id, giving }: PlanItem) => `item-owner-left:${id}:${giving}`,
} as const;

/** A plan rests while we part: nobody is reminded to repair what is ending; it goes on when the client is kept after all. */
export function isPlanFollowed(status: ClientStatus): boolean {
  return status === 'active' || status === 'repairing';
}

/**
 * The messages about items that are due now (product: direct messages). The owner hears once when an item is given, once two working
 * days before it is due, once when it is overdue; each only in their own working hours, and never two about one item at the same
 * time. A new date or a new owner begins anew. An item whose owner is gone goes to the manager, once.
 */
export function planItemMessages(
  items: readonly FollowedItem[],
  sentPurposes: ReadonlySet<string>,
  now: Date,
): ItemMessage[] {
  return items.flatMap(({ item, clientStatus, owner, manager }) => {
    if (item.state !== 'open' || !isPlanFollowed(clientStatus)) return [];
    const to = owner ?? manager;
    if (to === null || !mayBeWrittenTo(to, now)) return [];
    const message = owner === null ? ownerLeft(item, to) : toOwner({ item, owner, sentPurposes, now });
    return message === null || sentPurposes.has(message.purpose) ? [] : [message];
  });
}

function ownerLeft(item: PlanItem, manager: WorkingPerson): ItemMessage {
  const purpose = itemPurpose.ownerLeft(item);
  return { kind: 'owner_left', itemId: item.id, userId: manager.userId, purpose, settles: [purpose] };
}

type OwnerFacts = {
  readonly item: PlanItem;
  readonly owner: WorkingPerson;
  readonly sentPurposes: ReadonlySet<string>;
  readonly now: Date;
};

/** The one message an owner gets now. Being given an item says when it is due, so it stands for the reminders of the same moment. */
function toOwner({ item, owner, sentPurposes, now }: OwnerFacts): ItemMessage | null {
  const today = dayOf(now, owner.timeZone);
  const isLate = today > item.dueOn;
  const isSoon = today >= workingDaysBefore(item.dueOn, DUE_SOON_WORKING_DAYS, owner.daysOff);
  const message = (kind: ItemMessageKind, settles: readonly [string, ...string[]]): ItemMessage => ({
    ...{ kind, itemId: item.id, userId: owner.userId, purpose: settles[0], settles },
  });
  const given = itemPurpose.given(item);
  const dueSoon = itemPurpose.dueSoon(item);
  const overdue = itemPurpose.overdue(item);
  if (!sentPurposes.has(given))
    return message('given', [given, ...(isSoon ? [dueSoon] : []), ...(isLate ? [overdue] : [])]);
  if (isLate) return message('overdue', [overdue, dueSoon]);
  return isSoon ? message('due_soon', [dueSoon]) : null;
}
