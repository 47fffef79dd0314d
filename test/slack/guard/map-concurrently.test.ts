import { describe, expect, it } from 'vitest';
import { mapConcurrently } from '../../../src/slack/guard/map-concurrently.ts';

describe('mapConcurrently', () => {
  it('keeps the order and never has more under way than the limit', async () => {
    let underWay = 0;
    let most = 0;
    const doubled = await mapConcurrently([5, 1, 4, 2, 3, 0], 2, async (n) => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn < n; turn++) await Promise.resolve();
      underWay--;
      return n * 2;
    });
    expect(doubled).toEqual([10, 2, 8, 4, 6, 0]);
    expect(most).toBe(2);
  });

  it('rejects when one of them does', async () => {
    const work = async (n: number) => (n === 2 ? Promise.reject(new Error('two')) : n);
    await expect(mapConcurrently([1, 2, 3], 2, work)).rejects.toThrow('two');
  });

  it('maps nothing to nothing', async () => {
    expect(await mapConcurrently([], 5, async () => 1)).toEqual([]);
  });
});
