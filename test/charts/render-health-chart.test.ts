import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { BAND_COLOURS, LINE_STYLES } from '../../src/charts/chart-style.ts';
import type { HealthChart } from '../../src/charts/health-chart.ts';
import { labelsOf } from '../../src/charts/line-labels.ts';
import { renderHealthChart } from '../../src/charts/render-health-chart.ts';
import { LANGUAGES, translate } from '../../src/i18n/index.ts';
import { SAMPLE_CHART } from './sample-chart.ts';

const en = translate('en').chart;
const { weeks } = SAMPLE_CHART;
const flat = (name: string, score: number | null) => ({ name, scores: weeks.map(() => score) });
const hashOf = (png: Buffer) => createHash('sha256').update(png).digest('hex');

/** A pixel of four bytes, red first, as #rrggbbaa. */
function nameOf(pixel: number): string {
  return `#${Buffer.from(Uint32Array.of(pixel).buffer).toString('hex')}`;
}

/** The picture as a browser sees it: its size and how many pixels it has of each colour, as #rrggbb with the opacity. */
async function look(png: Buffer): Promise<{ width: number; height: number; pixels: ReadonlyMap<string, number> }> {
  const image = await loadImage(png);
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const counts = new Map<number, number>();
  for (const pixel of new Uint32Array(data.buffer)) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const pixels = new Map([...counts].map(([pixel, count]) => [nameOf(pixel), count]));
  return { width: image.width, height: image.height, pixels };
}

