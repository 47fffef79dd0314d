import { addJob, addJobs } from './add-job.ts';
import type { Db } from './scope.ts';

/** Direct messages a second in one workspace, since each takes a second: below what Slack allows, with room for channels. */
export const DIRECT_QUEUES = 4;

/** Of the jobs that are due the lowest comes first. */
const BEHIND_ALL_ELSE = 10;
const SENT_TO_MANY = ['pulse', 'pulse-reminder'];

/**
 * The queue of a message: what is in one queue goes out one after another, over all replicas. A channel has its own, as Slack takes a
 * message a second in each. Direct messages share a few, each person always the same one: Slack counts all messages of a workspace
 * together, and thousands that are due at once must leave workers for the others.
 */
export function queueOf({ workspaceId, channelId }: { workspaceId: string; channelId: string }): string {
  if (!/^[UW]/.test(channelId)) return `${workspaceId}:${channelId}`;
  const sum = [...channelId].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return `${workspaceId}:direct:${sum % DIRECT_QUEUES}`;
}

/** Messages that go to everybody at one moment wait behind those that somebody waits for. */
export function priorityOf({ purpose }: { purpose: string }): number {
  return SENT_TO_MANY.includes(purpose.split(':', 1)[0] ?? '') ? BEHIND_ALL_ELSE : 0;
}

/** A message, as far as its job needs to know it. */
export type PostToDeliver = { readonly workspaceId: string; readonly purpose: string; readonly channelId: string };

/** Adds the job of one message: due now, or in `delayMs`. `isNew`: somebody did something and waits to see it, whatever the message is. */
export async function addDeliveryJob(
  db: Db,
  { isNew = false, delayMs = 0, ...post }: PostToDeliver & { readonly isNew?: boolean; readonly delayMs?: number },
): Promise<void> {
  await addJob(db, { ...jobOf(post), ...(isNew && { priority: 0 }), delayMs });
}

/** Adds the jobs of many messages in one statement. */
export async function addDeliveryJobs(
  db: Db,
  posts: readonly (PostToDeliver & { readonly delayMs: number })[],
): Promise<void> {
  await addJobs(
    db,
    posts.map((post) => ({ ...jobOf(post), delayMs: post.delayMs })),
  );
}

/** The job of one message, to be added by a statement that does more: its parts as `addJobCall` names them. */
export function deliveryJob({
  isNew = false,
  workspaceId,
  purpose,
  channelId,
}: PostToDeliver & { readonly isNew?: boolean }) {
  const { payload, ...job } = jobOf({ workspaceId, purpose, channelId });
  return { ...job, payload: JSON.stringify(payload), ...(isNew && { priority: 0 }) };
}

function jobOf({ workspaceId, purpose, channelId }: PostToDeliver) {
  return {
    task: 'deliver_post',
    payload: { workspaceId, purpose },
    queueName: queueOf({ workspaceId, channelId }),
    jobKey: `post:${workspaceId}:${purpose}`,
    priority: priorityOf({ purpose }),
  };
}
