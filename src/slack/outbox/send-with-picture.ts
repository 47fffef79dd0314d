import type { RenderedMessage } from '../blocks/rendered-message.ts';
import type { Sent } from './send-message.ts';

/** Slack looks at a new file for some seconds before a message may show it. */
const PAUSE_MS = 3_000;

/**
 * Sends a message with a picture. Slack refuses one whose file it has not looked at yet exactly as one whose file is gone
 * (`invalid_blocks`, nothing was posted): until `readyBy` the message is put off, later it goes out with words in place of the picture.
 * A message without a picture is simply sent.
 */
export async function sendWithPicture<T>(
  message: RenderedMessage,
  now: Date,
  send: (message: RenderedMessage) => Promise<Sent<T>>,
): Promise<Sent<T>> {
  const sent = await send(message);
  const { text, picture } = message;
  if (sent.ok || picture === undefined) return sent;
  if (sent.trouble.kind !== 'post_failed' || sent.trouble.reason !== 'invalid_blocks') return sent;
  if (now < picture.readyBy) return { ok: false, trouble: { kind: 'not_ready', retryAfterMs: PAUSE_MS } };
  return send({ text, blocks: [...picture.instead] });
}