describe('renderHealthChart', () => {
  it.each(LANGUAGES)('draws a PNG that is opaque and has every line and band, in %s', async (language) => {
    const png = await renderHealthChart(SAMPLE_CHART, translate(language).chart);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(png.length).toBeLessThan(200_000);
    const { width, height, pixels } = await look(png);
    expect([width, height]).toEqual([1200, 750]);
    expect([...pixels.keys()].filter((colour) => !colour.endsWith('ff'))).toEqual([]);
    for (const { colour } of LINE_STYLES) expect(pixels.get(`${colour}ff`) ?? 0, colour).toBeGreaterThan(300);
    for (const colour of Object.values(BAND_COLOURS)) expect(pixels.get(`${colour}ff`) ?? 0).toBeGreaterThan(10_000);
  });

  it.each([
    [400, 200],
    [600, 900],
    [2400, 1200],
  ])('draws all eight lines at %i × %i', async (width, height) => {
    const seen = await look(await renderHealthChart({ ...SAMPLE_CHART, size: { width, height } }, en));
    expect([seen.width, seen.height]).toEqual([width, height]);
    for (const { colour } of LINE_STYLES) expect(seen.pixels.get(`${colour}ff`) ?? 0, colour).toBeGreaterThan(20);
  });

  it('draws the same chart the same way, and another when one score or one word differs', async () => {
    const chart: HealthChart = { weeks, lines: [flat('Northwind', 50), flat('Contoso', 80)] };
    const [first] = chart.lines;
    const changed = (at: number, score: number | null) => ({ ...first!, scores: first!.scores.with(at, score) });
    const charts: HealthChart[] = [
      chart,
      { ...chart, lines: [changed(5, 51), flat('Contoso', 80)] },
      { ...chart, lines: [changed(5, null), flat('Contoso', 80)] },
      { ...chart, lines: [changed(11, null), flat('Contoso', 80)] },
      { ...chart, lines: [flat('Northwing', 50), flat('Contoso', 80)] },
      { ...chart, weeks: weeks.map((week) => week + 1) },
    ];
    const pictures = await Promise.all(charts.map((one) => renderHealthChart(one, en)));
    expect(new Set(pictures.map(hashOf)).size).toBe(charts.length);
    expect(hashOf(await renderHealthChart(chart, en))).toBe(hashOf(pictures[0]!));
    expect(hashOf(await renderHealthChart(chart, translate('ru').chart))).not.toBe(hashOf(pictures[0]!));
  });

  it.each<[string, HealthChart]>([
    ['nothing', { weeks: [], lines: [] }],
    ['weeks without clients', { weeks, lines: [] }],
    ['clients without weeks', { weeks: [], lines: [{ name: 'Northwind', scores: [] }] }],
    ['clients without a score', { weeks, lines: [flat('Northwind', null)] }],
  ])('says that there is no data yet for %s', async (_case, chart) => {
    const { pixels } = await look(await renderHealthChart(chart, en));
    expect(LINE_STYLES.slice(0, 1).map(({ colour }) => pixels.has(`${colour}ff`))).toEqual([false]);
    const silent = await look(await renderHealthChart(chart, { ...en, noDataYet: '', noDataHint: '' }));
    expect(silent.pixels.get('#1d1c1dff')).toBeLessThan(pixels.get('#1d1c1dff')!);
  });

  it('draws a lonely point as a mark, also between weeks without a score', async () => {
    const oneWeek = await look(await renderHealthChart({ weeks: [7], lines: [{ name: 'A', scores: [34] }] }, en));
    // Two circles: the point and its label.
    expect(oneWeek.pixels.get(`${LINE_STYLES[0]!.colour}ff`)).toBeGreaterThan(400);
    const none = await renderHealthChart({ weeks, lines: [flat('A', null), flat('B', 50)] }, en);
    const scores = weeks.map((_, i) => (i === 4 ? 60 : null));
    const lonely = await look(await renderHealthChart({ weeks, lines: [{ name: 'A', scores }, flat('B', 50)] }, en));
    expect(lonely.pixels.get(`${LINE_STYLES[0]!.colour}ff`)).toBeGreaterThan(400);
    expect((await look(none)).pixels.has(`${LINE_STYLES[0]!.colour}ff`)).toBe(false);
  });

  it.each([
    ['markup', '<script>&amp;</text>"\''],
    ['emoji only', '🚀👩‍👩‍👧'],
    ['Arabic and figures', 'مرحبا بالعالم 12'],
    ['Hebrew', 'שלום'],
    ['a script that the font lacks', '日本語クライアント'],
    ['marks of direction, a zero and half a character', '\u202eabc\u0000\ud800'],
    ['one letter under 500 strokes', `h${'\u0338'.repeat(500)}`],
    ['5,000 letters', 'Щ'.repeat(5000)],
    ['nothing', ''],
  ])('draws a client whose name is %s', async (_case, name) => {
    const { pixels } = await look(await renderHealthChart({ weeks, lines: [flat(name, 50)] }, en));
    expect(pixels.get(`${LINE_STYLES[0]!.colour}ff`)).toBeGreaterThan(1000);
  });

  it('refuses nine lines', async () => {
    const lines = new Array(9).fill(flat('Northwind', 50));
    await expect(renderHealthChart({ weeks, lines }, en)).rejects.toThrow('choose those that matter');
  });

  it('needs no font of the system, and loads its library with the first picture only', async () => {
    const child = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/charts/draw-alone.ts'], {
      env: { PATH: process.env.PATH, DISABLE_SYSTEM_FONTS_LOAD: '1', FONTCONFIG_FILE: '/nowhere', HOME: '/nowhere' },
    });
    const here = await renderHealthChart(SAMPLE_CHART, translate('ru').chart);
    expect(JSON.parse(child.stdout)).toEqual({
      isLoadedBefore: false,
      families: ['DejaVu Sans', 'Parley Bold', 'Parley Plain'],
      hash: hashOf(here),
    });
  });
});

describe('labelsOf', () => {
  it('says the last score and, where it is older than the chart, its week', () => {
    const lines = [
      { name: 'Northwind International', scores: [1, 2] },
      { name: 'Contoso International', scores: [61.5, null] },
      { name: '🚀', scores: [null, null] },
    ];
    const labels = labelsOf({ weeks: [2966, 2967], lines }, en, (name) => 14 * name.length);
    expect(labels.map(({ name, score }) => [name, score])).toEqual([
      ['Northwind Internati…', '2'],
      ['Contoso I… (week 46)', '62'],
      ['Client 3', '–'],
    ]);
  });
});
