import { dayOf } from '../calendar.ts';
import type { PlanItem } from './plan-item.ts';

/** A plan in numbers, for cards, the client's page and the digest. */
export type PlanFigures = {
  readonly open: number;
  readonly done: number;
  readonly dropped: number;
  /** Of the open ones. */
  readonly overdue: number;
  /** The open item due first; null when none is open. */
  readonly next: PlanItem | null;
  readonly isFinished: boolean;
};

/** An open item whose day is over: the day after `dueOn` has begun where its owner lives. */
export function isOverdue(item: Pick<PlanItem, 'state' | 'dueOn'>, now: Date, ownerTimeZone: string): boolean {
  return item.state === 'open' && dayOf(now, ownerTimeZone) > item.dueOn;
}

/** Counts a plan. A plan without items is not finished: nothing was planned. */
export function planFigures(items: readonly PlanItem[], zoneOf: (ownerId: string) => string, now: Date): PlanFigures {
  const open = items.filter(({ state }) => state === 'open');
  const first = open.reduce<PlanItem | null>((a, b) => (a === null || b.dueOn < a.dueOn ? b : a), null);
  return {
    open: open.length,
    done: items.filter(({ state }) => state === 'done').length,
    dropped: items.filter(({ state }) => state === 'dropped').length,
    overdue: open.filter((item) => isOverdue(item, now, zoneOf(item.ownerId))).length,
    next: first,
    isFinished: items.length > 0 && open.length === 0,
  };
}
