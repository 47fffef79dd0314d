import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { join, md } from '../../domain/escaping.ts';
import { clipAtWord } from './clip.ts';

/** One message of Slack: what a notification and a screen reader say, and what is shown. */
export type RenderedMessage = {
  readonly text: Mrkdwn;
  readonly blocks: KnownBlock[];
  /** With a picture that Slack may not take: what is shown in its place then. */
  readonly picture?: PictureInMessage;
};

export type PictureInMessage = {
  readonly instead: readonly KnownBlock[];
  /** Slack looks at a file before it may be shown: until then it is asked again. */
  readonly readyBy: Date;
};

/** Slack refuses an update with more than 4,000 characters of text; what is longer stands in the blocks in full. */
export const MAX_TEXT_LENGTH = 2900;

const MAX_SPOKEN_QUOTE = 400;
const ELLIPSIS = md`${'…'}`;

/** A message whose text says what its blocks show, first things first, as far as there is room. */
export function rendered(blocks: readonly KnownBlock[]): RenderedMessage {
  return { text: spokenText(blocks), blocks: [...blocks] };
}

/** The words of blocks as lines of mrkdwn, without buttons; whole lines only, and an ellipsis where some are left out. */
function spokenText(blocks: readonly KnownBlock[]): Mrkdwn {
  const lines = blocks.flatMap(linesOf).filter((line) => line.trim() !== '');
  const kept: Mrkdwn[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > MAX_TEXT_LENGTH) return join([...kept, ELLIPSIS]);
    kept.push(line);
  }
  return join(kept);
}

function linesOf(block: KnownBlock): Mrkdwn[] {
  switch (block.type) {
    case 'header':
      return [md`${block.text.text}`];
    case 'section':
      return (block.text?.text ?? '').split('\n') as Mrkdwn[];
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? [element.text as Mrkdwn] : []));
    case 'rich_text':
      return block.elements.map(spokenElement);
    default:
      return [];
  }
}

function spokenElement(element: RichTextBlock['elements'][number]): Mrkdwn {
  const words = element.elements.map((part) => {
    if (part.type === 'text') return md`${clipAtWord(part.text, MAX_SPOKEN_QUOTE)}`;
    return part.type === 'user' ? (`<@${part.user_id}>` as Mrkdwn) : md`${''}`;
  });
  return join(words, ' ');
}
