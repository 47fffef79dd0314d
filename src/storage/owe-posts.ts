import type { PostMessage } from '../domain/post.ts';
import { addDeliveryJob, addDeliveryJobs } from './post-jobs.ts';
import type { Scope } from './scope.ts';

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

/** Owes one message and adds its job; see `put` of the post store. */
export async function owePost(scope: Scope, post: NewPost): Promise<void> {
  const { db, workspaceId } = scope;
  for (const { purpose, channelId } of await write(scope, [post]))
    await addDeliveryJob(db, { workspaceId, purpose, channelId, isNew: true });
}

/** Owes many messages and adds their jobs, in two statements; see `putMany` of the post store. */
export async function owePosts(scope: Scope, posts: readonly NewPost[], pace: Pace = AT_ONCE): Promise<void> {
  const { db, workspaceId } = scope;
  const changed = await write(scope, posts);
  const jobs = changed.map(({ purpose, channelId }, i) => ({
    ...{ workspaceId, purpose, channelId },
    delayMs: Math.max(0, pace.after + i - pace.atOnce) * pace.everyMs,
  }));
  await addDeliveryJobs(db, jobs);
}

/** Gives those that say something new, in their order. */
async function write({ db, workspaceId }: Scope, posts: readonly NewPost[]): Promise<NewPost[]> {
  const changed = await db.$queryRaw<{ purpose: string }[]>`
    INSERT INTO "Post" AS p ("workspaceId", purpose, "reviewId", "channelId", "parentPurpose", message)
    SELECT ${workspaceId}, post.purpose, post."reviewId", post."channelId", post."parentPurpose", post.message
    FROM jsonb_to_recordset(${JSON.stringify(posts)}::jsonb)
      AS post(purpose text, "reviewId" uuid, "channelId" text, "parentPurpose" text, message jsonb)
    ON CONFLICT ("workspaceId", purpose) DO UPDATE SET
      revision = p.revision + 1, message = EXCLUDED.message,
      "channelId" = EXCLUDED."channelId", "parentPurpose" = EXCLUDED."parentPurpose",
      "sentTs" = CASE WHEN p."channelId" = EXCLUDED."channelId" THEN p."sentTs" ELSE '{}' END,
      "sendingPart" = CASE WHEN p."channelId" = EXCLUDED."channelId" THEN p."sendingPart" END,
      "sendingSince" = CASE WHEN p."channelId" = EXCLUDED."channelId" THEN p."sendingSince" END,
      "holdReason" = CASE WHEN p."channelId" = EXCLUDED."channelId" AND p."holdReason" <> 'failed' THEN p."holdReason" END
    WHERE EXCLUDED.message ->> 'kind' = ANY(${READ_AFRESH})
      OR p.message IS DISTINCT FROM EXCLUDED.message OR p."channelId" <> EXCLUDED."channelId"
    RETURNING purpose`;
  const purposes = new Set(changed.map(({ purpose }) => purpose));
  return posts.filter(({ purpose }) => purposes.has(purpose));
}
