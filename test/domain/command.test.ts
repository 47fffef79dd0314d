import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, parseSubcommand } from '../../src/domain/command.ts';

describe('parseSubcommand', () => {
  it.each([
    ['', { kind: 'start', clientName: null }],
    ['  \n ', { kind: 'start', clientName: null }],
    ['help', { kind: 'help' }],
    [' HELP ', { kind: 'help' }],
    ['list', { kind: 'list' }],
    ['settings', { kind: 'settings' }],
    ['rehearse', { kind: 'rehearse' }],
    ['Rehearsal', { kind: 'rehearse' }],
    ['репетиция', { kind: 'rehearse' }],
    ['away', { kind: 'away', days: null }],
    ['Отпуск', { kind: 'away', days: null }],
    ['выходные', { kind: 'away', days: null }],
    ['away 2026-12-24  to 2027-01-02', { kind: 'away', days: '2026-12-24 to 2027-01-02' }],
    ['отпуск с 31.02.2027', { kind: 'away', days: 'с 31.02.2027' }],
    ['away team', { kind: 'start', clientName: 'away team' }],
    ['status', { kind: 'status', clientName: null }],
    ['status  Northwind   Ltd', { kind: 'status', clientName: 'Northwind Ltd' }],
    ['Помощь', { kind: 'help' }],
    ['список', { kind: 'list' }],
    ['статус Ромашка', { kind: 'status', clientName: 'Ромашка' }],
    ['настройки', { kind: 'settings' }],
    ['Northwind', { kind: 'start', clientName: 'Northwind' }],
    ['client', { kind: 'client', clientName: null }],
    ['client  Northwind   Ltd', { kind: 'client', clientName: 'Northwind Ltd' }],
    ['Клиент Ромашка', { kind: 'client', clientName: 'Ромашка' }],
    ['import', { kind: 'importClients' }],
    ['импорт', { kind: 'importClients' }],
    ['pulse', { kind: 'pulse' }],
    ['Пульс', { kind: 'pulse' }],
    ['evidence', { kind: 'evidence', clientName: null }],
    ['Журнал Ромашка', { kind: 'evidence', clientName: 'Ромашка' }],
    ['export', { kind: 'export', clientName: null }],
    ['Экспорт  Ромашка', { kind: 'export', clientName: 'Ромашка' }],
    ['выгрузка Ромашка', { kind: 'export', clientName: 'Ромашка' }],
    ['pulse media', { kind: 'start', clientName: 'pulse media' }],
    ['import export ltd', { kind: 'start', clientName: 'import export ltd' }],
    ['help desk', { kind: 'start', clientName: 'help desk' }],
    ['List & Sons', { kind: 'start', clientName: 'List & Sons' }],
    ['constructor', { kind: 'start', clientName: 'constructor' }],
    ['__proto__', { kind: 'start', clientName: '__proto__' }],
  ])('reads "%s"', (text, expected) => {
    expect(parseSubcommand(text)).toEqual(expected);
  });

  it.each([
    ['hlep', 'help'],
    ['helpp', 'help'],
    ['lst', 'list'],
    ['Lisa', 'list'],
    ['sttaus', 'status'],
    ['stauts', 'status'],
    ['setings', 'settings'],
    ['seting', 'settings'],
    ['rehearce', 'rehearse'],
    ['репитиция', 'репетиция'],
    ['помошь', 'помощь'],
    ['статсу', 'статус'],
    ['awya', 'away'],
    ['puls', 'pulse'],
    ['пулс', 'пульс'],
    ['отпск', 'отпуск'],
    ['exprot', 'export'],
    ['экспрот', 'экспорт'],
  ])('takes "%s" for a slip of %s', (typed, nearest) => {
    expect(parseSubcommand(typed)).toEqual({ kind: 'unknown', typed, nearest });
  });

  it.each(['hello', 'Lidl', 'stat', 'Acme', 'Х', 'Status-Quo'])('takes "%s" for a client', (typed) => {
    expect(parseSubcommand(typed)).toEqual({ kind: 'start', clientName: typed });
  });

  it('keeps every name of two words or more', () => {
    const word = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter(
        (w) => /^\S+$/u.test(w) && !/^(status|статус|client|клиент|evidence|журнал|export|экспорт|выгрузка)$/iu.test(w),
      );
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(parseSubcommand(`${a} ${b}`)).toEqual({ kind: 'start', clientName: `${a} ${b}` });
      }),
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'abd', 1],
    ['kitten', 'sitting', 3],
  ])('counts the slips from "%s" to "%s"', (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
  });

  it('is the same in both directions', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => editDistance(a, b) === editDistance(b, a)));
  });
});
