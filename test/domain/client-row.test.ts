import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, parseAmount, parseClientRow, parseDay } from '../../src/domain/client-row.ts';
import { findWrongEncoding } from '../../src/domain/text-encoding.ts';

describe('columnOf', () => {
  it.each([
    ['Name', 'name'],
    [' НАЗВАНИЕ ', 'name'],
    ['monthly_revenue', 'revenue'],
    ['Доход в месяц', 'revenue'],
    ['notice-days', 'noticeDays'],
    ['colour', null],
    ['', null],
  ])('reads the heading "%s" as %s', (heading, column) => {
    expect(columnOf(heading)).toBe(column);
  });
});

describe('parseAmount', () => {
  it.each([
    ['4000', 4000],
    ['4 000,50', 4000.5],
    ['4\u00a0000', 4000],
    ['4,000', 4000],
    ['4.000', 4000],
    ['4,000.5', 4000.5],
    ['4.000,5', 4000.5],
    ['1,234,567', 1_234_567],
    ["12'500", 12_500],
    ['3.5', 3.5],
    ['0', 0],
    ['-1', null],
    ['1e9', null],
    ['€4000', null],
    ['1,23,456', null],
    ['4.0000', null],
    ['9999999999999', null],
  ])('reads "%s" as %s', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it('reads every amount as English and Russian write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), fc.constantFrom('en', 'ru', 'de'), (cents, locale) => {
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
        expect(parseAmount(written)).toBe(cents / 100);
      }),
    );
  });
});

describe('parseDay', () => {
  it.each([
    ['2028-02-29', '2028-02-29'],
    ['29.2.2028', '2028-02-29'],
    ['29.02.2027', null],
    ['2027-13-01', null],
    ['03/04/2027', null],
    ['soon', null],
  ])('reads "%s" as %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });
});

describe('parseClientRow', () => {
  it('leaves out what the line leaves empty', () => {
    expect(parseClientRow({ name: ' Acme  Ltd ', team: ' ', revenue: '' })).toEqual({
      ok: true,
      row: { name: 'Acme Ltd', nameKey: 'acme ltd' },
    });
  });

  it('reads people with and without their roles', () => {
    const parsed = parseClientRow({
      name: 'Acme',
      team: '@ann: Sales; @eva: Финансы; bob@acme.io, U123',
      managers: 'carl | @dora',
    });
    expect(parsed).toMatchObject({
      row: {
        team: [
          { said: '@ann', role: 'sales' },
          { said: '@eva', role: 'finance' },
          { said: 'bob@acme.io', role: null },
          { said: 'U123', role: null },
        ],
        managers: ['carl', '@dora'],
      },
    });
  });

  it('gives every problem of a line', () => {
    const cells = { name: '—', team: '@ann: boss', currency: 'euros', noticeDays: '1.5', language: 'de', pulse: '?' };
    const parsed = parseClientRow(cells);
    expect(parsed.ok ? [] : parsed.problems.map(({ problem }) => problem)).toEqual([
      'name_no_letters',
      'role',
      'currency',
      'days',
      'language',
      'pulse',
    ]);
  });
});

describe('findWrongEncoding', () => {
  const russian = 'Название;Команда\nСеверный ветер;@lena';
  const utf8 = new TextEncoder().encode(russian);

  it.each([
    ['right Russian', russian, null],
    ['right German and French', 'Müller & Söhne, Größe, Crème brûlée à l’été, Ñandú', null],
    ['UTF-8 read as Latin', new TextDecoder('windows-1252').decode(utf8), 'utf8_as_latin'],
    [
      'UTF-8 with its mark read as Latin',
      new TextDecoder('windows-1252').decode(new TextEncoder().encode('\ufeffname')),
      'utf8_as_latin',
    ],
    ['UTF-16 read as Latin', new TextDecoder('windows-1252').decode(Buffer.from('\ufeffname', 'utf16le')), 'utf16'],
    ['UTF-16 read as UTF-8', new TextDecoder('utf-8').decode(Buffer.from('\ufeffname', 'utf16le')), 'unknown'],
    ['cp1251 read as Latin', 'Íàçâàíèå;Êîìàíäà', 'cp1251'],
    ['cp1251 read as UTF-8', new TextDecoder('utf-8').decode(Uint8Array.from([0xcd, 0xe0, 0xe7, 0x3b])), 'unknown'],
  ] as const)('tells %s', (_, text, encoding) => {
    expect(findWrongEncoding(text)).toBe(encoding);
  });
});
