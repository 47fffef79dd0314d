/** One client of the chart: a score from 0 to 100 for each of the chart's weeks, null for a week without one. */
export type HealthLine = { readonly name: string; readonly scores: readonly (number | null)[] };

/** What a health chart shows. The weeks rise and are numbered as in domain/pulse-week.ts; the caller chooses the clients that matter. */
export type HealthChart = {
  readonly weeks: readonly number[];
  readonly lines: readonly HealthLine[];
  /** In pixels; 1200 × 750 when left out. */
  readonly size?: ChartSize;
};

export type ChartSize = { readonly width: number; readonly height: number };

/** A score with the week it belongs to. */
export type ScoredPoint = { readonly week: number; readonly score: number };

/** More lines than this cannot be told apart, and their labels would not fit. */
export const MAX_LINES = 8;
/** A year. */
export const MAX_WEEKS = 53;
const DEFAULT_SIZE: ChartSize = { width: 1200, height: 750 };
/** Room for eight labels needs half the width as height. */
const HEIGHT_PER_WIDTH = { least: 0.5, most: 1.5 };
const WIDTH = { least: 400, most: 2400 };

/** The chart's size in pixels. */
export function sizeOf(chart: HealthChart): ChartSize {
  return chart.size ?? DEFAULT_SIZE;
}

/** The weeks in which a line has a score, oldest first. */
export function pointsOf(chart: HealthChart, line: HealthLine): ScoredPoint[] {
  return chart.weeks.flatMap((week, i) => {
    const score = line.scores[i] ?? null;
    return score === null ? [] : [{ week, score }];
  });
}

/** A line's points in runs of weeks that follow each other: what is joined is never drawn over a week without a score. */
export function runsOf(points: readonly ScoredPoint[]): ScoredPoint[][] {
  const runs: ScoredPoint[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run?.at(-1)?.week === point.week - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** Throws for a chart that cannot be drawn honestly: too many lines or weeks, weeks out of order, scores that are not 0 to 100. */
export function checkHealthChart(chart: HealthChart): void {
  const { weeks, lines } = chart;
  if (lines.length > MAX_LINES)
    throw new Error(`a health chart shows at most ${MAX_LINES} clients, not ${lines.length}: choose those that matter`);
  if (weeks.length > MAX_WEEKS)
    throw new Error(`a health chart shows at most ${MAX_WEEKS} weeks, not ${weeks.length}: pass the last ones`);
  if (weeks.some((week, i) => !Number.isInteger(week) || week <= (weeks[i - 1] ?? Number.NEGATIVE_INFINITY)))
    throw new Error(`weeks of a health chart are whole numbers that rise: ${weeks.join(', ')}`);
  for (const { scores } of lines) checkScores(scores, weeks.length);
  checkSize(sizeOf(chart));
}

function checkScores(scores: HealthLine['scores'], weeks: number): void {
  if (scores.length !== weeks)
    throw new Error(`a line of a health chart has ${scores.length} scores for ${weeks} weeks: pass null for none`);
  const wrong = scores.find((score) => score !== null && !(score >= 0 && score <= 100));
  if (wrong !== undefined) throw new Error(`a score of a health chart is ${wrong}: expected 0 to 100, or null`);
}

function checkSize({ width, height }: ChartSize): void {
  const shape = height / width;
  const fits = width >= WIDTH.least && width <= WIDTH.most;
  if (![width, height].every(Number.isInteger) || !fits)
    throw new Error(
      `a health chart is ${width} × ${height}: expected whole pixels, ${WIDTH.least} to ${WIDTH.most} wide`,
    );
  if (shape < HEIGHT_PER_WIDTH.least || shape > HEIGHT_PER_WIDTH.most)
    throw new Error(
      `a health chart is ${width} × ${height}: expected a height of ${HEIGHT_PER_WIDTH.least} to ${HEIGHT_PER_WIDTH.most} of the width`,
    );
}
