import { md } from '../../../src/domain/escaping.ts';
import type { RenderedMessage } from '../../../src/slack/blocks/rendered-message.ts';

export const REVIEW = '3f0e9b1c-0000-4000-8000-000000000001';

export function aMessage(words: string): RenderedMessage {
  const text = md`${words}`;
  return { text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] };
}
