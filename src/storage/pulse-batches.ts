import type { PulseInvite, PulseSkip } from '../domain/pulse.ts';
import type { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';

/** What happens to many people's pulses at one moment: one statement for all of them. */
export function createPulseBatches({ db, workspaceId }: Scope) {
  async function add(data: Prisma.PulseInviteCreateManyInput[]): Promise<string[]> {
    // In one order, so that two replicas wait for each other and never in a circle.
    const inOrder = [...data].sort((a, b) => (a.userId < b.userId ? -1 : 1));
    const added = await db.pulseInvite.createManyAndReturn({
      ...{ data: inOrder, skipDuplicates: true, select: { userId: true } },
    });
    return added.map(({ userId }) => userId);
  }

  return {
    /** People are asked; gives the ids of those who had not been, nor been left out. Two at once never ask one person both. */
    async invite(invites: readonly Omit<PulseInvite, 'declinedAt' | 'remindedAt' | 'closedAt'>[]): Promise<string[]> {
      const data = invites.map(({ clientIds, ...one }) => ({
        workspaceId,
        status: 'sent',
        ...one,
        clientIds: [...clientIds],
      }));
      return add(data);
    },

    /** People are left out of a week; gives the ids of those of whom that was not noted, and who were not asked. */
    async skip(skips: readonly { week: number; userId: string; why: PulseSkip }[]): Promise<string[]> {
      return add(skips.map((one) => ({ workspaceId, ...one, status: 'skipped' })));
    },

    /** Gives the ids of those who had not been reminded of this week before. */
    async markReminded(week: number, userIds: readonly string[], at: Date): Promise<string[]> {
      const rows = await db.$queryRaw<{ userId: string }[]>`
        UPDATE "PulseInvite" p SET "remindedAt" = ${at.toISOString()}::timestamptz FROM (
          SELECT "userId" FROM "PulseInvite"
          WHERE "workspaceId" = ${workspaceId} AND week = ${week}::int AND "userId" = ANY(${[...userIds]})
            AND status = 'sent' AND "remindedAt" IS NULL
          ORDER BY "userId" FOR UPDATE) late
        WHERE p."workspaceId" = ${workspaceId} AND p.week = ${week}::int AND p."userId" = late."userId"
        RETURNING p."userId"`;
      return rows.map(({ userId }) => userId);
    },

    /** Closes windows that are over, at most `limit`; gives those that it closed. One in which somebody answers at this moment stays for the next call. */
    async closeSome(at: Date, limit: number): Promise<{ week: number; userId: string }[]> {
      return db.$queryRaw<{ week: number; userId: string }[]>`
        UPDATE "PulseInvite" p SET "closedAt" = ${at.toISOString()}::timestamptz FROM (
          SELECT week, "userId" FROM "PulseInvite"
          WHERE "workspaceId" = ${workspaceId} AND status = 'sent' AND "closedAt" IS NULL AND "closesAt" <= ${at.toISOString()}::timestamptz
          ORDER BY week, "userId" LIMIT ${limit}::int FOR UPDATE SKIP LOCKED) ended
        WHERE p."workspaceId" = ${workspaceId} AND p.week = ended.week AND p."userId" = ended."userId"
        RETURNING p.week, p."userId"`;
    },
  };
}
