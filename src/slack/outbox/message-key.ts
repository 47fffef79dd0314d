import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { purposeWhenPosted } from '../../domain/post.ts';
import type { RenderedMessage } from '../blocks/rendered-message.ts';

export const METADATA_TYPE = 'parley_post';

/**
 * The mark by which a message of ours is found again in Slack. A hash, because everybody in the workspace can read metadata and
 * purposes hold ids of people and reviews; the workspace is part of it, so the same purpose elsewhere has another mark.
 * One that is taken back keeps the mark it was posted with.
 */
export function messageKey({
  workspaceId,
  purpose,
  part,
}: {
  workspaceId: string;
  purpose: string;
  part: number;
}): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([workspaceId, purposeWhenPosted(purpose), part]))
    .digest('hex');
  return `parley-${digest.slice(0, 40)}`;
}

/**
 * The message's arguments with the mark in both places that Slack gives back: the metadata, and the id of the first block that has
 * none of its own.
 */
export function withKey({ text, blocks }: RenderedMessage, key: string) {
  const at = Math.max(
    0,
    blocks.findIndex(({ block_id: id }) => id === undefined),
  );
  const marked: KnownBlock[] = blocks.map((block, index) => (index === at ? { ...block, block_id: key } : block));
  return { text, blocks: marked, metadata: { event_type: METADATA_TYPE, event_payload: { key } } };
}

/** Whether a message read from Slack carries the mark; either place will do. */
export function hasKey(message: FoundMessage, key: string): boolean {
  const { metadata } = message;
  if (metadata?.event_type === METADATA_TYPE && metadata.event_payload?.key === key) return true;
  return message.blocks?.some((block) => block.block_id === key) ?? false;
}

/** The parts of a message from history or replies that matter here. */
export type FoundMessage = {
  readonly ts?: string;
  readonly blocks?: readonly { readonly block_id?: string }[];
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>> };
};
