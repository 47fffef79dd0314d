import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from '../../src/charts/spread-labels.ts';

const space = { gap: 10, top: 0, bottom: 100 };

describe('spreadLabels', () => {
  it.each([
    ['none', [], []],
    ['labels that have room stay', [20, 50, 80], [20, 50, 80]],
    ['two at one height part by half the gap each, in the order of the list', [50, 50], [45, 55]],
    ['a crowd at the top goes down', [0, 0, 1], [0, 10, 20]],
    ['a crowd at the bottom goes up', [100, 99, 100], [90, 80, 100]],
    ['a label outside is brought back', [-30, 140], [0, 100]],
    ['a group pushes the next one', [40, 44, 52], [35.33, 45.33, 55.33]],
  ])('%s', (_case, wanted, placed) => {
    expect(spreadLabels(wanted, space).map((y) => Math.round(y * 100) / 100)).toEqual(placed);
  });

  it('never lets two labels overlap, leave their room or change places', () => {
    const wishes = fc.array(fc.double({ min: -20, max: 120, noNaN: true }), { maxLength: 11 });
    fc.assert(
      fc.property(wishes, (wanted) => {
        const placed = spreadLabels(wanted, space);
        const inOrder = placed.map((y, i) => ({ y, wish: wanted[i]! })).sort((a, b) => a.y - b.y);
        for (const [i, { y, wish }] of inOrder.entries()) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(100);
          if (i > 0) expect(y - inOrder[i - 1]!.y).toBeGreaterThanOrEqual(10 - 1e-9);
          if (i > 0) expect(wish).toBeGreaterThanOrEqual(inOrder[i - 1]!.wish);
        }
      }),
    );
  });

  it('throws where there is no room for all', () => {
    expect(() => spreadLabels(new Array(12).fill(50), space)).toThrow('12 labels of 10 do not fit between 0 and 100');
  });
});
