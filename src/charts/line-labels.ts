import { isoWeekNumber } from '../domain/pulse-week.ts';
import type { Messages } from '../i18n/index.ts';
import { clipText, drawableText } from './drawable-text.ts';
import { type HealthChart, pointsOf, type ScoredPoint } from './health-chart.ts';

/** What stands at the end of a line: its mark, its last score and the client's name. */
export type LineLabel = {
  /** With the week of the last score, where that is not the chart's last. */
  readonly name: string;
  readonly score: string;
  /** The last point of the line; null for a client without any score. */
  readonly end: ScoredPoint | null;
};

/** The widest name in a chart, in units of the layout. */
const MAX_NAME_WIDTH = 290;
const NO_SCORE = '–';

/** The labels of a chart in the order of its lines, names cut to the room there is. `measure` gives the width of a name. */
export function labelsOf(chart: HealthChart, texts: Messages['chart'], measure: (name: string) => number): LineLabel[] {
  return chart.lines.map((line, i) => {
    const end = pointsOf(chart, line).at(-1) ?? null;
    const age = end === null || end.week === chart.weeks.at(-1) ? '' : ` ${texts.asOfWeek(isoWeekNumber(end.week))}`;
    const name = drawableText(line.name) || texts.unnamed(i + 1);
    return {
      name: clipText(name, (shorter) => measure(shorter + age) <= MAX_NAME_WIDTH) + age,
      score: end === null ? NO_SCORE : String(Math.round(end.score)),
      end,
    };
  });
}
