import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../src/domain/export/file-name.ts';

describe('fileNameOf', () => {
  it.each([
    ['Northwind', 'Northwind'],
    ['ООО «Ромашка»', 'ООО «Ромашка»'],
    ['A/B: "C"', 'A B C'],
    ['../../etc', 'etc'],
    ['...', 'client'],
    ['x'.repeat(80), 'x'.repeat(60)],
  ])('calls the file of %j %j', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });

  it('names no folder, whatever a client is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(fileNameOf(name)).toMatch(/^[^./\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*$/u);
      }),
    );
  });
});
