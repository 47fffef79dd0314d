import type { SKRSContext2D } from '@napi-rs/canvas';
import { HEALTHY_FROM, type HealthBand, WATCH_FROM } from '../domain/health.ts';
import { isoWeekNumber } from '../domain/pulse-week.ts';
import type { Messages } from '../i18n/index.ts';
import { type Frame, WIDE } from './chart-frame.ts';
import { BAND_COLOURS, FAINT_INK, INK, PAPER, RULE } from './chart-style.ts';
import { BOLD_FONT, PLAIN_FONT } from './load-canvas.ts';

export const WORD_FONT = `32px "${PLAIN_FONT}"`;
const TITLE_FONT = `38px "${BOLD_FONT}"`;
const NUMBER_FONT = `30px "${PLAIN_FONT}"`;
const NOTICE_FONT = `44px "${BOLD_FONT}"`;
const TITLE_Y = 46;
const WEEKS_BELOW = 38;

const BANDS: readonly { readonly band: HealthBand; readonly from: number; readonly to: number }[] = [
  { band: 'healthy', from: HEALTHY_FROM, to: 100 },
  { band: 'watch', from: WATCH_FROM, to: HEALTHY_FROM },
  { band: 'critical', from: 0, to: WATCH_FROM },
];
const BOUNDS = [0, WATCH_FROM, HEALTHY_FROM, 100];

/** Everything but the lines: paper, title, the bands with their words and bounds, the numbers of the weeks. */
export function drawPlot(pen: SKRSContext2D, frame: Frame, texts: Messages['chart']): void {
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, WIDE, frame.high);
  write(pen, texts.title, { x: frame.edge, y: TITLE_Y, font: TITLE_FONT, colour: INK, align: 'left' });
  drawBands(pen, frame, texts);
  drawBounds(pen, frame);
  drawWeeks(pen, frame, texts);
}

/** Says in the middle of the plot that there is nothing to draw yet, and when there will be. */
export function drawNoData(pen: SKRSContext2D, { plot, yOf }: Frame, texts: Messages['chart']): void {
  const x = (plot.left + plot.right) / 2;
  const y = yOf((WATCH_FROM + HEALTHY_FROM) / 2);
  write(pen, texts.noDataYet, { x, y: y - 28, font: NOTICE_FONT, colour: INK, align: 'center' });
  write(pen, texts.noDataHint, { x, y: y + 34, font: NUMBER_FONT, colour: INK, align: 'center' });
}

type Place = {
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly colour: string;
  readonly align: 'left' | 'center' | 'right';
};

/** One line of text whose middle is at `y`. */
export function write(pen: SKRSContext2D, text: string, { x, y, font, colour, align }: Place): void {
  pen.font = font;
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  pen.fillText(text, x, y);
}

function drawBands(pen: SKRSContext2D, { plot, yOf, edge }: Frame, texts: Messages['chart']): void {
  for (const { band, from, to } of BANDS) {
    pen.fillStyle = BAND_COLOURS[band];
    pen.fillRect(plot.left, yOf(to), plot.right - plot.left, yOf(from) - yOf(to));
    write(pen, texts.band[band], { x: edge, y: yOf((from + to) / 2), font: WORD_FONT, colour: INK, align: 'left' });
  }
}

function drawBounds(pen: SKRSContext2D, { plot, yOf }: Frame): void {
  pen.strokeStyle = RULE;
  pen.lineWidth = 2;
  for (const bound of BOUNDS) {
    const y = yOf(bound);
    stroke(pen, [
      { x: plot.left, y },
      { x: plot.right, y },
    ]);
    write(pen, String(bound), { x: plot.left - 10, y, font: NUMBER_FONT, colour: FAINT_INK, align: 'right' });
  }
}

function drawWeeks(pen: SKRSContext2D, { plot, ticks, xOf, edge }: Frame, texts: Messages['chart']): void {
  const y = plot.bottom + WEEKS_BELOW;
  if (ticks.length > 0) write(pen, texts.week, { x: edge, y, font: WORD_FONT, colour: FAINT_INK, align: 'left' });
  for (const week of ticks)
    write(pen, String(isoWeekNumber(week)), { x: xOf(week), y, font: NUMBER_FONT, colour: FAINT_INK, align: 'center' });
}

/** A line through the points in the pen's colour and width. */
export function stroke(pen: SKRSContext2D, points: readonly { readonly x: number; readonly y: number }[]): void {
  pen.beginPath();
  for (const { x, y } of points) pen.lineTo(x, y);
  pen.stroke();
}
