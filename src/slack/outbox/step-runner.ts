import { isRetracted } from '../../domain/post.ts';
import type { Logger } from '../../ops/logging.ts';
import type { RenderedMessage } from '../blocks/rendered-message.ts';
import type { DeliveryStop } from './delivery-outcome.ts';
import { messageKey } from './message-key.ts';
import type { PartStep } from './plan-parts.ts';
import type { Post, PostStore } from './post-store.ts';
import type { Sender } from './send-message.ts';
import type { SendTrouble } from './send-trouble.ts';
import { sendWithPicture } from './send-with-picture.ts';
import { formatPlace, parsePlace, type SentPart } from './sent-part.ts';

export type StepRunnerDeps = {
  readonly workspaceId: string;
  readonly store: PostStore;
  readonly sender: Sender;
  readonly clock: () => Date;
  readonly outcomeKnownAfterMs: number;
  readonly logger: Logger;
};

/** What a part says, and in which thread; no message for a part to remove. `conversationId` where it is not the post's channel. */
export type PartContent = {
  readonly message: RenderedMessage | undefined;
  readonly threadTs: string | null;
  readonly conversationId: string | null;
};

const UPDATE_PAUSE_MS = 15_000;

/** Carries out one step of a plan; null when it is done, otherwise what ends this delivery. */
export function createStepRunner({ workspaceId, store, sender, clock, outcomeKnownAfterMs, logger }: StepRunnerDeps) {
  async function postPart(post: Post, part: number, content: PartContent): Promise<DeliveryStop | null> {
    if (!content.message) return null;
    const claimedAt = clock();
    // Committed before the call: whoever comes after a crash knows that this part may be in Slack.
    if (!(await store.claim(post, part, claimedAt)))
      return { kind: 'retry', afterMs: outcomeKnownAfterMs, reason: 'claimed_elsewhere' };
    const sent = await sendWithPicture(content.message, claimedAt, (message) =>
      sender.post({
        channel: content.conversationId ?? post.channelId,
        threadTs: content.threadTs,
        message,
        key: messageKey({ workspaceId, purpose: post.purpose, part }),
      }),
    );
    if (!sent.ok) {
      if (sent.trouble.kind !== 'unknown_outcome') await store.release(post.purpose, claimedAt);
      return toStop(sent.trouble, outcomeKnownAfterMs);
    }
    const place = formatPlace(post, sent.value);
    if (await store.confirm(post.purpose, { part, claimedAt, place })) return null;
    return takeBack(sent.value, post.purpose);
  }

  /** Somebody else took over the claim, or the post is gone: a message nobody knows of must not stay. */
  async function takeBack(sent: SentPart, purpose: string): Promise<DeliveryStop> {
    const removed = await sender.remove(sent);
    logger.warn(
      { purpose: purposeKind(purpose), removed: removed.ok },
      'a message was sent without a claim and taken back',
    );
    return { kind: 'retry', afterMs: outcomeKnownAfterMs, reason: 'claim_lost' };
  }

  async function updatePart(post: Post, part: number, content: PartContent): Promise<DeliveryStop | null> {
    const place = parsePlace(post, post.sentTs[part]);
    if (!place || !content.message) return null;
    const key = messageKey({ workspaceId, purpose: post.purpose, part });
    const sent = await sendWithPicture(content.message, clock(), (message) => sender.update(place, message, key));
    if (sent.ok) return null;
    const { trouble } = sent;
    // A card carries the review's buttons; what else somebody deleted was not wanted there and stays away.
    const isAnew =
      trouble.kind === 'message_fixed' || (trouble.kind === 'message_gone' && post.message?.kind === 'card');
    if (!isAnew) return trouble.kind === 'message_gone' ? null : toStop(trouble, UPDATE_PAUSE_MS);
    await store.forgetPart(post.purpose, part);
    return postPart(post, part, content);
  }

  async function removePart(post: Post, part: number): Promise<DeliveryStop | null> {
    const place = parsePlace(post, post.sentTs[part]);
    const removed = place ? await sender.remove(place) : null;
    if (removed && !removed.ok && !isOver(removed.trouble, post)) return toStop(removed.trouble, UPDATE_PAUSE_MS);
    await store.keepParts(post.purpose, part);
    return null;
  }

  return async (post: Post, { kind, part }: PartStep, content: PartContent): Promise<DeliveryStop | null> => {
    // Before the claim: how a call went is unknown after a crash for as long as one is held.
    await sender.rest();
    if (kind === 'post') return postPart(post, part, content);
    return kind === 'update' ? updatePart(post, part, content) : removePart(post, part);
  };
}

/** The first word of a purpose, fit for logs: the rest may name people. */
export function purposeKind(purpose: string): string {
  return purpose.split(':', 1)[0] ?? '';
}

/** Gone already, or not to be removed by anybody: either way there is nothing more to try. */
function isOver(trouble: SendTrouble, post: Post): boolean {
  // In a channel that the review has left, and that we are not in or that is archived, nothing can be deleted by us.
  if (trouble.kind === 'held') return isRetracted(post) && ['not_member', 'archived'].includes(trouble.reason);
  return trouble.kind === 'message_gone' || trouble.kind === 'message_fixed';
}

function toStop(trouble: SendTrouble, unknownPauseMs: number): DeliveryStop {
  switch (trouble.kind) {
    case 'rate_limited':
      return { kind: 'retry', afterMs: trouble.retryAfterMs, reason: 'rate_limited' };
    case 'not_ready':
      return { kind: 'retry', afterMs: trouble.retryAfterMs, reason: 'picture_not_ready' };
    case 'unknown_outcome':
      return { kind: 'retry', afterMs: unknownPauseMs, reason: trouble.reason };
    case 'held':
      return { kind: 'held', reason: trouble.reason };
    case 'workspace_failed':
    case 'post_failed':
      return { kind: 'failed', reason: trouble.reason, scope: trouble.kind === 'post_failed' ? 'post' : 'workspace' };
    case 'message_gone':
    case 'message_fixed':
      return { kind: 'failed', reason: trouble.kind, scope: 'post' };
  }
}
