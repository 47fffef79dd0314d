import { crc32, deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_COLOURS = 256;
/** Shades nearer than this, squared, look the same in the edges of letters. */
const LEAST_DISTANCE = 250;
const INDEXED_8_BIT = Buffer.from([8, 3, 0, 0, 0]);

/** The same picture in 256 colours, those that it has most of and that differ, others by the nearest of them: half the bytes of a picture of text. Opaque. */
export async function smallPng(png: Uint8Array): Promise<Buffer> {
  const { width, height, pixels } = await readPixels(png);
  const palette = frequentAndDifferent(pixels);
  const nearest = new Map(palette.map((colour, at) => [colour, at] as const));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    // The first byte of a row says that it is not filtered.
    for (let x = 0; x < width; x += 1) {
      const colour = pixels[y * width + x] ?? 0;
      const known = nearest.get(colour) ?? nearestTo(colour, palette);
      nearest.set(colour, known);
      rows[y * (width + 1) + x + 1] = known;
    }
  }
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, INDEXED_8_BIT])),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function readPixels(png: Uint8Array): Promise<{ width: number; height: number; pixels: Uint32Array }> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1)
    pixels[at] = ((data[at * 4] ?? 0) << 16) | ((data[at * 4 + 1] ?? 0) << 8) | (data[at * 4 + 2] ?? 0);
  return { width, height, pixels };
}

function frequentAndDifferent(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  if (sorted.length <= MAX_COLOURS) return sorted;
  const chosen: number[] = [];
  for (const colour of sorted) {
    if (chosen.length === MAX_COLOURS) break;
    if (chosen.every((one) => distance(one, colour) >= LEAST_DISTANCE)) chosen.push(colour);
  }
  return chosen;
}

function nearestTo(colour: number, palette: readonly number[]): number {
  const distances = palette.map((one) => distance(one, colour));
  return distances.indexOf(Math.min(...distances));
}

/** The square of how far two colours are apart. */
function distance(one: number, other: number): number {
  const wanted = channels(other);
  return channels(one).reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0);
}

function channels(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
