import { setTimeout as sleepFor } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { type ChannelRefusal, isRetracted } from '../../domain/post.ts';
import type { Logger } from '../../ops/logging.ts';
import type { RenderedMessage } from '../blocks/rendered-message.ts';
import { CALL_TIMEOUT_MS } from '../clients.ts';
import type { ChannelGuard } from '../guard/channel-guard.ts';
import type { Directory } from '../guard/directory.ts';
import type { DeliveryOutcome, DeliveryStop } from './delivery-outcome.ts';
import { planParts } from './plan-parts.ts';
import type { Post, PostStore, SayablePost } from './post-store.ts';
import { createReaderCheck, type ReaderRefusal } from './reader-check.ts';
import { createRetraction } from './retract.ts';
import { createSender, type Sender } from './send-message.ts';
import { isDirect, parsePlace } from './sent-part.ts';
import { settleClaim } from './settle.ts';
import { createStepRunner } from './step-runner.ts';

export type DeliveryDeps = {
  readonly workspaceId: string;
  readonly store: PostStore;
  readonly posts: WebClient;
  readonly reads: WebClient;
  readonly guard: ChannelGuard;
  readonly directory: Directory;
  /** The message's parts in order, none to take it back; `gone` when there is nothing left to say it about. */
  readonly render: (post: SayablePost) => Promise<readonly RenderedMessage[] | 'gone'>;
  readonly clock: () => Date;
  readonly pace?: { readonly intervalMs: number };
  /** After this long a call has certainly ended, whoever made it. */
  readonly outcomeKnownAfterMs?: number;
  readonly logger: Logger;
  /** A channel refuses a message for a new reason. May be called twice for one change: make it idempotent. */
  readonly onHeld: (post: Post, reason: ChannelRefusal) => Promise<void>;
};

export type Delivery = { readonly deliver: (purpose: string) => Promise<DeliveryOutcome> };

/** Where a message goes: the thread, if any, and the conversation where the post's channel does not name it. */
type Root = { readonly threadTs: string | null; readonly conversationId: string | null };
const NO_THREAD: Root = { threadTs: null, conversationId: null };

const PARENT_PAUSE_MS = 2_000;
const FAILED_PARENT_PAUSE_MS = 60_000;
/** Room for clocks that differ between replicas and for a process that was stopped for a while. */
const OUTCOME_KNOWN_AFTER_MS = 2 * CALL_TIMEOUT_MS;
/** Kinds whose words are kept elsewhere and never asked for again: they are dropped here once they are in Slack. */
const FINAL_KINDS: readonly string[] = ['reveal', 'late_reveal'];

/**
 * Delivers the outbox of one workspace: brings one message in Slack to its newest revision, however often it is asked and
 * wherever it was interrupted (docs/decisions/002-outbox.md). Throws only for bugs and when the database is away; what was
 * under way is then settled by the next call.
 */
export function createDelivery(deps: DeliveryDeps): Delivery {
  return {
    async deliver(purpose) {
      const sender = createSender(deps.posts, { intervalMs: deps.pace?.intervalMs ?? 1_000, sleep: sleepFor });
      try {
        return await createRun(deps, sender).deliver(purpose);
      } finally {
        // The next message of the queue may go out when this job ends.
        await sender.rest();
      }
    },
  };
}

/** One delivery. */
function createRun(deps: DeliveryDeps, sender: Sender): Delivery {
  const { store, workspaceId, clock, logger, outcomeKnownAfterMs = OUTCOME_KNOWN_AFTER_MS } = deps;
  const checkReaders = createReaderCheck(deps);
  const runStep = createStepRunner({ store, sender, clock, workspaceId, logger, outcomeKnownAfterMs });
  const retract = createRetraction({ ...deps, outcomeKnownAfterMs, runStep });

  async function deliver(purpose: string): Promise<DeliveryOutcome> {
    const post = await store.find(purpose);
    if (post === null || post.deliveredRevision >= post.revision) return { kind: 'nothing_owed' };
    const stop = await (isRetracted(post) ? retract(post) : bringUpToDate(post));
    if (stop === null) {
      const isFinal = FINAL_KINDS.includes(post.message?.kind ?? '');
      await store.finish(purpose, { revision: post.revision, isFinal });
      return { kind: 'delivered' };
    }
    if (stop.kind === 'held') await hold(post, stop.reason);
    if (stop.kind === 'failed' && stop.scope === 'post') await store.hold(purpose, 'failed');
    return stop;
  }

  async function bringUpToDate(post: Post): Promise<DeliveryStop | null> {
    const refusal = await checkReaders(post.channelId);
    if (refusal) return refuse(refusal);
    const root = await findRoot(post);
    if ('kind' in root) return root;
    const waiting = await settleClaim({ ...deps, outcomeKnownAfterMs }, post, root.threadTs);
    if (waiting) return waiting;
    const { message } = post;
    const rendered = message === null ? 'gone' : await deps.render({ ...post, message });
    return rendered === 'gone' ? null : sendParts(post, { rendered, root });
  }

  async function sendParts(
    { purpose, channelId }: Post,
    { rendered, root }: { rendered: readonly RenderedMessage[]; root: Root },
  ): Promise<DeliveryStop | null> {
    const post = await store.find(purpose);
    if (post === null) return null;
    if (post.channelId !== channelId) return { kind: 'retry', afterMs: 0, reason: 'moved' };
    for (const step of planParts(post.sentTs, rendered.length)) {
      // Asked anew for each part: somebody may have joined while the parts before it went out.
      const refusal = step.kind === 'remove' ? null : await checkReaders(post.channelId);
      if (refusal) return refuse(refusal);
      const stop = await runStep(post, step, { message: rendered[step.part], ...root });
      if (stop) return stop;
    }
    return null;
  }

  /** The message whose thread this one belongs to. */
  async function findRoot({ parentPurpose, channelId }: Post): Promise<Root | DeliveryStop> {
    if (parentPurpose === null) return NO_THREAD;
    const parent = await store.find(parentPurpose);
    if (parent === null) return { kind: 'failed', reason: 'no_parent', scope: 'post' };
    const place = parsePlace(parent, parent.sentTs[0]);
    // A thread is of a conversation, and of direct messages a person's id does not name one.
    if (place) return { threadTs: place.ts, conversationId: isDirect(channelId) ? place.channel : null };
    // A failed parent may yet be repaired by a new revision, and its thread with it.
    if (parent.holdReason === 'failed')
      return { kind: 'retry', afterMs: FAILED_PARENT_PAUSE_MS, reason: 'parent_failed' };
    if (parent.holdReason !== null) return { kind: 'held', reason: parent.holdReason };
    return { kind: 'retry', afterMs: PARENT_PAUSE_MS, reason: 'parent_not_sent' };
  }

  async function hold(post: Post, reason: ChannelRefusal): Promise<void> {
    if (post.holdReason === reason) return;
    // Told before it is noted: a crash between the two tells again instead of never. Of a person nobody is told.
    if (!isDirect(post.channelId)) await deps.onHeld(post, reason);
    await store.hold(post.purpose, reason);
  }

  return { deliver };
}

function refuse({ reason, retryAfterMs }: ReaderRefusal): DeliveryStop {
  return retryAfterMs === null
    ? { kind: 'held', reason }
    : { kind: 'retry', afterMs: retryAfterMs, reason: 'readers_unknown' };
}
