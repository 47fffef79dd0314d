import { TEAM_ID } from '../../../demo/sample-agency.ts';
import { purposeOf } from '../../../src/domain/post.ts';
import { messageKey } from '../../../src/slack/outbox/message-key.ts';
import type { PlayedReview } from './kill-run.ts';
import type { KillWorld } from './kill-world.ts';

/** One message as the app knows it and as Slack has it. */
export type PostCount = {
  /** Without the id of its review. */
  readonly purpose: string;
  readonly isDirect: boolean;
  /** How many of it stand in Slack, for each of its parts. */
  readonly standing: readonly number[];
  /** How many of it were ever posted, for each of its parts. */
  readonly posted: readonly number[];
  /** How often a kill left nobody knowing whether it was posted. */
  readonly unknown: number;
};

/** Counts each message of a review in the stand-in's record, by the mark that the app puts on it. */
export async function countPosts(world: KillWorld, reviewId: string): Promise<PostCount[]> {
  const rows = await world.query(
    'SELECT purpose, "channelId", cardinality("sentTs") AS parts FROM "Post" WHERE "reviewId" = $1 ORDER BY purpose',
    [reviewId],
  );
  const standing = world.standIn.messages().map(({ metadata }) => metadata);
  const posted = world.standIn
    .calls('chat.postMessage')
    .filter(({ result }) => result.ok)
    .map(({ args }) => args.metadata as (typeof standing)[number]);
  return rows.map((row) => {
    const purpose = String(row.purpose);
    const keys = Array.from({ length: Number(row.parts) }, (_, part) =>
      messageKey({ workspaceId: TEAM_ID, purpose, part }),
    );
    const count = (all: typeof standing) =>
      keys.map((key) => all.filter((one) => one?.event_payload.key === key).length);
    return {
      purpose: purpose.replace(reviewId, '…'),
      isDirect: /^[UW]/.test(String(row.channelId)),
      standing: count(standing),
      posted: count(posted),
      unknown: world.unknown.filter((one) => one === purpose).length,
    };
  });
}

/**
 * What is wrong with these counts. In a channel a message stands once and was posted once. A direct message may be there once more
 * for each time that its outcome was unknown, since nobody can look there (docs/decisions/002-outbox.md).
 */
export function findWrongCounts(counts: readonly PostCount[]): PostCount[] {
  return counts.filter(({ isDirect, standing, posted, unknown }) => {
    const most = isDirect ? 1 + unknown : 1;
    const isRight = (count: number) => count >= 1 && count <= most;
    return standing.length === 0 || !standing.every(isRight) || !posted.every(isRight);
  });
}

/** Everything in the thread of a review but the summary, which quotes some of it by chance. */
export function readThread(world: KillWorld, { id, review }: PlayedReview): string {
  const summary = messageKey({ workspaceId: TEAM_ID, purpose: purposeOf.summary(id, 1), part: 0 });
  const others = review.thread().filter(({ metadata }) => metadata?.event_payload.key !== summary);
  return others.map((message) => world.reader.readMessage(message)).join('\n\n');
}
