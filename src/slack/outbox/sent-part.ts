/** Where a message is: Slack wants both for an update. */
export type SentPart = { readonly channel: string; readonly ts: string };

/** Whether a post goes to a person's direct messages: its channel is then the person's id. */
export function isDirect(channelId: string): boolean {
  return /^[UW]/.test(channelId);
}

/**
 * The place of a part as it is stored: the ts alone in a channel; `D…/ts` in direct messages, because updates want the
 * conversation's own id and an app without im:write learns it only from the answer to its post.
 */
export function formatPlace(post: { readonly channelId: string }, sent: SentPart): string {
  return isDirect(post.channelId) ? `${sent.channel}/${sent.ts}` : sent.ts;
}

/** Null for a part that is not in Slack. */
export function parsePlace(post: { readonly channelId: string }, place: string | undefined): SentPart | null {
  if (!place) return null;
  const slash = place.indexOf('/');
  return slash < 0
    ? { channel: post.channelId, ts: place }
    : { channel: place.slice(0, slash), ts: place.slice(slash + 1) };
}
