import type { WebClient } from '@slack/web-api';
import type { DeliveryStop } from './delivery-outcome.ts';
import { type FoundSent, findSent } from './find-sent.ts';
import { messageKey } from './message-key.ts';
import type { Post, PostStore } from './post-store.ts';
import { formatPlace, isDirect, parsePlace } from './sent-part.ts';

export type SettleDeps = {
  readonly workspaceId: string;
  readonly store: PostStore;
  readonly reads: WebClient;
  readonly clock: () => Date;
  /** After this long a call has certainly ended, whoever made it; in milliseconds. */
  readonly outcomeKnownAfterMs: number;
};

/**
 * Ends a claim that somebody left open by a time-out or a crash: the message is looked for by its key, and found or given up.
 * Null when the way is free (the post must be read again); otherwise what to wait for. Where Slack does not let us look, the
 * message is sent again: a second prompt is harmless, a missing one leaves a review stuck (docs/decisions/002-outbox.md).
 */
export async function settleClaim(deps: SettleDeps, post: Post, threadTs: string | null): Promise<DeliveryStop | null> {
  const { sendingPart: part, sendingSince: since, purpose } = post;
  if (part === null || since === null) return null;
  const age = deps.clock().getTime() - since.getTime();
  if (age < deps.outcomeKnownAfterMs)
    return { kind: 'retry', afterMs: deps.outcomeKnownAfterMs - age, reason: 'outcome_unknown' };
  const found = await look(deps, post, { threadTs, part, since });
  if (found.kind === 'later') return { kind: 'retry', afterMs: found.retryAfterMs, reason: 'outcome_unknown' };
  if (found.kind === 'found')
    await deps.store.confirm(purpose, { part, claimedAt: since, place: formatPlace(post, found) });
  else await deps.store.release(purpose, since);
  return null;
}

type Unknown = { readonly threadTs: string | null; readonly part: number; readonly since: Date };

async function look(
  { reads, workspaceId }: SettleDeps,
  post: Post,
  { threadTs, part, since }: Unknown,
): Promise<(Extract<FoundSent, { kind: 'found' }> & { channel: string }) | Exclude<FoundSent, { kind: 'found' }>> {
  // The conversation's own id is known only from another part of the same message.
  const channel = isDirect(post.channelId) ? parsePlace(post, post.sentTs.find(Boolean))?.channel : post.channelId;
  if (channel === undefined) return { kind: 'cannot_look', reason: 'direct_message' };
  const key = messageKey({ workspaceId, purpose: post.purpose, part });
  const found = await findSent({ reads, channel, threadTs, key, since });
  return found.kind === 'found' ? { ...found, channel } : found;
}
