import { REHEARSAL_LASTS_MS } from '../domain/rehearsal/rehearsal.ts';
import { REMIND_AT_SHARE } from '../domain/reminder.ts';
import { findUninstalled } from './find-uninstalled.ts';
import type { PrismaClient } from './generated/client.ts';
import { enqueueOwedPosts } from './post-store.ts';

const SYNC_MINUTES = 15;
/** A tick may come late by a minute. */
const JUST_BEGUN_MS = 2 * 60_000;

export type ReviewRef = { readonly workspaceId: string; readonly reviewId: string };

export type ReviewChannel = ReviewRef & { readonly channelId: string; readonly isPaused: boolean };

/**
 * Questions over all workspaces, asked by the clock only. They give ids; whoever acts on one goes through its workspace. Those that lead
 * to something that is said in Slack leave out workspaces that uninstalled the app.
 */
export function createSweep(db: PrismaClient) {
  const installed = async () => ({ workspaceId: { notIn: await findUninstalled(db) } });
  return {
    /** Open reviews whose step should have ended by `now`, the longest overdue first. */
    async findDueReviews(now: Date, limit = 200): Promise<ReviewRef[]> {
      const rows = await db.review.findMany({
        where: { ...(await installed()), openClientId: { not: null }, pausedReason: null, phaseEndsAt: { lte: now } },
        orderBy: { phaseEndsAt: 'asc' },
        take: limit,
        select: { workspaceId: true, id: true },
      });
      return rows.map(({ workspaceId, id }) => ({ workspaceId, reviewId: id }));
    },

    /**
     * Open reviews in which everybody who is waited for may have answered the current question: the app died between the answer and
     * the move. May, because of a private review only the number of answers is known here; the move looks again. Without those whose
     * step was opened again when it was complete: it waits for its time.
     */
    async findCompleteReviews(limit = 200): Promise<ReviewRef[]> {
      return db.$queryRaw<ReviewRef[]>`
        SELECT r."workspaceId", r.id AS "reviewId" FROM "Review" r
        WHERE r."openClientId" IS NOT NULL AND r."pausedReason" IS NULL
          AND r."workspaceId" <> ALL(${await findUninstalled(db)}::text[])
          AND (SELECT NULLIF(count(*), 0) FROM "Participant" p
               WHERE p."workspaceId" = r."workspaceId" AND p."reviewId" = r.id AND p.absence IS NULL)
            <= (SELECT count(*) FROM "Answer" a WHERE a."workspaceId" = r."workspaceId" AND a."reviewId" = r.id
                AND a.phase = CASE r.state WHEN 'short_of_voices' THEN 'complaints' ELSE r.state END)
          AND NOT EXISTS (SELECT 1 FROM "Post" o WHERE o."workspaceId" = r."workspaceId"
            AND o.purpose = 'reopened:' || r.id || ':' || (r.version - 1) AND o.message @> '{"wasComplete": true}')
        LIMIT ${limit}`;
    },

    /** Open reviews whose step has gone far enough for its reminder, or whose facilitator asked for it. A meeting has none of its own. */
    async findRemindableReviews(now: Date, limit = 500): Promise<ReviewRef[]> {
      const at = now.toISOString();
      return db.$queryRaw<ReviewRef[]>`
        SELECT "workspaceId", id AS "reviewId" FROM "Review"
        WHERE "openClientId" IS NOT NULL AND "pausedReason" IS NULL AND NOT "isRehearsal" AND "phaseEndsAt" > ${at}::timestamptz
          AND "workspaceId" <> ALL(${await findUninstalled(db)}::text[])
          AND ("remindFromAt" <= ${at}::timestamptz
            OR (preset <> 'live' AND ${at}::timestamptz >= COALESCE("phaseStartedAt", "startedAt")
              + ("phaseEndsAt" - COALESCE("phaseStartedAt", "startedAt")) * ${REMIND_AT_SHARE}::float8))
        ORDER BY "phaseEndsAt" LIMIT ${limit}`;
    },

    /** Open reviews in which somebody asked to be reminded again by `now`. */
    async findSnoozedReviews(now: Date, limit = 500): Promise<ReviewRef[]> {
      const rows = await db.review.findMany({
        where: {
          ...(await installed()),
          openClientId: { not: null },
          pausedReason: null,
          participants: { some: { snoozedUntil: { lte: now } } },
        },
        take: limit,
        select: { workspaceId: true, id: true },
      });
      return rows.map(({ workspaceId, id }) => ({ workspaceId, reviewId: id }));
    },

    /** Rehearsals whose time is over, and those discarded before that: they are to be deleted. */
    async findExpiredRehearsals(now: Date, limit = 200): Promise<ReviewRef[]> {
      const startedBy = new Date(now.getTime() - REHEARSAL_LASTS_MS);
      const rows = await db.review.findMany({
        where: { isRehearsal: true, OR: [{ startedAt: { lte: startedBy } }, { state: 'cancelled' }] },
        orderBy: { startedAt: 'asc' },
        take: limit,
        select: { workspaceId: true, id: true },
      });
      return rows.map(({ workspaceId, id }) => ({ workspaceId, reviewId: id }));
    },

    /**
     * Open reviews of which it is time to see who is there: each once in a quarter of an hour, spread over its minutes, and those
     * whose step has just begun. A minute that was missed is made up for by the next quarter.
     */
    async findReviewsToSync(now: Date, limit = 500): Promise<ReviewRef[]> {
      const turn = Math.floor(now.getTime() / 60_000) % SYNC_MINUTES;
      const justBegun = new Date(now.getTime() - JUST_BEGUN_MS).toISOString();
      return db.$queryRaw<ReviewRef[]>`
        SELECT "workspaceId", id AS "reviewId" FROM "Review"
        WHERE "openClientId" IS NOT NULL AND "pausedReason" IS NULL AND NOT "isRehearsal"
          AND "workspaceId" <> ALL(${await findUninstalled(db)}::text[])
          AND (COALESCE("phaseStartedAt", "startedAt") > ${justBegun}::timestamptz
            OR (hashtext(id::text) & 2147483647) % ${SYNC_MINUTES}::int = ${turn}::int)
        ORDER BY "phaseEndsAt" LIMIT ${limit}`;
    },

    /** Deletes lines that were pasted for an import and are older than `before`: nobody came back for them. */
    async deleteOldImports(before: Date): Promise<number> {
      const { count } = await db.clientImport.deleteMany({ where: { createdAt: { lt: before } } });
      return count;
    },

    /** Open private reviews with answers that came after their last shuffle, in any order: their answers are not all of one transaction. */
    async findUnshuffledReviews(limit = 10_000): Promise<ReviewRef[]> {
      return db.$queryRaw<ReviewRef[]>`
        SELECT r."workspaceId", r.id AS "reviewId" FROM "Review" r
        JOIN "Answer" a ON a."workspaceId" = r."workspaceId" AND a."reviewId" = r.id
        WHERE r."openClientId" IS NOT NULL AND r.mode = 'private'
        GROUP BY r."workspaceId", r.id HAVING min(a.xmin::text) <> max(a.xmin::text) ORDER BY random() LIMIT ${limit}`;
    },

    /**
     * Rewrites the answers of these reviews in random order and in one transaction, so that neither their places in the table's file nor
     * their transaction numbers tell which came first and which came together. Gives of how many reviews: those that are still open and
     * that nobody holds just now. A few at a time: an answer that arrives meanwhile waits.
     */
    async shuffleAnswers(reviews: readonly ReviewRef[]): Promise<number> {
      return db.$executeRaw`
        WITH given AS (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(reviews)}::jsonb) AS g("workspaceId" text, "reviewId" uuid)
        ), locked AS (
          SELECT r."workspaceId", r.id FROM "Review" r JOIN given ON r."workspaceId" = given."workspaceId" AND r.id = given."reviewId"
          WHERE r."openClientId" IS NOT NULL AND r.mode = 'private' FOR UPDATE OF r SKIP LOCKED
        ), gone AS (
          DELETE FROM "Answer" a USING locked WHERE a."workspaceId" = locked."workspaceId" AND a."reviewId" = locked.id RETURNING a.*
        ), put AS (
          INSERT INTO "Answer" ("workspaceId", "reviewId", phase, "personKey", content, "isLate")
          SELECT "workspaceId", "reviewId", phase, "personKey", content, "isLate" FROM gone ORDER BY random()
        ) SELECT 1 FROM locked`;
    },

    /** Adds the jobs of messages that are owed and have none waiting. */
    enqueueOwedPosts: (limit = 500) => enqueueOwedPosts(db, { limit }),

    /** The channel of every open review and whether it is paused, paused ones first. Rehearsals have none: they run in a direct message. */
    async findReviewChannels(limit = 5000): Promise<ReviewChannel[]> {
      const rows = await db.review.findMany({
        where: { ...(await installed()), openClientId: { not: null }, isRehearsal: false },
        orderBy: [{ pausedAt: { sort: 'asc', nulls: 'last' } }, { startedAt: 'asc' }],
        take: limit,
        select: { workspaceId: true, id: true, channelId: true, pausedReason: true },
      });
      return rows.map(({ id, pausedReason, ...row }) => ({ ...row, reviewId: id, isPaused: pausedReason !== null }));
    },

    /** Every open review, for what is refreshed once at start. */
    async findOpenReviews(limit = 1000): Promise<ReviewRef[]> {
      const rows = await db.review.findMany({
        where: { ...(await installed()), openClientId: { not: null } },
        take: limit,
        select: { workspaceId: true, id: true },
      });
      return rows.map(({ workspaceId, id }) => ({ workspaceId, reviewId: id }));
    },
  };
}
