import { describe, expect, it } from 'vitest';
import { clipAtWord } from '../../../src/slack/blocks/clip.ts';

describe('clipAtWord', () => {
  it.each([
    ['short enough', 'pays late', 20, 'pays late'],
    ['lines become one', ' pays\n\nlate ', 20, 'pays late'],
    ['cut after a whole word', 'they pay very late', 12, 'they pay…'],
    ['cut where the word just ends', 'they pay late', 9, 'they pay…'],
    ['one long word', 'abcdefghij', 5, 'abcd…'],
    ['never inside an emoji', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 14, '👩‍👩‍👧‍👦…'],
    ['nothing', '', 5, ''],
  ])('clips: %s', (_, text, max, expected) => {
    expect(clipAtWord(text, max)).toBe(expected);
  });
});
