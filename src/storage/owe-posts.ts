import type { PostMessage } from '../domain/post.ts';
import { addJobCall } from './add-job.ts';
import { addDeliveryJob, addDeliveryJobs, deliveryJob } from './post-jobs.ts';
import type { DirectScope } from './scope.ts';
import type { Statement } from './statement.ts';

export type NewPost = {
  readonly purpose: string;
  /** A channel's id, or a person's for a direct message. */
  readonly channelId: string;
  readonly reviewId: string | null;
  /** The purpose of the message in whose thread this one belongs; null outside a thread. */
  readonly parentPurpose: string | null;
  readonly message: PostMessage;
};

/** How many messages may go out at once, and how far apart those past them are; `after`: how many went before these. */
export type Pace = { readonly atOnce: number; readonly everyMs: number; readonly after: number };
const AT_ONCE: Pace = { atOnce: 0, everyMs: 0, after: 0 };

/** Kinds whose words are read when they are delivered: asking again always means "say it afresh". */
const READ_AFRESH: readonly PostMessage['kind'][] = [
  ...(['card', 'prompt', 'summary', 'reopened', 'decision'] as const),
  ...(['pulse', 'health_alert', 'plan', 'plan_item', 'plan_overdue'] as const),
  ...(['meeting_note', 'meeting', 'verdict_again', 'readiness'] as const),
  ...(['parting', 'parting_steps'] as const),
];

/** In place of the message that has this purpose, if it says something else. */
export const IN_PLACE = `
    ON CONFLICT ("workspaceId", purpose) DO UPDATE SET
      revision = p.revision + 1, message = EXCLUDED.message,
      "channelId" = EXCLUDED."channelId", "parentPurpose" = EXCLUDED."parentPurpose",
      "sentTs" = CASE WHEN p."channelId" = EXCLUDED."channelId" THEN p."sentTs" ELSE '{}' END,
      "sendingPart" = CASE WHEN p."channelId" = EXCLUDED."channelId" THEN p."sendingPart" END,
      "sendingSince" = CASE WHEN p."channelId" = EXCLUDED."channelId" THEN p."sendingSince" END,
      "holdReason" = CASE WHEN p."channelId" = EXCLUDED."channelId" AND p."holdReason" <> 'failed' THEN p."holdReason" END
    WHERE EXCLUDED.message ->> 'kind' IN (${READ_AFRESH.map((kind) => `'${kind}'`).join(', ')})
      OR p.message IS DISTINCT FROM EXCLUDED.message OR p."channelId" <> EXCLUDED."channelId"
    RETURNING purpose`;

const OWE_MANY: Statement = {
  name: 'owe-posts',
  text: `
    INSERT INTO "Post" AS p ("workspaceId", purpose, "reviewId", "channelId", "parentPurpose", message)
    SELECT $1, post.purpose, post."reviewId", post."channelId", post."parentPurpose", post.message
    FROM jsonb_to_recordset($2::jsonb)
      AS post(purpose text, "reviewId" uuid, "channelId" text, "parentPurpose" text, message jsonb)${IN_PLACE}`,
};

const OWE_ONE: Statement = {
  name: 'owe-post',
  text: `
    WITH post AS (
      INSERT INTO "Post" AS p ("workspaceId", purpose, "reviewId", "channelId", "parentPurpose", message)
      VALUES ($1, $2, $3::uuid, $4, $5, $6::jsonb)${IN_PLACE}
    ) SELECT (${addJobCall(['$7', '$8', '$9', '$10', '$11'])}).id::text AS "jobId" FROM post`,
};

/** Owes one message and adds its job, in one statement; see `put` of the post store. */
export async function owePost({ db, workspaceId, run }: DirectScope, post: NewPost): Promise<void> {
  const { purpose, channelId } = post;
  const toDeliver = { workspaceId, purpose, channelId, isNew: true };
  const values = [purpose, post.reviewId, channelId, post.parentPurpose, JSON.stringify(post.message)];
  const { task, payload, queueName, jobKey, priority } = deliveryJob(toDeliver);
  const [owed] = await run<{ jobId: string | null }>(OWE_ONE, [
    ...[workspaceId, ...values],
    ...[task, payload, queueName, jobKey, priority],
  ]);
  // A worker took the waiting job just then.
  if (owed?.jobId === null) await addDeliveryJob(db, toDeliver);
}

/** Owes many messages and adds their jobs, in two statements; see `putMany` of the post store. */
export async function owePosts(scope: DirectScope, posts: readonly NewPost[], pace: Pace = AT_ONCE): Promise<void> {
  const { db, workspaceId, run } = scope;
  // In their order.
  const changed = await run<{ purpose: string }>(OWE_MANY, [workspaceId, JSON.stringify(posts)]);
  const purposes = new Set(changed.map(({ purpose }) => purpose));
  const jobs = posts
    .filter(({ purpose }) => purposes.has(purpose))
    .map(({ purpose, channelId }, i) => ({
      ...{ workspaceId, purpose, channelId },
      delayMs: Math.max(0, pace.after + i - pace.atOnce) * pace.everyMs,
    }));
  await addDeliveryJobs(db, jobs);
}
