import type { Db } from './scope.ts';

/**
 * The workspaces that uninstalled the app, which the clock leaves alone: nothing can be said there, and what is overdue there would
 * take the turn of the others.
 */
export async function findUninstalled(db: Db): Promise<string[]> {
  const rows = await db.installation.findMany({ where: { sealedToken: null }, select: { workspaceId: true } });
  return rows.map(({ workspaceId }) => workspaceId);
}
