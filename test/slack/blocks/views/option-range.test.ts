import { describe, expect, it } from 'vitest';
import { rangeOptions } from '../../../../src/slack/blocks/views/option-range.ts';

const choices = (texts: string[]) => texts.map((text) => ({ value: text, text }));

describe('rangeOptions', () => {
  it('sorts as the language does and names the group by first letters', () => {
    const { groups } = rangeOptions(choices(['ёлка', 'Яблоко', 'Ель', 'Жук']), 'ru');
    expect(groups.map(({ label }) => label)).toEqual(['Ё – Я']);
    expect(groups[0]?.choices.map(({ text }) => text)).toEqual(['ёлка', 'Ель', 'Жук', 'Яблоко']);
  });

  it('holds at most a hundred in a group', () => {
    const { groups, shown } = rangeOptions(choices(Array.from({ length: 201 }, (_, i) => `Client ${i}`)), 'en');
    expect(groups.map((group) => group.choices.length)).toEqual([100, 100, 1]);
    expect(groups[0]?.label).toBe('C');
    expect(shown).toBe(201);
  });

  it('gives no group for nothing', () => {
    expect(rangeOptions([], 'en')).toEqual({ groups: [], shown: 0 });
  });
});
