import type { ChartSize } from './health-chart.ts';

/** The chart is laid out 1,200 units wide and scaled to its size, so that every size has the same proportions. */
export const WIDE = 1200;
const HEAD = 96;
const FOOT = 74;
const EDGE = 28;
/** Between the words beside the plot and the plot. */
const LEFT_GAP = 14;
/** Room for the lines that lead from the last points to their labels. */
const RIGHT_GAP = 34;
/** From the sides of the plot to its first and last week. */
const INSET = 20;
/** Room for the number of a week. */
const TICK_WIDTH = 42;

export type Frame = {
  readonly high: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly edge: number;
  /** Where the labels begin. */
  readonly labelLeft: number;
  readonly xOf: (week: number) => number;
  readonly yOf: (score: number) => number;
  /** Weeks whose number is written: all that fit, always the last. */
  readonly ticks: readonly number[];
};

type Widths = {
  /** Of the widest word left of the plot. */
  readonly words: number;
  /** Of the widest label, right of it. */
  readonly labels: number;
};

/** Where everything stands, in units of the layout: no two areas overlap. A single week stands in the middle. */
export function frameOf(size: ChartSize, weeks: readonly number[], widths: Widths): Frame {
  const high = (WIDE * size.height) / size.width;
  const labelLeft = WIDE - EDGE - widths.labels;
  const plot = {
    left: EDGE + widths.words + LEFT_GAP,
    right: widths.labels === 0 ? WIDE - EDGE : labelLeft - RIGHT_GAP,
    top: HEAD,
    bottom: high - FOOT,
  };
  const first = weeks.at(0) ?? 0;
  const last = weeks.at(-1) ?? 0;
  const inner = plot.right - plot.left - 2 * INSET;
  const perWeek = last > first ? inner / (last - first) : 0;
  const step = perWeek > 0 ? Math.max(1, Math.ceil(TICK_WIDTH / perWeek)) : 1;
  return {
    high,
    plot,
    edge: EDGE,
    labelLeft,
    xOf: (week) => (last > first ? plot.left + INSET + (week - first) * perWeek : (plot.left + plot.right) / 2),
    yOf: (score) => plot.bottom - ((plot.bottom - plot.top) * score) / 100,
    ticks: weeks.filter((week) => (last - week) % step === 0),
  };
}
