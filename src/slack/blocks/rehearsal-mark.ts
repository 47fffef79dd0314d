import type { ContextBlock, KnownBlock } from '@slack/types';
import * as z from 'zod';
import type { Mrkdwn } from '../../domain/escaping.ts';
import type { Messages } from '../../i18n/index.ts';
import { context } from './building-blocks.ts';
import { fits } from './pack.ts';
import type { RenderedMessage } from './rendered-message.ts';

/** The block by which everything of a rehearsal is known, for readers and for us. */
const MARK_ID = 'rehearsal';

const MarkedSchema = z.object({
  blocks: z
    .tuple([z.object({ block_id: z.literal(MARK_ID), elements: z.tuple([z.object({ text: z.string() })]) })])
    .rest(z.unknown()),
});

/** The line above everything of a rehearsal: what it is, who sees it, and when it goes. */
export function rehearsalMark(deletedAt: Date, t: Messages): ContextBlock {
  return marking(t.rehearsal.mark(deletedAt));
}

/**
 * The messages of a rehearsal: each begins with the mark, its notification with the word. What the mark leaves no room for goes on in
 * one message more, so that Slack's limits hold here as they do without it.
 */
export function markMessages(
  messages: readonly RenderedMessage[],
  mark: ContextBlock,
  t: Messages,
): readonly RenderedMessage[] {
  return messages.flatMap(({ text, blocks }) =>
    divide(blocks, mark).map((part) => ({ text: t.rehearsal.notification(text), blocks: part })),
  );
}

/** A form or a reply that comes of something marked is marked too; anything else stays as it is. */
export function withMark<B>(blocks: readonly B[], mark: ContextBlock | null): (B | ContextBlock)[] {
  return mark === null ? [...blocks] : [mark, ...blocks];
}

/** The mark of a message or form as Slack sends it back with a press; null where it bears none. */
export function findMark(shown: unknown): ContextBlock | null {
  const parsed = MarkedSchema.safeParse(shown);
  return parsed.success ? marking(parsed.data.blocks[0].elements[0].text as Mrkdwn) : null;
}

function marking(text: Mrkdwn): ContextBlock {
  return { ...context(text), block_id: MARK_ID };
}

function divide(blocks: readonly KnownBlock[], mark: ContextBlock): KnownBlock[][] {
  const parts: KnownBlock[][] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (last && fits([...last, block])) last.push(block);
    else parts.push([mark, block]);
  }
  return parts;
}
