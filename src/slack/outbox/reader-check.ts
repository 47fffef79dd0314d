import { memberRefusal } from '../../domain/member.ts';
import type { ChannelRefusal } from '../../domain/post.ts';
import type { ChannelGuard } from '../guard/channel-guard.ts';
import type { Directory } from '../guard/directory.ts';
import { isDirect } from './sent-part.ts';

/** Why a message may not go there; with a time when the question itself could not be answered and may be asked again. */
export type ReaderRefusal = { readonly reason: ChannelRefusal; readonly retryAfterMs: number | null };

const REASONS = { guest: 'guests', outside: 'outsiders', bot: 'not_member', deactivated: 'not_member' } as const;

/**
 * Asks, before every call that shows something, who would read it: the guard for channels, the directory for direct messages,
 * which never go to guests, bots, deactivated or outside people. Null when nothing stands against it.
 */
export function createReaderCheck({ guard, directory }: { guard: ChannelGuard; directory: Directory }) {
  async function checkPerson(userId: string): Promise<ReaderRefusal | null> {
    const [found] = await directory.lookUpAll([userId]);
    if (!found || found.retryAfterMs !== null) return { reason: 'unknown', retryAfterMs: found?.retryAfterMs ?? null };
    const refusal = memberRefusal(found.member);
    return refusal && { reason: REASONS[refusal], retryAfterMs: null };
  }

  return async (channelId: string): Promise<ReaderRefusal | null> => {
    if (isDirect(channelId)) return checkPerson(channelId);
    const verdict = await guard.check(channelId);
    return verdict.ok ? null : verdict;
  };
}
