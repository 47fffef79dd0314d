import type { WebClient } from '@slack/web-api';
import { readTrouble } from '../guard/read-trouble.ts';
import { type FoundMessage, hasKey } from './message-key.ts';

export type FoundSent =
  | { readonly kind: 'found'; readonly ts: string }
  | { readonly kind: 'absent' }
  /** Slack does not let us look, or the place is too busy to be read through. */
  | { readonly kind: 'cannot_look'; readonly reason: string }
  | { readonly kind: 'later'; readonly retryAfterMs: number };

export type SentSearch = {
  readonly reads: WebClient;
  readonly channel: string;
  /** The thread to look in; null for the channel itself. */
  readonly threadTs: string | null;
  readonly key: string;
  /** When the call that may have posted it began. */
  readonly since: Date;
};

/** Slack's clock may differ from ours, and a message may appear some time after the call was given up. */
const BEFORE_MS = 60_000;
const AFTER_MS = 5 * 60_000;
const MAX_PAGES = 5;

/** Looks for a message that carries our key around the time of an unknown call. Needs a history scope, which is optional. */
export async function findSent(search: SentSearch): Promise<FoundSent> {
  let cursor = '';
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const page = await readPage(search, cursor).catch(readTrouble);
    if ('kind' in page) {
      if (page.kind === 'answer') return { kind: 'cannot_look', reason: page.error };
      // Where reading is limited to a page a minute, starting over again and again would never come to an end.
      if (page.isRateLimit && pages > 0) return { kind: 'cannot_look', reason: 'rate_limited' };
      return { kind: 'later', retryAfterMs: page.retryAfterMs };
    }
    const found = page.messages.find((message) => message.ts !== undefined && hasKey(message, search.key));
    if (found?.ts) return { kind: 'found', ts: found.ts };
    if (page.cursor === '') return { kind: 'absent' };
    cursor = page.cursor;
  }
  return { kind: 'cannot_look', reason: 'too_many_messages' };
}

async function readPage(
  { reads, channel, threadTs, since }: SentSearch,
  cursor: string,
): Promise<{ messages: FoundMessage[]; cursor: string }> {
  const window = {
    channel,
    oldest: String((since.getTime() - BEFORE_MS) / 1000),
    latest: String((since.getTime() + AFTER_MS) / 1000),
    inclusive: true,
    include_all_metadata: true,
    limit: 200,
    ...(cursor === '' ? {} : { cursor }),
  };
  const page =
    threadTs === null
      ? await reads.conversations.history(window)
      : await reads.conversations.replies({ ...window, ts: threadTs });
  return { messages: (page.messages ?? []) as FoundMessage[], cursor: page.response_metadata?.next_cursor ?? '' };
}
