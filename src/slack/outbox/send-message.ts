import type { WebClient } from '@slack/web-api';
import type { RenderedMessage } from '../blocks/rendered-message.ts';
import { withKey } from './message-key.ts';
import { type SendTrouble, sendTrouble } from './send-trouble.ts';
import type { SentPart } from './sent-part.ts';

export type Sent<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: SendTrouble };

export type NewMessage = {
  readonly channel: string;
  readonly threadTs: string | null;
  readonly message: RenderedMessage;
  readonly key: string;
};

export type Pace = {
  /** The pause after each call, in milliseconds: Slack takes about one message a second in a channel. */
  readonly intervalMs: number;
  readonly sleep: (ms: number) => Promise<unknown>;
};

/**
 * The three calls that change what Slack shows, for one delivery. Each waits for the pause after the one before it; whoever is done
 * waits for the last pause with `rest`, so that a serial queue keeps Slack's pace. What is noted meanwhile costs no time, and is noted
 * at once.
 */
export function createSender(posts: WebClient, { intervalMs, sleep }: Pace) {
  let pause: Promise<unknown> = Promise.resolve();

  async function attempt<T>(call: () => Promise<T>): Promise<Sent<T>> {
    await pause;
    try {
      return { ok: true, value: await call() };
    } catch (error) {
      return { ok: false, trouble: sendTrouble(error) };
    } finally {
      if (intervalMs > 0) pause = sleep(intervalMs);
    }
  }

  return {
    /** Waits until Slack takes the next message. */
    async rest(): Promise<void> {
      await pause;
    },

    /** Posts a new message and tells where it is. */
    post: ({ channel, threadTs, message, key }: NewMessage) =>
      attempt<SentPart>(async () => {
        const { channel: place, ts } = await posts.chat.postMessage({
          channel,
          ...(threadTs === null ? {} : { thread_ts: threadTs }),
          ...withKey(message, key),
          ...PLAIN,
        });
        if (ts === undefined) throw new Error('chat.postMessage answered ok without a ts: no Slack does that');
        return { channel: place ?? channel, ts };
      }),

    /** Replaces what a message says; asked twice it changes nothing the second time. */
    update: (at: SentPart, message: RenderedMessage, key: string) =>
      attempt(() => posts.chat.update({ ...at, ...withKey(message, key), parse: 'none', link_names: false })),

    remove: (at: SentPart) => attempt(() => posts.chat.delete({ ...at })),
  };
}

export type Sender = ReturnType<typeof createSender>;

/** Nothing in our text becomes a link, a mention or a preview by itself. */
const PLAIN = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;
