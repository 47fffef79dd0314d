import { describe, expect, it } from 'vitest';
import { withoutColleagues } from '../../src/domain/without-colleagues.ts';

const hide = (text: string, names: readonly string[]) => withoutColleagues(text, { names, placeholder: '…' });

describe('a text without colleagues', () => {
  it.each([
    ['a whole name', 'Lena Fischer answered', 'Lena Fischer', '… answered'],
    ['a first name', 'They shouted at Lena.', 'Lena Fischer', 'They shouted at ….'],
    ['a possessive', "Lena's brief", 'Lena Fischer', "…'s brief"],
    ['any case of letters', 'ask LENA', 'Lena Fischer', 'ask …'],
    ['Russian endings', 'Накричали на Ирину, Ирине обидно', 'Ирина', 'Накричали на …, … обидно'],
    ['a name of Russian that takes endings', 'Позвали Олега', 'Олег', 'Позвали …'],
    ['a mention', 'Ask <@U123ABC> or <@W9|lena>', 'Nobody', 'Ask … or …'],
    ['no part of a word', 'A lenadine is fine', 'Lena Fischer', 'A lenadine is fine'],
    ['no short part of a name', 'An ox went by', 'An Li', 'An ox went by'],
    ['signs that mean something in patterns', 'by J.(R)* Smith', 'J.(R)* Smith', 'by …'],
  ])('hides %s', (_, text, name, expected) => {
    expect(hide(text, [name])).toBe(expected);
  });

  it('stays as it is where nobody is known', () => {
    expect(hide('They pay late.', [])).toBe('They pay late.');
  });
});
