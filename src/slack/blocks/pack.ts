import type { KnownBlock } from '@slack/types';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { context } from './building-blocks.ts';

/** Slack: at most 50 blocks in a message. */
export const MAX_BLOCKS = 50;

/** Slack refuses long messages (`msg_blocks_too_long`) at a size it does not publish, near 13 kB of JSON. */
export const MAX_BYTES = 10_000;

/** Blocks that stay together, such as a heading and the first thing under it. */
export type Piece = readonly KnownBlock[];

/**
 * Divides a long list of blocks into messages that Slack accepts, in order and without losing one. Each further message
 * starts with `continued`. A piece too large to stay together is divided between its blocks.
 */
export function pack(pieces: readonly Piece[], continued: Mrkdwn): KnownBlock[][] {
  const heading = context(continued);
  const messages: KnownBlock[][] = [];
  let current: KnownBlock[] = [];
  for (const piece of pieces.flatMap((whole) =>
    fits([heading, ...whole]) ? [whole] : whole.map((block) => [block]),
  )) {
    if (current.length > 0 && !fits([...current, ...piece])) {
      messages.push(current);
      current = [heading];
    }
    current = [...current, ...piece];
  }
  return current.length > 0 ? [...messages, current] : messages;
}

/** Whether Slack takes these blocks as one message. */
export function fits(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= MAX_BLOCKS && Buffer.byteLength(JSON.stringify(blocks)) <= MAX_BYTES;
}
