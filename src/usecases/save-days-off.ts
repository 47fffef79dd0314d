import { dayOf } from '../domain/calendar.ts';
import { type OwnDaysChange, type OwnDaysPlan, planOwnDaysOff } from '../domain/days-off.ts';
import { type OwnPausePlan, planOwnPause } from '../domain/own-pause.ts';
import type { Deps } from './deps.ts';

export type SaveDaysOff = OwnDaysChange & {
  readonly workspaceId: string;
  readonly userId: string;
  /** The person's own zone: it says which day is today. */
  readonly timeZone: string;
  /** The last day of the pause; null ends it, undefined leaves it as it is. */
  readonly pausedUntil?: string | null | undefined;
};

export type SaveDaysOffResult = OwnDaysPlan | Extract<OwnPausePlan, { ok: false }>;

/**
 * Adds and removes a person's own days off and sets their pause (product: quiet): all of it or, when something is refused, nothing.
 * The audit log says that they changed, not which they are.
 */
export async function saveDaysOff(
  deps: Deps,
  { workspaceId, userId, timeZone, add, remove, pausedUntil }: SaveDaysOff,
): Promise<SaveDaysOffResult> {
  const now = deps.clock();
  const today = dayOf(now, timeZone);
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const current = (await stores.memberSettings.findDaysOff([userId])).get(userId) ?? [];
    const plan = planOwnDaysOff(current, { add, remove }, today);
    if (!plan.ok) return plan;
    const pause = pausedUntil === undefined ? null : planOwnPause(pausedUntil, today);
    if (pause && !pause.ok) return pause;
    await stores.memberSettings.saveDaysOff(userId, plan.daysOff);
    if (pause) await stores.memberSettings.savePause(userId, pause.pausedUntil);
    await stores.audit.add({ actorId: userId, action: 'days_off_changed', subject: userId, details: null, at: now });
    return plan;
  });
}

/** Ends a person's pause now. */
export async function endOwnPause(
  deps: Deps,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<void> {
  const at = deps.clock();
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    await stores.memberSettings.savePause(userId, null);
    await stores.audit.add({ actorId: userId, action: 'own_settings_changed', subject: userId, details: null, at });
  });
}
