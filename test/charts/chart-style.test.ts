import { describe, expect, it } from 'vitest';
import { BAND_COLOURS, cornersOf, FAINT_INK, INK, LINE_STYLES, MARKS, PAPER } from '../../src/charts/chart-style.ts';
import { MAX_LINES } from '../../src/charts/health-chart.ts';

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** Light as it is, and as three kinds of colour blindness see it (Machado, Oliveira and Fernandes 2009, full severity). */
const EYES: Readonly<Record<string, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function lightOf(colour: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function times(matrix: Matrix, [r, g, b]: Rgb): Rgb {
  return matrix.map(([x, y, z]) => x * r + y * g + z * b) as unknown as Rgb;
}

/** The colour in Oklab, in which distances are about as large as they look. */
function oklab(light: Rgb): Rgb {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    light.map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb,
  ).map(Math.cbrt) as unknown as Rgb;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  );
}

function contrast(a: string, b: string): number {
  const [low, high] = [a, b]
    .map((colour) => times(EYES.full!, lightOf(colour)))
    .map(([r, g, blue]) => 0.2126 * r + 0.7152 * g + 0.0722 * blue)
    .sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const pairs = LINE_STYLES.flatMap((one, i) =>
  LINE_STYLES.slice(i + 1).map((other) => [one.colour, other.colour] as const),
);

describe('LINE_STYLES', () => {
  it('give each line a colour and a mark of its own', () => {
    expect(LINE_STYLES).toHaveLength(MAX_LINES);
    expect(new Set(LINE_STYLES.map(({ colour }) => colour)).size).toBe(MAX_LINES);
    expect(LINE_STYLES.map(({ mark }) => mark)).toEqual(MARKS);
  });

  it.each(Object.keys(EYES))('stay apart in eyes with %s colours', (eyes) => {
    const seen = (colour: string) => oklab(times(EYES[eyes]!, lightOf(colour)));
    for (const [one, other] of pairs) {
      const distance = Math.hypot(...seen(one).map((value, i) => value - seen(other)[i]!));
      expect(distance, `${one} and ${other}`).toBeGreaterThan(0.08);
    }
  });

  it('stand out from the paper and from every band', () => {
    for (const { colour } of LINE_STYLES)
      for (const ground of [PAPER, ...Object.values(BAND_COLOURS)])
        expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});

describe('the inks', () => {
  it.each([INK, FAINT_INK])('%s can be read on the paper', (ink) => {
    expect(contrast(ink, PAPER)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('cornersOf', () => {
  it.each(MARKS.filter((mark) => mark !== 'circle'))('draws a %s about as large as the circle', (mark) => {
    const corners = cornersOf(mark, 10)!;
    const reach = Math.max(...corners.map(({ x, y }) => Math.hypot(x, y)));
    expect(reach).toBeGreaterThan(10);
    expect(reach).toBeLessThanOrEqual(15);
  });
});
