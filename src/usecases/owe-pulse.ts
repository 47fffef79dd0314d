import { purposeOf } from '../domain/post.ts';
import type { PulseInvite } from '../domain/pulse.ts';
import type { Stores } from '../storage/storage.ts';

/** Owes somebody the message of their pulse, or owes it again as it is now: it is read afresh when it is delivered. */
export function owePulse(
  { outbox }: Pick<Stores, 'outbox'>,
  { week, userId }: Pick<PulseInvite, 'week' | 'userId'>,
): Promise<void> {
  return outbox.put({
    purpose: purposeOf.pulse(week, userId),
    reviewId: null,
    channelId: userId,
    parentPurpose: null,
    message: { kind: 'pulse', week, userId },
  });
}
