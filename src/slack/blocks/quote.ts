import type { RichTextBlock, RichTextElement } from '@slack/types';
import { sampleName } from '../../domain/rehearsal/sample-team.ts';

/** So that a quote with its heading fits into one message, see pack.ts. */
const MAX_QUOTE_BYTES = 8000;

/** Where a long text is divided, a space is looked for within this many characters before the end. */
const WORD_REACH = 80;

/**
 * What somebody wrote, letter for letter: rich text is not parsed, so no mention, link or formatting can come of it, and
 * nothing grows by escaping. `caption` stands above it. A text too large for one message gives several blocks, in order.
 */
export function quote(text: string, caption: readonly RichTextElement[] = []): RichTextBlock[] {
  return dividedText(text.trim() === '' ? '–' : text).map((part, index) => {
    const said = { type: 'rich_text_quote' as const, elements: [{ type: 'text' as const, text: part }] };
    const above = { type: 'rich_text_section' as const, elements: [...caption] };
    return { type: 'rich_text', elements: index === 0 && caption.length > 0 ? [above, said] : [said] };
  });
}

/** A person by Slack id in a caption; the plain name of a sample voice of a rehearsal. */
export function person(userId: string): RichTextElement {
  const name = sampleName(userId);
  return name === null ? { type: 'user', user_id: userId } : words(name);
}

/** Plain words of a caption. */
export function words(text: string, style?: { bold?: true; italic?: true }): RichTextElement {
  return { type: 'text', text, ...(style === undefined ? {} : { style }) };
}

/** Text in parts of which each fits into one message, divided between words where there are some. */
export function dividedText(text: string): string[] {
  if (jsonBytes(text) <= MAX_QUOTE_BYTES) return [text];
  const parts: string[] = [];
  let part: string[] = [];
  let bytes = 0;
  for (const character of text) {
    const size = jsonBytes(character);
    if (bytes + size > MAX_QUOTE_BYTES) {
      const rest = part.splice(wordEnd(part));
      parts.push(part.join(''));
      part = rest;
      bytes = jsonBytes(rest.join(''));
    }
    part.push(character);
    bytes += size;
  }
  return [...parts, part.join('')];
}

function wordEnd(part: readonly string[]): number {
  const space = part.findLastIndex((character) => /\s/u.test(character));
  return space > part.length - WORD_REACH ? space + 1 : part.length;
}

function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
