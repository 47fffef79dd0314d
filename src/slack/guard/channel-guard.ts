import type { WebClient } from '@slack/web-api';
import {
  type ChannelRefused,
  type ChannelVerdict,
  classifyChannel,
  refuseByInfo,
  refused,
} from './classify-channel.ts';
import type { Directory } from './directory.ts';
import { createFreshCache } from './fresh-cache.ts';
import { readPages } from './read-pages.ts';
import { readTrouble } from './read-trouble.ts';

export type ChannelGuard = {
  /** Whether clients may be discussed in the channel now. Whatever cannot be found out refuses. */
  check(channelId: string): Promise<ChannelVerdict>;
  /** On every event that tells of a change: sharing, joining, a new channel id. */
  forget(channelId: string): void;
};

export type ChannelGuardOptions = {
  readonly reads: WebClient;
  readonly directory: Directory;
  readonly teamId: string;
  readonly botUserId: string;
  readonly ttlMs?: number;
  readonly clock: () => Date;
};

/** Long enough for the messages that go out together, short enough to be "before every post". */
const TTL_MS = 3_000;
const MEMBERS_PAGE = 999;
const MAX_MEMBER_PAGES = 20;

/** Asks Slack about a channel and each of its members; the decision itself is `classifyChannel`. */
export function createChannelGuard(options: ChannelGuardOptions): ChannelGuard {
  const { ttlMs = TTL_MS, clock } = options;
  const checks = createFreshCache({ load: (id) => examine(options, id), ttlMs: () => ttlMs, clock });
  return { check: checks.get, forget: checks.forget };
}

async function examine({ reads, directory, ...us }: ChannelGuardOptions, channel: string): Promise<ChannelVerdict> {
  // Slack does not tell an app without im:read what a direct message is; the id does.
  if (channel.startsWith('D')) return refused('direct_message');
  try {
    const { channel: info } = await reads.conversations.info({ channel });
    if (!info) return refused('unknown');
    const reason = refuseByInfo(info, us.teamId);
    if (reason !== null) return refused(reason);
    const pages = await readPages(
      (position) => reads.conversations.members({ channel, limit: MEMBERS_PAGE, ...position }),
      MAX_MEMBER_PAGES,
    );
    const memberIds = pages?.flatMap((page) => page.members ?? []);
    if (!memberIds) return refused('unknown');
    return classifyChannel({ id: channel, ...info }, await directory.lookUpAll(memberIds), us);
  } catch (error) {
    return refuseByError(error);
  }
}

function refuseByError(error: unknown): ChannelRefused {
  const trouble = readTrouble(error);
  if (trouble.kind === 'passing') return refused('unknown', trouble.retryAfterMs);
  // A private channel that the app is not in does not exist for it.
  if (trouble.error === 'channel_not_found') return refused('not_member');
  if (trouble.error === 'missing_scope' && ['im:read', 'mpim:read'].includes(trouble.needed))
    return refused('direct_message');
  return refused('unknown');
}
