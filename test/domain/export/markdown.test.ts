import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownLink, quoteMarkdown } from '../../../src/domain/export/markdown.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom(...'#>-+=1.)*_`~[]()!|<&\\ \n\ra'.split(''), '    ', '---', '<b>'), { maxLength: 12 })
    .map((letters) => letters.join('')),
);

/** What would be more than text: a block's beginning, or a mark that no stroke stands before. */
const BLOCK = /^(?: {4}|\t|#|>|[-+*=:]|\d{1,9}[.)](?:\s|$)|```|~~~)/u;
const MARK = /(?<!\\)(?:\\\\)*[`*_[\]|~]|[<>]|&(?!amp;|lt;|gt;)/u;

describe('escapeMarkdown', () => {
  it.each([
    ['# Not a heading', '\\# Not a heading'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['[link](https://evil.example)', '\\[link\\](https://evil.example)'],
    ['a *b* `c` | d', 'a \\*b\\* \\`c\\` \\| d'],
    ['AT&T &copy;', 'AT&amp;T &amp;copy;'],
    ['one\ntwo', 'one two'],
    ['12.', '12\\.'],
    ['88.4', '88.4'],
    ['It cost 5 - no more.', 'It cost 5 - no more.'],
  ])('gives %j as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('makes one line of any text, in which nothing means anything', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r]/);
        expect(escaped).not.toMatch(BLOCK);
        expect(escaped).not.toMatch(MARK);
      }),
    );
  });
});

describe('quoteMarkdown', () => {
  it('keeps lines, empty ones and indentation', () => {
    expect(quoteMarkdown('one\ntwo\n\n  three')).toBe('> one\\\n> two\n>\n> \u00a0\u00a0three');
  });

  it('keeps every line of any text inside the quotation', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of quoteMarkdown(text).split('\n')) {
          expect(line).toMatch(/^>( |$)/);
          const words = line.slice(2);
          expect(words).not.toMatch(BLOCK);
          expect(words.replace(/\\$/, '')).not.toMatch(MARK);
        }
      }),
    );
  });
});

describe('markdownLink', () => {
  it.each([
    ['https://a.example/x_y?b=1&c=2', '<https://a.example/x_y?b=1&c=2>'],
    ['https://a.example/<b> c', '<https://a.example/%3Cb%3E%20c>'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('gives %j as %j', (address, link) => {
    expect(markdownLink(address)).toBe(link);
  });
});
