import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, guardCell } from '../../../src/domain/export/csv.ts';

/** What people write, and what they may have been told to write. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
  fc.array(fc.constantFrom(...'=+-@\t\r\n"\',;＝＋ a1'.split('')), { maxLength: 8 }).map((letters) => letters.join('')),
);

const unguarded = (cell: string) => cell.replace(/^'/, '');

describe('guardCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['  =HYPERLINK("x")', '\'  =HYPERLINK("x")'],
    ['＝1', "'＝1"],
    ["'quoted'", "''quoted'"],
    ['paid 5 = late', 'paid 5 = late'],
    ['4000.5', '4000.5'],
    ['', ''],
  ])('gives %j as %j', (text, cell) => {
    expect(guardCell(text)).toBe(cell);
  });
});

describe('csvText', () => {
  it('gives back any text, and no cell begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 5 }), (rows) => {
        const read: string[][] = parse(csvText(rows), { bom: true, record_delimiter: '\r\n' });
        expect(read.map((row) => row.map(unguarded))).toEqual(rows);
        for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
      }),
    );
  });

  it('begins with the mark by which Excel knows UTF-8', () => {
    expect(csvText([['a', 'б']])).toBe('\ufeff"a","б"\r\n');
  });
});
