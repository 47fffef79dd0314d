import type { PrismaClient } from './generated/client.ts';

/** Questions about plans over all workspaces, asked by the clock only; see sweep.ts. */
export function createPlanSweep(db: PrismaClient) {
  return {
    /** Workspaces in which something planned is still to be done. */
    async findPlanWorkspaces(): Promise<string[]> {
      const where = { state: 'open' };
      const rows = await db.planItem.findMany({ where, distinct: ['workspaceId'], select: { workspaceId: true } });
      return rows.map(({ workspaceId }) => workspaceId);
    },
  };
}
