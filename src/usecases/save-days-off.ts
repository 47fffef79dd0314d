import { dayOf } from '../domain/calendar.ts';
import { type OwnDaysChange, type OwnDaysPlan, planOwnDaysOff } from '../domain/days-off.ts';
import type { Deps } from './deps.ts';

export type SaveDaysOff = OwnDaysChange & {
  readonly workspaceId: string;
  readonly userId: string;
  /** The person's own zone: it says which day is today. */
  readonly timeZone: string;
};

/** Adds and removes a person's own days off (product: quiet). The audit log says that they changed, not which they are. */
export async function saveDaysOff(
  deps: Deps,
  { workspaceId, userId, timeZone, add, remove }: SaveDaysOff,
): Promise<OwnDaysPlan> {
  const now = deps.clock();
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const current = (await stores.memberSettings.findDaysOff([userId])).get(userId) ?? [];
    const plan = planOwnDaysOff(current, { add, remove }, dayOf(now, timeZone));
    if (!plan.ok) return plan;
    await stores.memberSettings.saveDaysOff(userId, plan.daysOff);
    await stores.audit.add({ actorId: userId, action: 'days_off_changed', subject: userId, details: null, at: now });
    return plan;
  });
}
