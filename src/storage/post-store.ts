import type { ChannelRefusal, PostMessage, StoredPicture } from '../domain/post.ts';
import { findUninstalled } from './find-uninstalled.ts';
import { Prisma, type Post as Row } from './generated/client.ts';
import { type NewPost, owePost, owePosts, type Pace } from './owe-posts.ts';
import { addDeliveryJob, addDeliveryJobs } from './post-jobs.ts';
import type { Db, DirectScope } from './scope.ts';

const toPost = (row: Row) => ({
  purpose: row.purpose,
  reviewId: row.reviewId,
  channelId: row.channelId,
  parentPurpose: row.parentPurpose,
  message: row.message as PostMessage | null,
  revision: row.revision,
  deliveredRevision: row.deliveredRevision,
  sentTs: row.sentTs as readonly string[],
  sendingPart: row.sendingPart,
  sendingSince: row.sendingSince,
  holdReason: row.holdReason as ChannelRefusal | 'failed' | null,
});

/** The outbox: the messages of the workspace as they should stand in Slack, and what is known of them there. */
export function createPostStore(scope: DirectScope) {
  const { db, workspaceId } = scope;
  const at = (purpose: string) => ({ workspaceId_purpose: { workspaceId, purpose } });

  return {
    async find(purpose: string) {
      const row = await db.post.findUnique({ where: at(purpose) });
      return row && toPost(row);
    },

    /** The review whose card is this message: the one that begins its thread. Null for every other message. */
    async findReviewOfCard(channelId: string, ts: string): Promise<string | null> {
      const where = { workspaceId, channelId, purpose: { startsWith: 'card:' }, sentTs: { has: ts } };
      const row = await db.post.findFirst({ where, select: { reviewId: true } });
      return row?.reviewId ?? null;
    },

    /**
     * Asks for a message, or for its next revision, and adds the job that delivers it: call it inside the transaction that
     * causes the message. The same words asked for twice are one message and no further revision; a card, prompt or
     * summary always gets one. In another channel than before the message is made anew, the old one is left as it is.
     */
    put: (post: NewPost): Promise<void> => owePost(scope, post),

    /**
     * Asks for many messages at once that nobody waits for, each purpose once: they go out behind everything else, at the pace given,
     * else as soon as Slack takes them.
     */
    putMany: (posts: readonly NewPost[], pace?: Pace): Promise<void> => owePosts(scope, posts, pace),

    /** Every message of a review, in the order of their purposes. */
    async listOf(reviewId: string) {
      const rows = await db.post.findMany({ where: { workspaceId, reviewId }, orderBy: { purpose: 'asc' } });
      return rows.map(toPost);
    },

    /** The messages whose purpose begins so and that are not in Slack as they should be. */
    async listOwed(purposeStart: string) {
      const where = { workspaceId, purpose: { startsWith: purposeStart } };
      const rows = await db.post.findMany({ where, orderBy: { purpose: 'asc' } });
      return rows.map(toPost).filter(({ deliveredRevision, revision }) => deliveredRevision < revision);
    },

    /** Notes the chart of a digest, so that no later attempt sends it again; what the message says stays the same. */
    async setPicture(purpose: string, picture: StoredPicture): Promise<void> {
      await db.$executeRaw`UPDATE "Post" SET message = jsonb_set(message, '{picture}', ${JSON.stringify(picture)}::jsonb)
        WHERE "workspaceId" = ${workspaceId} AND purpose = ${purpose} AND message ->> 'kind' = 'digest'`;
    },

    /** Adds the job for a message again, due in `delayMs`: what a rate limit or an unknown outcome asks for. */
    async enqueue(purpose: string, delayMs: number): Promise<void> {
      const select = { purpose: true, channelId: true };
      const row = await db.post.findUnique({ where: at(purpose), select });
      if (row) await addDeliveryJob(db, { workspaceId, ...row, delayMs });
    },

    /** The messages of a channel follow it to its new id; they stay where they are in it. */
    async changeChannel(oldId: string, newId: string): Promise<void> {
      await db.post.updateMany({ where: { workspaceId, channelId: oldId }, data: { channelId: newId } });
    },

    /** Takes the right to send one part; false while another claim stands, when the part is there already, or when the message belongs elsewhere by now. */
    async claim(post: Pick<NewPost, 'purpose' | 'channelId'>, part: number, now: Date): Promise<boolean> {
      const claimed = await db.$executeRaw`
        UPDATE "Post" SET "sendingPart" = ${part}::int, "sendingSince" = ${now.toISOString()}::timestamptz
        WHERE "workspaceId" = ${workspaceId} AND purpose = ${post.purpose} AND "channelId" = ${post.channelId} AND "sendingPart" IS NULL
          AND COALESCE("sentTs"[${part}::int + 1], '') = ''`;
      return claimed > 0;
    },

    /** Stores where a claimed part is and ends the claim; false when the claim is no longer this one. */
    async confirm(purpose: string, sent: { part: number; claimedAt: Date; place: string }): Promise<boolean> {
      const confirmed = await db.$executeRaw`
        UPDATE "Post" SET "sentTs"[${sent.part}::int + 1] = ${sent.place}, "sendingPart" = NULL, "sendingSince" = NULL
        WHERE "workspaceId" = ${workspaceId} AND purpose = ${purpose}
          AND "sendingPart" = ${sent.part}::int AND "sendingSince" = ${sent.claimedAt.toISOString()}::timestamptz`;
      return confirmed > 0;
    },

    /** Ends a claim whose message is certain not to exist; false when the claim is no longer this one. */
    async release(purpose: string, claimedAt: Date): Promise<boolean> {
      const where = { workspaceId, purpose, sendingSince: claimedAt };
      const { count } = await db.post.updateMany({ where, data: { sendingPart: null, sendingSince: null } });
      return count > 0;
    },

    /** Forgets where a part is, so that it is sent anew; the parts after it keep their places. */
    async forgetPart(purpose: string, part: number): Promise<void> {
      await db.$executeRaw`UPDATE "Post" SET "sentTs"[${part}::int + 1] = ''
        WHERE "workspaceId" = ${workspaceId} AND purpose = ${purpose} AND cardinality("sentTs") > ${part}::int`;
    },

    /** Keeps the first `count` parts only: the others were deleted in Slack. */
    async keepParts(purpose: string, count: number): Promise<void> {
      await db.$executeRaw`UPDATE "Post" SET "sentTs" = "sentTs"[1:${count}::int]
        WHERE "workspaceId" = ${workspaceId} AND purpose = ${purpose}`;
    },

    /** Notes why a message is not delivered: refused, or `failed` for good; null when nothing stands against it any more. */
    async hold(purpose: string, holdReason: ChannelRefusal | 'failed' | null): Promise<void> {
      await db.post.updateMany({ where: { workspaceId, purpose }, data: { holdReason } });
    },

    /**
     * The revision is in Slack. A newer one stays owed. `isFinal` also drops the words held here, unless a newer revision
     * brought others meanwhile.
     */
    async finish(purpose: string, { revision, isFinal }: { revision: number; isFinal: boolean }): Promise<void> {
      const where = { workspaceId, purpose, deliveredRevision: { lt: revision } };
      await db.post.updateMany({ where, data: { deliveredRevision: revision, holdReason: null } });
      if (isFinal)
        await db.post.updateMany({ where: { workspaceId, purpose, revision }, data: { message: Prisma.DbNull } });
    },
  };
}

