import { describe, expect, it } from 'vitest';
import { createGathered } from '../../src/storage/gathered.ts';
import { StatementRefused } from '../../src/storage/statement.ts';

const refusal = () => new StatementRefused({ name: 'work', text: '' }, { code: '23505', severity: 'ERROR' });

/** Doubles numbers; negative ones are refused with all that share their statement. */
function aDoubler(hangs: (items: readonly number[]) => boolean = () => false) {
  const statements: (readonly number[])[] = [];
  const begun: number[] = [];
  const double = createGathered<number, number>({
    atOnce: 2,
    work: async (items) => {
      statements.push(items);
      begun.push(performance.now());
      if (hangs(items)) await new Promise(() => undefined);
      if (items.some((item) => item < 0)) throw refusal();
      return items.map((item) => item * 2);
    },
  });
  return { double, statements, begun };
}

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

describe('what is gathered', () => {
  it('is one statement for all that come in one turn, each with its own result', async () => {
    const { double, statements } = aDoubler();
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(statements).toEqual([[1, 2, 3]]);
  });

  it('begins at once for one that comes alone', async () => {
    const { double, statements } = aDoubler();
    const doubled = double(1);
    await turnOfTheLoop();
    expect(statements).toEqual([[1]]);
    expect(await doubled).toBe(2);
  });

  it('shares the next statement when it comes after one has begun, some milliseconds later', async () => {
    const { double, statements, begun } = aDoubler();
    const doubled: Promise<number>[] = [];
    for (let item = 0; item < 200; item += 1) {
      doubled.push(double(item), double(item));
      await turnOfTheLoop();
    }
    expect(await Promise.all(doubled)).toHaveLength(400);
    expect(statements.flat()).toHaveLength(400);
    const pauses = begun.slice(1).map((at, i) => at - (begun[i] ?? 0));
    expect(pauses).not.toEqual([]);
    expect(Math.min(...pauses)).toBeGreaterThan(2.5);
  });

  it('goes on beside a statement that has no answer', async () => {
    const { double } = aDoubler((items) => items.includes(1));
    void double(1);
    await turnOfTheLoop();
    expect(await Promise.all([double(2), double(3)])).toEqual([4, 6]);
  });

  it('is done for each by itself when the database refuses it for all', async () => {
    const { double, statements } = aDoubler();
    const results = await Promise.allSettled([1, -2, 3].map(double));
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'refused'))).toEqual([
      2,
      'refused',
      6,
    ]);
    expect(statements).toEqual([[1, -2, 3], [1], [-2], [3]]);
  });
});
