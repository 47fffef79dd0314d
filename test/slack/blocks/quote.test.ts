import type { RichTextBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quote, words } from '../../../src/slack/blocks/quote.ts';

const textOf = (blocks: readonly RichTextBlock[]) => {
  const parts = blocks.flatMap(({ elements }) => elements).flatMap((element): unknown[] => element.elements);
  return parts.map((part) => (part as { text: string }).text).join('');
};

describe('quote', () => {
  it('shows what was written letter for letter, as text that is not parsed', () => {
    const text = '<!channel> &amp; *bold* <@U1> `code`';
    expect(quote(text)).toEqual([
      { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }] },
    ]);
  });

  it('puts a caption above the words', () => {
    const [block] = quote('late', [words('Pays late', { italic: true })]);
    expect(block?.elements[0]).toEqual({
      type: 'rich_text_section',
      elements: [{ type: 'text', text: 'Pays late', style: { italic: true } }],
    });
  });

  it('leaves the longest answer in one piece in an ordinary script', () => {
    expect(quote('щ'.repeat(3000))).toHaveLength(1);
  });

  it('divides what is too large and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 3000, size: 'max' }), (text) => {
        fc.pre(text.trim() !== '');
        const blocks = quote(text);
        expect(textOf(blocks)).toBe(text);
        for (const block of blocks) expect(Buffer.byteLength(JSON.stringify(block))).toBeLessThan(8300);
      }),
      { numRuns: 40 },
    );
  });

  it('divides between words where it can', () => {
    const [first] = quote('客客客客客客客客客 '.repeat(300));
    expect(textOf(first === undefined ? [] : [first])).toMatch(/ $/u);
  });
});
