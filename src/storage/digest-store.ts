import type { Scope } from './scope.ts';

/** Where managers read the digest of each week, and of which weeks there can be one. */
export function createDigestStore({ db, workspaceId }: Scope) {
  return {
    /** The digest's channel, held until the transaction ends: of two at once, one sees what the other did. */
    async lockChannel(): Promise<string | null> {
      const [row] = await db.$queryRaw<{ channelId: string | null }[]>`
        SELECT "digestChannelId" AS "channelId" FROM "Workspace" WHERE id = ${workspaceId} FOR UPDATE`;
      return row?.channelId ?? null;
    },

    /** Null: no digest is posted. */
    async saveChannel(channelId: string | null): Promise<void> {
      await db.workspace.updateMany({ where: { id: workspaceId }, data: { digestChannelId: channelId } });
    },

    /** The digest follows its channel to that channel's new id. */
    async changeChannel(oldId: string, newId: string): Promise<void> {
      const where = { id: workspaceId, digestChannelId: oldId };
      await db.workspace.updateMany({ where, data: { digestChannelId: newId } });
    },

    /** The weeks from one on in which anybody was asked, oldest first. */
    async listAskedWeeks(fromWeek: number): Promise<number[]> {
      const where = { workspaceId, week: { gte: fromWeek }, status: 'sent' };
      const rows = await db.pulseInvite.groupBy({ by: ['week'], where, orderBy: { week: 'asc' } });
      return rows.map(({ week }) => week);
    },
  };
}
