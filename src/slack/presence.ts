import type { PulseDeps } from '../usecases/pulse-people.ts';
import type { PresenceDeps } from '../usecases/sync-absence.ts';
import type { ChannelGuard } from './guard/channel-guard.ts';
import type { Directory, Lookup } from './guard/directory.ts';
import { isUnknown } from './guard/to-member.ts';

/**
 * Asks Slack who somebody is now and who is in a channel. Where the guard refuses the channel, who is in it counts as unknown: what
 * becomes of a review there is decided elsewhere.
 */
export function createFindPresence({ guard, directory }: { guard: ChannelGuard; directory: Directory }) {
  const findPresence: PresenceDeps['findPresence'] = async ({ channelId, userIds }) => {
    // A verdict of a moment ago leaves out who was deactivated then: somebody who is back would seem to have left the channel.
    guard.forget(channelId);
    const verdict = await guard.check(channelId);
    const members = (await directory.lookUpAll(userIds)).map(knownMember);
    return { members, inChannel: verdict.ok ? verdict.channel.memberIds : null };
  };
  return findPresence;
}

/** Asks Slack who people are now; null for somebody whom it cannot tell at the moment. */
export function createFindMembers({ directory }: { readonly directory: Directory }): PulseDeps['findMembers'] {
  return async (userIds) => (await directory.lookUpAll(userIds)).map(knownMember);
}

function knownMember({ member, retryAfterMs }: Lookup) {
  return retryAfterMs === null && !isUnknown(member) ? member : null;
}
