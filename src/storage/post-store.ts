import type { ChannelRefusal, PostMessage } from '../domain/post.ts';
import { addJob } from './add-job.ts';
import { Prisma, type Post as Row } from './generated/client.ts';
import type { Db, Scope } from './scope.ts';

export type NewPost = {
  readonly purpose: string;
  /** A channel's id, or a person's for a direct message. */
  readonly channelId: string;
  readonly reviewId: string | null;
  /** The purpose of the message in whose thread this one belongs; null outside a thread. */
  readonly parentPurpose: string | null;
  readonly message: PostMessage;
};

/** Kinds whose words are read when they are delivered: asking again always means "say it afresh". */
const READ_AFRESH: readonly PostMessage['kind'][] = [
  'card',
  'prompt',
  'summary',
  'reopened',
  'pulse',
  'health_alert',
  'parting',
];

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
export function createPostStore({ db, workspaceId }: Scope) {
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
    async put(post: NewPost): Promise<void> {
      const message = JSON.stringify(post.message);
      const isAfresh = READ_AFRESH.includes(post.message.kind);
      const changed = await db.$executeRaw`
        INSERT INTO "Post" AS p ("workspaceId", purpose, "reviewId", "channelId", "parentPurpose", message)
        VALUES (${workspaceId}, ${post.purpose}, ${post.reviewId}::uuid, ${post.channelId}, ${post.parentPurpose}, ${message}::jsonb)
        ON CONFLICT ("workspaceId", purpose) DO UPDATE SET
          revision = p.revision + 1, message = EXCLUDED.message,
          "channelId" = EXCLUDED."channelId", "parentPurpose" = EXCLUDED."parentPurpose",
          "sentTs" = CASE WHEN p."channelId" = EXCLUDED."channelId" THEN p."sentTs" ELSE '{}' END,
          "sendingPart" = CASE WHEN p."channelId" = EXCLUDED."channelId" THEN p."sendingPart" END,
          "sendingSince" = CASE WHEN p."channelId" = EXCLUDED."channelId" THEN p."sendingSince" END,
          "holdReason" = CASE WHEN p."channelId" = EXCLUDED."channelId" AND p."holdReason" <> 'failed' THEN p."holdReason" END
        WHERE ${isAfresh} OR p.message IS DISTINCT FROM EXCLUDED.message OR p."channelId" <> EXCLUDED."channelId"`;
      if (changed > 0) await addDeliveryJob(db, { workspaceId, purpose: post.purpose, channelId: post.channelId });
    },

    /** Every message of a review, in the order of their purposes. */
    async listOf(reviewId: string) {
      const rows = await db.post.findMany({ where: { workspaceId, reviewId }, orderBy: { purpose: 'asc' } });
      return rows.map(toPost);
    },

    /** Adds the job for a message again, for a later time: what a rate limit or an unknown outcome asks for. */
    async enqueue(purpose: string, runAt: Date): Promise<void> {
      const row = await db.post.findUnique({ where: at(purpose), select: { channelId: true } });
      if (row) await addDeliveryJob(db, { workspaceId, purpose, channelId: row.channelId, runAt });
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
 * Adds a job for every message that is owed and has none waiting, in all workspaces: the tick's net under lost jobs and
 * the way held messages are asked about again. A waiting job keeps its time. Returns how many messages were owed.
 */
export async function enqueueOwedPosts(db: Db, { limit }: { limit: number }): Promise<number> {
  // Held ones come last and in no order, so that none of them keeps the others from their turn.
  const owed = await db.$queryRaw<{ workspaceId: string; purpose: string; channelId: string }[]>`
    SELECT "workspaceId", purpose, "channelId" FROM "Post"
    WHERE "deliveredRevision" < revision AND "holdReason" IS DISTINCT FROM 'failed'
    ORDER BY "holdReason" IS NOT NULL, CASE WHEN "holdReason" IS NULL THEN "createdAt" END, random() LIMIT ${limit}`;
  for (const post of owed) await addDeliveryJob(db, { ...post, jobKeyMode: 'preserve_run_at' });
  return owed.length;
}

type DeliveryJob = {
  workspaceId: string;
  purpose: string;
  channelId: string;
  runAt?: Date;
  jobKeyMode?: 'preserve_run_at';
};

/** Adds the job of one message. One queue per channel: its messages go out one after another. */
export async function addDeliveryJob(db: Db, { workspaceId, purpose, channelId, ...when }: DeliveryJob): Promise<void> {
  const queueName = `${workspaceId}:${channelId}`;
  await addJob(db, {
    task: 'deliver_post',
    payload: { workspaceId, purpose },
    queueName,
    jobKey: `post:${workspaceId}:${purpose}`,
    ...when,
  });
}
