import type { HealthBand } from '../domain/health.ts';

/** The page, and what is written on it. */
export const PAPER = '#ffffff';
export const INK = '#1d1c1d';
export const FAINT_INK = '#5c5a5f';
export const RULE = '#c9c6cc';

/** Soft enough to stay behind the lines; each band also has its word. */
export const BAND_COLOURS: Readonly<Record<HealthBand, string>> = {
  healthy: '#e3f3e6',
  watch: '#fff3d6',
  critical: '#fde3e0',
};

export const MARKS = ['circle', 'square', 'triangle', 'diamond', 'down', 'star', 'plus', 'pentagon'] as const;
export type Mark = (typeof MARKS)[number];

export type LineStyle = { readonly colour: string; readonly mark: Mark };

/**
 * A colour and a mark for each line. The colours stay apart for the three kinds of colour blindness and have a contrast of at least
 * 3 to 1 with every band; the mark carries the same without colour.
 */
export const LINE_STYLES: readonly LineStyle[] = [
  { colour: '#0b5cad', mark: 'circle' },
  { colour: '#e0457b', mark: 'square' },
  { colour: '#111111', mark: 'triangle' },
  { colour: '#7d7a00', mark: 'diamond' },
  { colour: '#9b1b5a', mark: 'down' },
  { colour: '#2f80d0', mark: 'star' },
  { colour: '#5b3a1e', mark: 'plus' },
  { colour: '#1a2a6c', mark: 'pentagon' },
];

export type Point = { readonly x: number; readonly y: number };

/** The corners of a mark around 0, 0, about as large as a circle of `radius`; null for the circle itself. */
export function cornersOf(mark: Mark, radius: number): Point[] | null {
  switch (mark) {
    case 'circle':
      return null;
    case 'square':
      return ring(4, [radius * 1.25], 45);
    case 'diamond':
      return ring(4, [radius * 1.35], 0);
    case 'triangle':
      return ring(3, [radius * 1.4], 0);
    case 'down':
      return ring(3, [radius * 1.4], 180);
    case 'pentagon':
      return ring(5, [radius * 1.2], 0);
    case 'star':
      return ring(10, [radius * 1.5, radius * 0.65], 0);
    case 'plus':
      return plus(radius * 1.3, radius * 0.45);
  }
}

/** Corners clockwise from the top, turned by `turn` degrees; the radii are taken in turn. */
function ring(corners: number, radii: readonly number[], turn: number): Point[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = ((360 * i) / corners + turn - 90) * (Math.PI / 180);
    const radius = radii[i % radii.length] ?? 0;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

function plus(arm: number, half: number): Point[] {
  const quarter = [
    { x: -half, y: -arm },
    { x: half, y: -arm },
    { x: half, y: -half },
  ];
  return [0, 1, 2, 3].flatMap((turns) => quarter.map((corner) => turned(corner, turns)));
}

function turned(point: Point, quarters: number): Point {
  return quarters === 0 ? point : turned({ x: -point.y, y: point.x }, quarters - 1);
}
