import { describe, expect, it } from 'vitest';
import { parseClientName } from '../../src/domain/client.ts';

describe('a client name', () => {
  it.each([
    ['  North   wind ', 'North wind'],
    ['Ромашка', 'Ромашка'],
    ['شركة', 'شركة'],
    ['3M', '3M'],
    ['A\u0000B\u202Ec', 'A B c'],
  ])('%j is taken as %j', (typed, name) => {
    expect(parseClientName(typed)).toMatchObject({ ok: true, name });
  });

  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['🙂🙂', 'no_letters'],
    ['—!?', 'no_letters'],
    ['n'.repeat(81), 'too_long'],
    ['n'.repeat(200), 'too_long'],
  ])('%j is refused as %s', (typed, reason) => {
    expect(parseClientName(typed)).toEqual({ ok: false, reason });
  });

  it('is the same for case, width and spacing', () => {
    const keys = ['NorthWind  Ltd', 'northwind ltd', 'Ｎorthwind Ltd'].map((typed) => {
      const parsed = parseClientName(typed);
      return parsed.ok ? parsed.nameKey : null;
    });
    expect(new Set(keys)).toEqual(new Set(['northwind ltd']));
  });
});
