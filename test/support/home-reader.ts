import { findHomeFacts, type Home, type HomeRoom, homeOf } from '../../src/usecases/read-home.ts';
import type { PulseWorld } from './pulse-world.ts';
import { FACILITATOR, WORKSPACE } from './usecase-world.ts';

type Reader = { readonly isManager?: boolean; readonly timeZone?: string; readonly room?: HomeRoom };

/** Reads the Homes of a world's people. */
export function createHomeReader(world: PulseWorld) {
  async function homeFor(userId: string, { isManager = false, timeZone = 'UTC', room }: Reader = {}): Promise<Home> {
    const facts = await findHomeFacts(world.deps, { workspaceId: WORKSPACE, userId }, room);
    if (!facts) throw new Error('the workspace is not there');
    return homeOf(world.deps, facts, { userId, isManager, timeZone });
  }
  return {
    homeFor,
    managers: (room?: HomeRoom) => homeFor(FACILITATOR, { isManager: true, ...(room ? { room } : {}) }),
  };
}
