import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipText, drawableText } from '../../src/charts/drawable-text.ts';
import { LANGUAGES, translate } from '../../src/i18n/index.ts';

/** The code points that a TrueType font has signs for, from its table of characters (format 12). */
function signsOf(fileName: string): Set<number> {
  const font = readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${fileName}`));
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8);
  const maps = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i),
  );
  const map = maps.find((at) => font.readUInt16BE(at) === 12)!;
  const signs = new Set<number>();
  for (let i = 0; i < font.readUInt32BE(map + 12); i += 1) {
    const group = map + 16 + 12 * i;
    for (let sign = font.readUInt32BE(group); sign <= font.readUInt32BE(group + 4); sign += 1) signs.add(sign);
  }
  return signs;
}

const plain = signsOf('DejaVuSansCondensed.ttf');
const bold = signsOf('DejaVuSansCondensed-Bold.ttf');
const missingIn = (signs: Set<number>, text: string) => [...text].filter((sign) => !signs.has(sign.codePointAt(0)!));

describe('drawableText', () => {
  it.each([
    ['Northwind & <Sons> "A"', 'Northwind & <Sons> "A"'],
    ['ООО «Рога и копыта» №5, 100 ₽', 'ООО «Рога и копыта» №5, 100 ₽'],
    ['Ёлка и й', 'Ёлка и й'],
    ['שלום תעשיות', 'שלום תעשיות'],
    ['شرکت پارس', 'شرکت پارس'],
    ['🚀 Rocket 👩‍👩‍👧 Toys 🇩🇪', 'Rocket Toys'],
    ['日本 Foods', 'Foods'],
    ['one\n\ttwo\u0000\u0007 three', 'one two three'],
    ['\u202eevil\u202c \u2066x\u2069', 'evil x'],
    ['h\u0338\u0321e\u0350llo', 'hello'],
    ['\ud800 lone', 'lone'],
    ['🚀🚀', ''],
    ['', ''],
  ])('makes %j into %j', (text, drawable) => {
    expect(drawableText(text)).toBe(drawable);
  });

  it('keeps only signs that the font has or that no Unicode of today has', () => {
    for (let sign = 0; sign < 0x10000; sign += 1) {
      const kept = drawableText(String.fromCodePoint(sign));
      if (!/\p{Cn}/u.test(kept)) expect(missingIn(plain, kept), `U+${sign.toString(16)}`).toEqual([]);
    }
  });

  it('keeps every sign that the chart itself writes', () => {
    for (const language of LANGUAGES) {
      const { title, band, week, noDataYet, noDataHint, unnamed, asOfWeek } = translate(language).chart;
      for (const words of [title, ...Object.values(band), week, noDataYet, noDataHint, unnamed(1), asOfWeek(45)]) {
        expect(missingIn(plain, words)).toEqual([]);
        expect(missingIn(bold, words)).toEqual([]);
      }
    }
  });
});

describe('clipText', () => {
  const fits = (text: string) => text.length <= 8;

  it.each([
    ['short', 'short'],
    ['exactly8', 'exactly8'],
    ['Adventure Works', 'Adventu…'],
    ['Works of Adventure', 'Works o…'],
    ['Рога и копыта', 'Рога и…'],
    ['', ''],
  ])('clips %j to %j', (text, clipped) => {
    expect(clipText(text, fits)).toBe(clipped);
  });

  it('gives no more than fits and never cuts a character in two', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(anyText, (text) => {
        const clipped = clipText(text, fits);
        expect(clipped === '…' || fits(clipped)).toBe(true);
        const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
        const starts = characters.map((_, i) => characters.slice(0, i).join('').trimEnd());
        if (clipped !== text) expect(starts).toContain(clipped.slice(0, -1));
      }),
    );
  });
});
