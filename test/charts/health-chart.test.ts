import { describe, expect, it } from 'vitest';
import { frameOf, WIDE } from '../../src/charts/chart-frame.ts';
import { checkHealthChart, type HealthChart, runsOf } from '../../src/charts/health-chart.ts';

const chart = (change: Partial<HealthChart>): HealthChart => ({
  weeks: [1, 2, 3],
  lines: [{ name: 'Northwind', scores: [70, null, 40] }],
  ...change,
});
const line = { name: 'Northwind', scores: [1, 2, 3] };

describe('checkHealthChart', () => {
  it.each<[string, Partial<HealthChart>]>([
    ['nothing at all', { weeks: [], lines: [] }],
    ['eight lines', { lines: new Array(8).fill(line) }],
    ['0 and 100', { lines: [{ name: '', scores: [0, 100, 0.5] }] }],
    ['weeks with gaps', { weeks: [1, 5, 90] }],
    ['another size', { size: { width: 800, height: 400 } }],
  ])('accepts %s', (_case, change) => {
    expect(() => checkHealthChart(chart(change))).not.toThrow();
  });

  it.each<[string, Partial<HealthChart>, string]>([
    ['nine lines', { lines: new Array(9).fill(line) }, 'at most 8 clients, not 9'],
    ['54 weeks', { weeks: Array.from({ length: 54 }, (_, i) => i), lines: [] }, 'at most 53 weeks, not 54'],
    ['weeks that fall', { weeks: [1, 3, 2] }, 'rise: 1, 3, 2'],
    ['a week twice', { weeks: [1, 1, 2] }, 'rise: 1, 1, 2'],
    ['half a week', { weeks: [1, 1.5, 2] }, 'whole numbers'],
    ['too few scores', { lines: [{ name: '', scores: [1] }] }, '1 scores for 3 weeks'],
    ['a score above 100', { lines: [{ name: '', scores: [101, 1, 1] }] }, 'is 101: expected 0 to 100'],
    ['a score below 0', { lines: [{ name: '', scores: [null, -1, 1] }] }, 'is -1: expected'],
    ['a score that is no number', { lines: [{ name: '', scores: [Number.NaN, 1, 1] }] }, 'is NaN: expected'],
    ['a tiny picture', { size: { width: 100, height: 60 } }, '400 to 2400 wide'],
    ['half a pixel', { size: { width: 800.5, height: 500 } }, 'whole pixels'],
    ['a flat picture', { size: { width: 1200, height: 300 } }, '0.5 to 1.5 of the width'],
  ])('refuses %s', (_case, change, reason) => {
    expect(() => checkHealthChart(chart(change))).toThrow(reason);
  });
});

describe('runsOf', () => {
  it.each([
    [[], []],
    [[5], [[5]]],
    [[1, 2, 3], [[1, 2, 3]]],
    [
      [1, 2, 4, 6, 7],
      [[1, 2], [4], [6, 7]],
    ],
  ])('parts the weeks %j into %j', (weeks, runs) => {
    const points = weeks.map((week) => ({ week, score: 50 }));
    expect(runsOf(points).map((run) => run.map(({ week }) => week))).toEqual(runs);
  });
});

describe('frameOf', () => {
  const size = { width: 1200, height: 750 };
  const weeks = Array.from({ length: 12 }, (_, i) => 100 + i);
  const widths = { words: 150, labels: 400 };

  it('keeps words, plot and labels apart and inside the picture', () => {
    const { plot, edge, labelLeft, high, xOf, yOf } = frameOf(size, weeks, widths);
    expect(edge + widths.words).toBeLessThan(plot.left);
    expect(plot.right).toBeLessThan(labelLeft);
    expect(labelLeft + widths.labels).toBeLessThanOrEqual(WIDE - edge);
    expect(plot.bottom).toBeLessThan(high);
    expect([xOf(100), xOf(111)]).toEqual([plot.left + 20, plot.right - 20]);
    expect([yOf(100), yOf(0)]).toEqual([plot.top, plot.bottom]);
  });

  it('has the same proportions at every size', () => {
    const half = frameOf({ width: 600, height: 375 }, weeks, widths);
    expect(half.plot).toEqual(frameOf(size, weeks, widths).plot);
  });

  it('puts a week that is left out where it belongs, and a single one in the middle', () => {
    const { xOf } = frameOf(size, [1, 2, 5], widths);
    expect(xOf(5) - xOf(2)).toBeCloseTo(3 * (xOf(2) - xOf(1)));
    const { plot, xOf: xOfOne, ticks } = frameOf(size, [7], widths);
    expect(xOfOne(7)).toBe((plot.left + plot.right) / 2);
    expect(ticks).toEqual([7]);
  });

  it('numbers each of twelve weeks, and of a year as many as fit, up to the last', () => {
    expect(frameOf(size, weeks, widths).ticks).toEqual(weeks);
    const year = Array.from({ length: 53 }, (_, i) => i);
    const { ticks, xOf } = frameOf(size, year, widths);
    expect(ticks.at(-1)).toBe(52);
    expect(xOf(ticks[1]!) - xOf(ticks[0]!)).toBeGreaterThanOrEqual(42);
  });
});
