import { describe, expect, it } from 'vitest';
import { md } from '../../../src/domain/escaping.ts';
import { section } from '../../../src/slack/blocks/building-blocks.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';
import type { Sent } from '../../../src/slack/outbox/send-message.ts';
import type { SendTrouble } from '../../../src/slack/outbox/send-trouble.ts';
import { sendWithPicture } from '../../../src/slack/outbox/send-with-picture.ts';

const READY_BY = new Date('2026-11-27T18:01:00Z');
const BEFORE = new Date('2026-11-27T18:00:59Z');

const PLAIN: RenderedMessage = { text: md`Health`, blocks: [section(md`Health`)] };
const INSTEAD = [section(md`In words`)];
const WITH_PICTURE: RenderedMessage = {
  ...PLAIN,
  blocks: [{ type: 'image', slack_file: { id: 'F1' }, alt_text: 'Health' }],
  picture: { instead: INSTEAD, readyBy: READY_BY },
};
const REFUSED: SendTrouble = { kind: 'post_failed', reason: 'invalid_blocks' };

/** Sends once or twice; the first answer is `trouble`, a further one that it arrived. */
async function send(message: RenderedMessage, now: Date, trouble: SendTrouble | null) {
  const sent: unknown[] = [];
  const result = await sendWithPicture(message, now, async ({ blocks }): Promise<Sent<string>> => {
    sent.push(blocks);
    return sent.length === 1 && trouble !== null ? { ok: false, trouble } : { ok: true, value: 'ts' };
  });
  return { sent, result };
}

describe('a message with a picture', () => {
  it('is sent as it is when Slack takes it', async () => {
    expect(await send(WITH_PICTURE, BEFORE, null)).toEqual({
      sent: [WITH_PICTURE.blocks],
      result: { ok: true, value: 'ts' },
    });
  });

  it('waits while Slack may not have looked at the file yet', async () => {
    const { sent, result } = await send(WITH_PICTURE, BEFORE, REFUSED);
    expect([sent.length, result]).toEqual([1, { ok: false, trouble: { kind: 'not_ready', retryAfterMs: 3_000 } }]);
  });

  it('goes out with words in place of the picture after that', async () => {
    const { sent, result } = await send(WITH_PICTURE, READY_BY, REFUSED);
    expect([sent, result]).toEqual([[WITH_PICTURE.blocks, INSTEAD], { ok: true, value: 'ts' }]);
  });

  it.each<[string, RenderedMessage, SendTrouble]>([
    ['an unknown outcome', WITH_PICTURE, { kind: 'unknown_outcome', reason: 'request_timeout' }],
    ['a rate limit', WITH_PICTURE, { kind: 'rate_limited', retryAfterMs: 1_000 }],
    ['another refusal', WITH_PICTURE, { kind: 'post_failed', reason: 'msg_too_long' }],
    ['a message without one', PLAIN, REFUSED],
  ])('is sent once only: %s', async (_, message, trouble) => {
    expect(await send(message, READY_BY, trouble)).toEqual({
      sent: [message.blocks],
      result: { ok: false, trouble },
    });
  });
});
