import { purposeOf } from '../domain/post.ts';
import { addDeliveryJob } from './post-jobs.ts';
import type { Scope } from './scope.ts';

/** The messages of a channel that a review has left. `movedAt` tells one move of a review from the next. */
export type LeftChannel = { readonly reviewId: string; readonly channelId: string; readonly movedAt: Date };

/** The outbox where a review changes its channel or goes on in it. Every function belongs inside the transaction that does that. */
export function createMovedPostStore({ db, workspaceId }: Scope) {
  return {
    /**
     * Owes the deletion of what this review has said in a channel, and of what may be on its way there. It is noted beside the
     * messages themselves, under purposes of its own, so that these can be said anew elsewhere. Replies go before the card: a
     * message whose thread has gone leaves nothing behind in Slack.
     */
    async takeBack({ reviewId, channelId, movedAt }: LeftChannel): Promise<void> {
      const retracted = JSON.stringify({ kind: 'retracted' });
      const prefix = purposeOf.old(movedAt, '');
      const rows = await db.$queryRaw<{ purpose: string; isReply: boolean }[]>`
        INSERT INTO "Post" ("workspaceId", purpose, "reviewId", "channelId", "parentPurpose", message, "sentTs", "sendingPart", "sendingSince")
        SELECT "workspaceId", ${prefix} || purpose, "reviewId", "channelId", ${prefix} || "parentPurpose", ${retracted}::jsonb, "sentTs", "sendingPart", "sendingSince"
        FROM "Post"
        WHERE "workspaceId" = ${workspaceId} AND "reviewId" = ${reviewId}::uuid AND "channelId" = ${channelId}
          AND message IS DISTINCT FROM ${retracted}::jsonb AND (cardinality("sentTs") > 0 OR "sendingPart" IS NOT NULL)
        ON CONFLICT ("workspaceId", purpose) DO NOTHING
        RETURNING purpose, "parentPurpose" IS NOT NULL AS "isReply"`;
      const inOrder = [...rows].sort((a, b) => Number(b.isReply) - Number(a.isReply));
      for (const { purpose } of inOrder) await addDeliveryJob(db, { workspaceId, purpose, channelId });
    },

    /** Forgets what this review was still to say in a channel; what is to be deleted there stays owed. */
    async dropOwed({ reviewId, channelId }: Pick<LeftChannel, 'reviewId' | 'channelId'>): Promise<void> {
      await db.$executeRaw`
        DELETE FROM "Post" WHERE "workspaceId" = ${workspaceId} AND "reviewId" = ${reviewId}::uuid
          AND "channelId" = ${channelId} AND message IS DISTINCT FROM '{"kind":"retracted"}'::jsonb`;
    },

    /** Lets the held messages of a review go, in the order in which they were asked for. */
    async releaseHeld(reviewId: string): Promise<void> {
      const held = await db.$queryRaw<{ purpose: string; channelId: string }[]>`
        WITH freed AS (
          UPDATE "Post" SET "holdReason" = NULL
          WHERE "workspaceId" = ${workspaceId} AND "reviewId" = ${reviewId}::uuid
            AND "holdReason" IS NOT NULL AND "holdReason" <> 'failed' AND "deliveredRevision" < revision
          RETURNING purpose, "channelId", "createdAt"
        ) SELECT purpose, "channelId" FROM freed ORDER BY "createdAt", purpose`;
      for (const post of held) await addDeliveryJob(db, { workspaceId, ...post });
    },

    /** Owes the invitations of a review once more: where they point to is read when they are delivered. */
    async renewInvitations(reviewId: string): Promise<void> {
      const renewed = await db.$queryRaw<{ purpose: string; channelId: string }[]>`
        UPDATE "Post" SET revision = revision + 1
        WHERE "workspaceId" = ${workspaceId} AND "reviewId" = ${reviewId}::uuid AND message ->> 'kind' = 'invitation'
        RETURNING purpose, "channelId"`;
      for (const post of renewed) await addDeliveryJob(db, { workspaceId, ...post });
    },
  };
}
