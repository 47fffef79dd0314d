import { describe, expect, it } from 'vitest';
import { createAnswerTimes } from '../../src/ops/answer-times.ts';

describe('createAnswerTimes', () => {
  it('looks at the last ones only', () => {
    const times = createAnswerTimes({ window: 4, every: 2 });
    const told = [9, 9, 1, 2, 3, 4].map((seconds) => times.add(seconds));
    expect(told.map((shown) => shown && [...shown])).toEqual([
      null,
      [
        [0.5, 9],
        [0.95, 9],
        [0.99, 9],
      ],
      null,
      [
        [0.5, 2],
        [0.95, 9],
        [0.99, 9],
      ],
      null,
      [
        [0.5, 2],
        [0.95, 4],
        [0.99, 4],
      ],
    ]);
  });
});
