import { TEAM_ID } from '../../../demo/sample-agency.ts';
import { purposeOf } from '../../../src/domain/post.ts';
import { messageKey } from '../../../src/slack/outbox/message-key.ts';
import type { PostCount } from './kill-checks.ts';
import type { PlayedReview } from './kill-run.ts';
import type { KillWorld } from './kill-world.ts';

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
    const count = (all: typeof standing) =>
      keysOf(row).map((key) => all.filter((one) => one?.event_payload.key === key).length);
    return {
      purpose: purpose.replace(reviewId, '…'),
      isDirect: /^[UW]/.test(String(row.channelId)),
      standing: count(standing),
      posted: count(posted),
      unknown: world.unknown.filter((one) => one === purpose).length,
    };
  });
}

/** What its thread shows that carries the mark of none of its messages. */
export async function findStrangers(world: KillWorld, { id, review }: PlayedReview): Promise<string[]> {
  const rows = await world.query('SELECT purpose, cardinality("sentTs") AS parts FROM "Post" WHERE "reviewId" = $1', [
    id,
  ]);
  const known = new Set(rows.flatMap(keysOf));
  return review
    .thread()
    .filter(({ metadata }) => !known.has(String(metadata?.event_payload.key)))
    .map((message) => world.reader.readMessage(message));
}

/** The marks of all parts of a message. */
function keysOf(row: Record<string, unknown>): string[] {
  return Array.from({ length: Number(row.parts) }, (_, part) =>
    messageKey({ workspaceId: TEAM_ID, purpose: String(row.purpose), part }),
  );
}

/** Everything in the thread of a review but the summary, which quotes some of it by chance. */
export function readThread(world: KillWorld, { id, review }: PlayedReview): string {
  const summary = messageKey({ workspaceId: TEAM_ID, purpose: purposeOf.summary(id, 1), part: 0 });
  const others = review.thread().filter(({ metadata }) => metadata?.event_payload.key !== summary);
  return others.map((message) => world.reader.readMessage(message)).join('\n\n');
}
