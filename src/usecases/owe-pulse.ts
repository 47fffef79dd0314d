import { purposeOf } from '../domain/post.ts';
import type { PulseInvite } from '../domain/pulse.ts';
import type { NewPost, Pace } from '../storage/owe-posts.ts';
import type { Stores } from '../storage/storage.ts';

type Whose = Pick<PulseInvite, 'week' | 'userId'>;

/** Owes somebody the message of their pulse, or owes it again as it is now: it is read afresh when it is delivered. */
export function owePulse({ outbox }: Pick<Stores, 'outbox'>, whose: Whose): Promise<void> {
  return outbox.put(postOf(whose));
}

/** The same for many people, behind everything that somebody waits for. */
export function owePulses({ outbox }: Pick<Stores, 'outbox'>, people: readonly Whose[], pace?: Pace): Promise<void> {
  return outbox.putMany(people.map(postOf), pace);
}

function postOf({ week, userId }: Whose): NewPost {
  return {
    purpose: purposeOf.pulse(week, userId),
    reviewId: null,
    channelId: userId,
    parentPurpose: null,
    message: { kind: 'pulse', week, userId },
  };
}
