import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { smallPng } from '../../demo/small-png.ts';

/** A picture of this many colours, a pixel each. */
function picture(colours: number): { png: Buffer; colourAt: (x: number) => readonly number[] } {
  const colourAt = (x: number) => [x % 256, Math.floor(x / 256) * 40, 7] as const;
  const canvas = createCanvas(colours, 2);
  const context = canvas.getContext('2d');
  for (let x = 0; x < colours; x += 1) {
    context.fillStyle = `rgb(${colourAt(x).join(',')})`;
    context.fillRect(x, 0, 1, 2);
  }
  return { png: canvas.encodeSync('png'), colourAt };
}

async function read(png: Uint8Array) {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
}

describe('a picture made small', () => {
  it('is the same where it has few colours', async () => {
    const { png, colourAt } = picture(200);
    const at = await read(await smallPng(png));
    for (const x of [0, 1, 99, 199]) expect([at(x, 0), at(x, 1)]).toEqual([colourAt(x), colourAt(x)]);
  });

  it('takes the nearest colour where it has too many', async () => {
    const { png, colourAt } = picture(300);
    const at = await read(await smallPng(png));
    for (const x of [0, 128, 299]) {
      const away = at(x, 1).map((value, channel) => Math.abs(value - (colourAt(x)[channel] ?? 0)));
      expect(Math.max(...away)).toBeLessThanOrEqual(40);
    }
  });
});
