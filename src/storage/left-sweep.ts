import { Prisma, type PrismaClient } from './generated/client.ts';

/** Much may have been stored, and nobody waits for this. */
const DELETED_WITHIN_MS = 5 * 60_000;

/** What the clock does about workspaces that left; ids only. */
export function createLeftSweep(db: PrismaClient) {
  return {
    /** Workspaces that uninstalled the app before this instant and did not install it again. */
    async findLeftWorkspaces(before: Date): Promise<string[]> {
      const where = { sealedToken: null, uninstalledAt: { lt: before } };
      const rows = await db.installation.findMany({ where, select: { workspaceId: true } });
      return rows.map(({ workspaceId }) => workspaceId);
    },

    /** Deletes all that is stored of one of them; false when it has installed the app again. */
    deleteLeftWorkspace: (workspaceId: string, before: Date): Promise<boolean> =>
      deleteWorkspace(db, { workspaceId, uninstalledBefore: before }),
  };
}

/**
 * Deletes every row of a workspace that uninstalled the app before `uninstalledBefore`, and of no other, in one transaction. False when
 * the app is installed there, or was uninstalled later: somebody who installs it again at this moment waits for the end, or is in time.
 */
async function deleteWorkspace(
  db: PrismaClient,
  { workspaceId, uninstalledBefore }: { workspaceId: string; uninstalledBefore: Date },
): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      const ended = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM "Installation" WHERE "workspaceId" = ${workspaceId} AND "sealedToken" IS NULL
          AND "uninstalledAt" < ${uninstalledBefore.toISOString()}::timestamptz FOR UPDATE`;
      if (ended.length === 0) return false;
      // With most of what belongs to them; whatever is left, also in tables that come later, is found by its column.
      await tx.client.deleteMany({ where: { workspaceId } });
      const tables = await tx.$queryRaw<{ name: string }[]>`
        SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = current_schema() AND column_name = 'workspaceId' ORDER BY table_name`;
      for (const { name } of tables)
        await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${name}"`)} WHERE "workspaceId" = ${workspaceId}`;
      await tx.workspace.deleteMany({ where: { id: workspaceId } });
      return true;
    },
    { timeout: DELETED_WITHIN_MS, maxWait: 10_000 },
  );
}
