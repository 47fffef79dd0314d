import type { DeliveryStop } from './delivery-outcome.ts';
import { planParts } from './plan-parts.ts';
import type { Post, PostStore } from './post-store.ts';
import { parsePlace } from './sent-part.ts';
import { type SettleDeps, settleClaim } from './settle.ts';
import type { createStepRunner } from './step-runner.ts';

type RetractDeps = SettleDeps & {
  readonly store: PostStore;
  readonly runStep: ReturnType<typeof createStepRunner>;
};

/**
 * Deletes every part of a message that is taken back; null when none is left. Nobody is asked who reads the channel: a deletion shows
 * nothing, and what stands in a channel that others read is just what must go. A part that may be on its way is looked for first.
 */
export function createRetraction({ runStep, ...deps }: RetractDeps) {
  return async (post: Post): Promise<DeliveryStop | null> => {
    const parent = post.parentPurpose === null ? null : await deps.store.find(post.parentPurpose);
    const threadTs = (parent && parsePlace(parent, parent.sentTs[0])?.ts) ?? null;
    const waiting = await settleClaim(deps, post, threadTs);
    if (waiting) return waiting;
    const settled = (await deps.store.find(post.purpose)) ?? post;
    for (const step of planParts(settled.sentTs, 0)) {
      const stop = await runStep(settled, step, { message: undefined, threadTs, conversationId: null });
      if (stop) return stop;
    }
    return null;
  };
}
