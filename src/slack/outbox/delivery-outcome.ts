import type { ChannelRefusal } from '../../domain/post.ts';

/** Why a delivery ended before the message was in Slack as it should be. */
export type DeliveryStop =
  /** To be asked again after `afterMs`. */
  | { readonly kind: 'retry'; readonly afterMs: number; readonly reason: string }
  /** Must not be seen there now; the tick asks again. */
  | { readonly kind: 'held'; readonly reason: ChannelRefusal }
  /** `post`: this message as it is, until a new revision. `workspace`: any message, until the installation is repaired. */
  | { readonly kind: 'failed'; readonly reason: string; readonly scope: 'post' | 'workspace' };

export type DeliveryOutcome = { readonly kind: 'delivered' } | { readonly kind: 'nothing_owed' } | DeliveryStop;
