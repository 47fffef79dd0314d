import { dayOf } from '../domain/calendar.ts';
import { isPausedOn } from '../domain/own-pause.ts';
import type { RemindDeps } from './remind-participants.ts';

/** Those of these people who are paused now, by the calendar of their own zone. Slack is asked only about those who have a pause. */
export async function findPaused(
  deps: RemindDeps,
  { workspaceId, userIds }: { workspaceId: string; userIds: readonly string[] },
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const stores = deps.storage.forWorkspace(workspaceId);
  const pauses = [...(await stores.memberSettings.findPauses(userIds))];
  if (pauses.length === 0) return new Set();
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const zones = await deps.findTimeZones(pauses.map(([userId]) => userId));
  const now = deps.clock();
  const isPaused = (until: string, at: number) => isPausedOn(until, dayOf(now, zones[at] ?? settings.timeZone));
  return new Set(pauses.filter(([, until], at) => isPaused(until, at)).map(([userId]) => userId));
}
