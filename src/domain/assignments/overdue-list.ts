import { dayOf } from '../calendar.ts';
import { mondayOf, weekOf } from '../pulse-week.ts';
import { mayBeWrittenTo, type WorkingPerson } from '../working-person.ts';
import type { Assignment } from './assignment.ts';

/** A manager and the clients they answer for. */
export type OverdueListManager = WorkingPerson & { readonly clientIds: readonly string[] };

/** The one message of a week about what is overdue. */
export type OverdueList = {
  readonly userId: string;
  /** As `weekOf` counts them. */
  readonly week: number;
  readonly purpose: string;
  /** Longest overdue first. */
  readonly overdue: readonly Pick<Assignment, 'kind' | 'id'>[];
};

export type OverdueFacts = {
  readonly managers: readonly OverdueListManager[];
  readonly assignments: readonly Assignment[];
  readonly sentPurposes: ReadonlySet<string>;
};

/** The name of a manager's list of a week. */
export const overdueListPurpose = (week: number, userId: string) => `items-overdue:${week}:${userId}`;

/**
 * The weekly lists that are due now: one message a week for each manager, in their own working hours, with what was already overdue
 * when the week began (Monday): items of plans and steps of partings, those of nobody too. What becomes overdue later is in the next
 * list, so that the list comes at the start of a week or not at all. No message when nothing is overdue.
 */
export function planOverdueLists({ managers, assignments, sentPurposes }: OverdueFacts, now: Date): OverdueList[] {
  return managers.flatMap((manager) => {
    const week = weekOf(dayOf(now, manager.timeZone));
    const purpose = overdueListPurpose(week, manager.userId);
    if (sentPurposes.has(purpose) || !mayBeWrittenTo(manager, now)) return [];
    const overdue = assignments
      .filter(({ clientId, dueOn }) => manager.clientIds.includes(clientId) && dueOn < mondayOf(week))
      .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1))
      .map(({ kind, id }) => ({ kind, id }));
    return overdue.length === 0 ? [] : [{ userId: manager.userId, week, purpose, overdue }];
  });
}
