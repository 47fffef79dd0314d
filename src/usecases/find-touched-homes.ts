import { addDays, dayOf } from '../domain/calendar.ts';
import type { HomeTouch } from '../domain/home-touch.ts';
import type { Deps } from './deps.ts';

/** Who has not opened their Home for longer sees it anew when they do. */
const DAYS_WATCHED = 3;

/** Whose Home is to be looked at again after these; only people who opened theirs in the last days, the latest first. */
export function findTouchedHomes(
  deps: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, touches }: { workspaceId: string; touches: readonly HomeTouch[] },
): Promise<string[]> {
  const since = addDays(dayOf(deps.clock(), 'UTC'), -DAYS_WATCHED);
  return deps.storage.forWorkspace(workspaceId).home.listTouched(touches, since);
}
