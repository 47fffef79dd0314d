import { REMIND_AT_SHARE } from '../domain/reminder.ts';
import type { PrismaClient } from './generated/client.ts';
import { enqueueOwedPosts } from './post-store.ts';

export type ReviewRef = { readonly workspaceId: string; readonly reviewId: string };

/** Questions over all workspaces, asked by the clock only. They give ids; whoever acts on one goes through its workspace. */
export function createSweep(db: PrismaClient) {
  return {
    /** Open reviews whose step should have ended by `now`, the longest overdue first. */
    async findDueReviews(now: Date, limit = 200): Promise<ReviewRef[]> {
      const rows = await db.review.findMany({
        where: { openClientId: { not: null }, phaseEndsAt: { lte: now } },
        orderBy: { phaseEndsAt: 'asc' },
        take: limit,
        select: { workspaceId: true, id: true },
      });
      return rows.map(({ workspaceId, id }) => ({ workspaceId, reviewId: id }));
    },

    /** Open reviews in which everybody has answered the current question: the app died between the answer and the move. */
    async findCompleteReviews(limit = 200): Promise<ReviewRef[]> {
      return db.$queryRaw<ReviewRef[]>`
        SELECT r."workspaceId", r.id AS "reviewId" FROM "Review" r
        WHERE r."openClientId" IS NOT NULL
          AND (SELECT count(*) FROM "Participant" p WHERE p."workspaceId" = r."workspaceId" AND p."reviewId" = r.id)
            <= (SELECT count(*) FROM "Answer" a WHERE a."workspaceId" = r."workspaceId" AND a."reviewId" = r.id
                AND a.phase = CASE r.state WHEN 'short_of_voices' THEN 'complaints' ELSE r.state END)
        LIMIT ${limit}`;
    },

    /** Open reviews whose step has gone far enough for its reminder. Those in a meeting have none. */
    async findRemindableReviews(now: Date, limit = 500): Promise<ReviewRef[]> {
      const at = now.toISOString();
      return db.$queryRaw<ReviewRef[]>`
        SELECT "workspaceId", id AS "reviewId" FROM "Review"
        WHERE "openClientId" IS NOT NULL AND preset <> 'live' AND "phaseEndsAt" > ${at}::timestamptz
          AND ${at}::timestamptz >= COALESCE("phaseStartedAt", "startedAt")
            + ("phaseEndsAt" - COALESCE("phaseStartedAt", "startedAt")) * ${REMIND_AT_SHARE}::float8
        ORDER BY "phaseEndsAt" LIMIT ${limit}`;
    },

    /** Deletes lines that were pasted for an import and are older than `before`: nobody came back for them. */
    async deleteOldImports(before: Date): Promise<number> {
      const { count } = await db.clientImport.deleteMany({ where: { createdAt: { lt: before } } });
      return count;
    },

    /** Adds the jobs of messages that are owed and have none waiting. */
    enqueueOwedPosts: (limit = 500) => enqueueOwedPosts(db, { limit }),

    /** Every open review, for what is refreshed once at start. */
    async findOpenReviews(limit = 1000): Promise<ReviewRef[]> {
      const rows = await db.review.findMany({
        where: { openClientId: { not: null } },
        take: limit,
        select: { workspaceId: true, id: true },
      });
      return rows.map(({ workspaceId, id }) => ({ workspaceId, reviewId: id }));
    },
  };
}
