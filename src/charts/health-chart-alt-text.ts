import { bandOf } from '../domain/health.ts';
import { isoWeekNumber } from '../domain/pulse-week.ts';
import type { Messages } from '../i18n/index.ts';
import { clipText } from './drawable-text.ts';
import { checkHealthChart, type HealthChart, type HealthLine, pointsOf } from './health-chart.ts';

/** Slack cuts no alt text, it refuses one that is longer. */
export const MAX_ALT_TEXT = 2000;
/** So that eight of the longest lines fit. */
const MAX_NAME = 80;

/**
 * The facts of the picture in words: for each client the first, the last and the lowest score with their weeks, and how many weeks
 * have none. Plain text as people typed it, at most 2,000 characters. Throws for what `renderHealthChart` refuses.
 */
export function healthChartAltText(chart: HealthChart, texts: Messages['chart']): string {
  checkHealthChart(chart);
  const [first, last] = [chart.weeks.at(0), chart.weeks.at(-1)];
  if (first === undefined || last === undefined || chart.lines.length === 0) return texts.alt.empty;
  const lines = chart.lines.map((line, i) => lineInWords(chart, { ...line, name: nameOf(line, i, texts) }, texts));
  return [texts.alt.intro(isoWeekNumber(first), isoWeekNumber(last)), ...lines].join(' ');
}

function lineInWords(chart: HealthChart, line: HealthLine, { alt }: Messages['chart']): string {
  const points = pointsOf(chart, line);
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return alt.noScore(line.name);
  const inWords = (score: number) => alt.score(score, bandOf(score));
  if (points.length === 1) return alt.onlyScore(line.name, inWords(last.score), isoWeekNumber(last.week));
  const lowest = points.reduce((low, point) => (point.score <= low.score ? point : low));
  const missing = chart.weeks.length - points.length;
  const facts = [
    alt.line(line.name, inWords(first.score), isoWeekNumber(first.week), inWords(last.score), isoWeekNumber(last.week)),
    alt.lowest(lowest.score, isoWeekNumber(lowest.week)),
    ...(missing > 0 ? [alt.weeksWithout(missing)] : []),
  ];
  return `${facts.join(', ')}.`;
}

function nameOf({ name }: HealthLine, index: number, texts: Messages['chart']): string {
  const inOneLine = name.replaceAll(/\s+/gu, ' ').trim();
  return clipText(inOneLine, (shorter) => shorter.length <= MAX_NAME) || texts.unnamed(index + 1);
}