/**
 * Adds a job for every message that is owed and has none that waits or runs, in all workspaces: the tick's net under lost jobs, and
 * the way held messages are asked about again. Of a job that failed the next attempt is now. Returns how many it added.
 */
export async function enqueueOwedPosts(db: Db, { limit }: { limit: number }): Promise<number> {
  // Held ones come last and in no order, so that none of them keeps the others from their turn.
  const owed = await db.$queryRaw<{ workspaceId: string; purpose: string; channelId: string }[]>`
    SELECT p."workspaceId", p.purpose, p."channelId" FROM "Post" p
    WHERE p."deliveredRevision" < p.revision AND p."holdReason" IS DISTINCT FROM 'failed'
      AND p."workspaceId" <> ALL(${await findUninstalled(db)}::text[])
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j
        WHERE j.key = 'post:' || p."workspaceId" || ':' || p.purpose AND (j.attempts = 0 OR j.locked_at IS NOT NULL))
    ORDER BY p."holdReason" IS NOT NULL, CASE WHEN p."holdReason" IS NULL THEN p."createdAt" END, random() LIMIT ${limit}`;
  // In one order, so that two replicas wait for each other and never in a circle.
  const jobs = owed.map((post) => ({ ...post, delayMs: 0 })).sort((a, b) => (a.purpose < b.purpose ? -1 : 1));
  if (jobs.length > 0) await addDeliveryJobs(db, jobs);
  return jobs.length;
}
