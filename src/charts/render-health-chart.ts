import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Messages } from '../i18n/index.ts';
import { frameOf, WIDE } from './chart-frame.ts';
import { drawLines, LABEL_NAME } from './draw-lines.ts';
import { drawNoData, drawPlot, WORD_FONT } from './draw-plot.ts';
import { checkHealthChart, type HealthChart, sizeOf } from './health-chart.ts';
import { labelsOf } from './line-labels.ts';
import { loadCanvas } from './load-canvas.ts';

/**
 * The health of clients over the weeks as a PNG, readable on a phone, with a light page of its own for dark mode. The same chart gives
 * the same picture; no network and no font of the system is used. Throws for more than 8 lines and for scores or weeks that make no
 * sense (see `checkHealthChart`); a chart without any score says that there is no data yet.
 */
export async function renderHealthChart(chart: HealthChart, texts: Messages['chart']): Promise<Buffer> {
  checkHealthChart(chart);
  const { createCanvas } = await loadCanvas();
  const size = sizeOf(chart);
  const canvas = createCanvas(size.width, size.height);
  const pen = canvas.getContext('2d');
  pen.scale(size.width / WIDE, size.width / WIDE);
  drawChart(pen, chart, texts);
  return canvas.encode('png');
}

function drawChart(pen: SKRSContext2D, chart: HealthChart, texts: Messages['chart']): void {
  const widthOf = (text: string) => {
    pen.font = WORD_FONT;
    return pen.measureText(text).width;
  };
  const hasData = chart.lines.some(({ scores }) => scores.some((score) => score !== null));
  const labels = hasData ? labelsOf(chart, texts, widthOf) : [];
  const frame = frameOf(sizeOf(chart), chart.weeks, {
    words: Math.max(...[...Object.values(texts.band), texts.week].map(widthOf)),
    labels: hasData ? LABEL_NAME + Math.max(...labels.map(({ name }) => widthOf(name))) : 0,
  });
  drawPlot(pen, frame, texts);
  if (hasData) drawLines(pen, frame, chart, labels);
  else drawNoData(pen, frame, texts);
}
