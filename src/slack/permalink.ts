import type { WebClient } from '@slack/web-api';
import type { PostStore } from './outbox/post-store.ts';
import { parsePlace } from './outbox/sent-part.ts';

/** The address of a message of the outbox; null while it is on its way, or when Slack does not say: it is then shown without a link. */
export async function findPermalink(
  slack: WebClient,
  stores: { readonly outbox: Pick<PostStore, 'find'> },
  purpose: string,
): Promise<string | null> {
  const post = await stores.outbox.find(purpose);
  const place = post && parsePlace(post, post.sentTs[0]);
  if (!place) return null;
  try {
    const { permalink } = await slack.chat.getPermalink({ channel: place.channel, message_ts: place.ts });
    return permalink ?? null;
  } catch {
    return null;
  }
}
