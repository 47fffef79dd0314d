import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Frame } from './chart-frame.ts';
import { cornersOf, FAINT_INK, INK, LINE_STYLES, type LineStyle, PAPER, type Point } from './chart-style.ts';
import { stroke, WORD_FONT, write } from './draw-plot.ts';
import { type HealthChart, pointsOf, runsOf, type ScoredPoint } from './health-chart.ts';
import type { LineLabel } from './line-labels.ts';
import { BOLD_FONT } from './load-canvas.ts';
import { spreadLabels } from './spread-labels.ts';

const LINE_WIDTH = 5;
const HALO = 3;
const MARK = 10;
const LABEL_GAP = 44;
const SCORE_FONT = `34px "${BOLD_FONT}"`;
/** From the left of a label to its mark, the right of its score, and its name. */
const LABEL_MARK = 14;
const LABEL_SCORE = 101;
export const LABEL_NAME = 112;

/** The lines, the first of them on top, each led to its label at the right. */
export function drawLines(pen: SKRSContext2D, frame: Frame, chart: HealthChart, labels: readonly LineLabel[]): void {
  const heights = spreadLabels(
    labels.map(({ end }) => frame.yOf(end?.score ?? 0)),
    { gap: LABEL_GAP, top: frame.plot.top, bottom: frame.plot.bottom },
  );
  const lines = labels.map((label, i) => ({
    label,
    style: LINE_STYLES[i],
    at: { x: frame.labelLeft, y: heights[i] ?? 0 },
    points: pointsOf(chart, chart.lines[i] ?? { name: '', scores: [] }),
  }));
  for (const { label, style, at, points } of lines.reverse()) {
    if (style === undefined) continue;
    if (label.end !== null) drawLeader(pen, pointOf(frame, label.end), { at, colour: style.colour });
    for (const run of runsOf(points))
      drawRun(
        pen,
        run.map((point) => pointOf(frame, point)),
        style,
      );
    drawLabel(pen, label, { at, style });
  }
}

function pointOf({ xOf, yOf }: Frame, { week, score }: ScoredPoint): Point {
  return { x: xOf(week), y: yOf(score) };
}

function drawLeader(pen: SKRSContext2D, end: Point, { at, colour }: { at: Point; colour: string }): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.setLineDash([3, 6]);
  stroke(pen, [end, at]);
  pen.setLineDash([]);
}

function drawRun(pen: SKRSContext2D, points: readonly Point[], { colour, mark }: LineStyle): void {
  pen.lineJoin = 'round';
  pen.strokeStyle = PAPER;
  pen.lineWidth = LINE_WIDTH + 2 * HALO;
  stroke(pen, points);
  pen.strokeStyle = colour;
  pen.lineWidth = LINE_WIDTH;
  stroke(pen, points);
  for (const point of points) drawMark(pen, point, { colour, mark });
}

/** A mark with a light rim, so that it stands out from lines below it. */
function drawMark(pen: SKRSContext2D, { x, y }: Point, { colour, mark }: LineStyle): void {
  const corners = cornersOf(mark, MARK);
  pen.beginPath();
  if (corners === null) pen.arc(x, y, MARK, 0, 2 * Math.PI);
  else for (const corner of corners) pen.lineTo(x + corner.x, y + corner.y);
  pen.closePath();
  pen.lineJoin = 'miter';
  pen.strokeStyle = PAPER;
  pen.lineWidth = 2 * HALO;
  pen.stroke();
  pen.fillStyle = colour;
  pen.fill();
}

function drawLabel(pen: SKRSContext2D, label: LineLabel, { at, style }: { at: Point; style: LineStyle }): void {
  const colour = label.end === null ? FAINT_INK : INK;
  if (label.end !== null) drawMark(pen, { x: at.x + LABEL_MARK, y: at.y }, style);
  write(pen, label.score, { x: at.x + LABEL_SCORE, y: at.y, font: SCORE_FONT, colour, align: 'right' });
  write(pen, label.name, { x: at.x + LABEL_NAME, y: at.y, font: WORD_FONT, colour, align: 'left' });
}
