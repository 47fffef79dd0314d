import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { md } from '../../../src/domain/escaping.ts';
import { context, section } from '../../../src/slack/blocks/building-blocks.ts';
import { MAX_BLOCKS, MAX_BYTES, pack } from '../../../src/slack/blocks/pack.ts';

const continued = md`(continued)`;
const heading = context(continued);
const block = (index: number, length = 1): KnownBlock => section(md`${index}:${'x'.repeat(length)}`);

describe('pack', () => {
  it('keeps what fits in one message, without a heading', () => {
    expect(pack([[block(1), block(2)], [], [block(3)]], continued)).toEqual([[block(1), block(2), block(3)]]);
  });

  it('gives no message for no blocks', () => {
    expect(pack([[], []], continued)).toEqual([]);
  });

  it('heads every further message', () => {
    const pieces = Array.from({ length: MAX_BLOCKS + 1 }, (_, index) => [block(index)]);
    const [first, second] = pack(pieces, continued);
    expect(first).toHaveLength(MAX_BLOCKS);
    expect(second).toEqual([heading, block(MAX_BLOCKS)]);
  });

  it('keeps a piece together', () => {
    const pieces = [[block(0, 2900)], [block(1, 2900)], [block(2, 2900), block(3, 2900)]];
    expect(pack(pieces, continued)).toEqual([
      [block(0, 2900), block(1, 2900)],
      [heading, block(2, 2900), block(3, 2900)],
    ]);
  });

  it('keeps order, loses nothing and stays within the budgets', () => {
    const lengths = fc.array(fc.array(fc.integer({ min: 1, max: 2900 }), { maxLength: 8 }), { maxLength: 30 });
    fc.assert(
      fc.property(lengths, (sizes) => {
        let index = 0;
        const pieces = sizes.map((piece) => piece.map((size) => block(index++, size)));
        const messages = pack(pieces, continued);
        const bodies = messages.map((message, at) => (at === 0 ? message : message.slice(1)));
        expect(bodies.flat()).toEqual(pieces.flat());
        for (const message of messages) {
          expect(message.length).toBeLessThanOrEqual(MAX_BLOCKS);
          expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(MAX_BYTES);
        }
      }),
      { numRuns: 60 },
    );
  });
});
