import { findUninstalled } from './find-uninstalled.ts';
import type { PrismaClient } from './generated/client.ts';

/** Questions about plans and partings over all workspaces, asked by the clock only; see sweep.ts. */
export function createPlanSweep(db: PrismaClient) {
  return {
    /** Workspaces in which an item of a plan or a step of a running parting is still to be done. */
    async findPlanWorkspaces(): Promise<string[]> {
      const each = { distinct: ['workspaceId' as const], select: { workspaceId: true } };
      const workspaceId = { notIn: await findUninstalled(db) };
      const items = await db.planItem.findMany({ where: { workspaceId, state: 'open' }, ...each });
      const partings = await db.parting.findMany({ where: { workspaceId, runningClientId: { not: null } }, ...each });
      return [...new Set([...items, ...partings].map(({ workspaceId }) => workspaceId))];
    },
  };
}
