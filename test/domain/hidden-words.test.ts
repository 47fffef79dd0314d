import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { hideInAnswer, hideInSaid, type ReasonOf, shownWords } from '../../src/domain/hidden-words.ts';
import type { KeyedAnswer } from '../../src/domain/review-record.ts';
import { statementsOf } from '../../src/domain/statement.ts';
import { aComplaint } from '../support/answers.ts';

const reasonOf: ReasonOf = ({ text }) => (text.startsWith('bad') ? `because ${text}` : null);
const complaints = (...texts: string[]): Answer => ({
  phase: 'complaints',
  complaints: texts.map((text) => aComplaint({ text })),
});
const keyed = (personKey: string, answer: Answer, isLate = false): KeyedAnswer<Answer> => ({
  phase: answer.phase,
  personKey,
  answer,
  isLate,
});

describe('what a message says of hidden words', () => {
  it.each<[string, Answer, string[], Record<number, string> | undefined]>([
    ['one complaint of three', complaints('a', 'bad b', 'c'), ['a', '', 'c'], { 1: 'because bad b' }],
    ['nothing', complaints('a'), ['a'], undefined],
    ['a good thing', { phase: 'positives', text: 'bad p' }, [''], { 0: 'because bad p' }],
    [
      'a part of the lessons, by its place among the parts that were given',
      { phase: 'lessons', relationship: null, learned: 'x', elsewhere: 'bad y' },
      ['x', ''],
      { 1: 'because bad y' },
    ],
    ['nothing of a vote', { phase: 'vote', vote: 'keep', hoursPerWeek: null }, [], undefined],
  ])('is the reason and not the words: %s', (_name, answer, texts, hidden) => {
    const shown = hideInAnswer(answer, reasonOf);
    expect(statementsOf(shown.answer, null).map(({ text }) => text)).toEqual(texts);
    expect(shown.hidden).toEqual(hidden);
    expect(hideInSaid(statementsOf(answer, null), reasonOf).hidden).toEqual(hidden);
  });
});

describe('the words that the thread has shown', () => {
  const three = ['k1', 'k2', 'k3'].map((key) => keyed(key, complaints(`of ${key}`)));
  const late = keyed('k4', complaints('late'), true);

  it('are in an open review all that was said to questions that were asked, with their authors', () => {
    const ahead = keyed('k1', { phase: 'positives', text: 'ahead' });
    const shown = shownWords({ mode: 'open', revealed: [], asked: ['complaints'] }, [...three, late, ahead]);
    expect(shown.map(({ text, authorId }) => `${authorId}: ${text}`)).toContain('k4: late');
    expect(shown).toHaveLength(4);
  });

  it.each([
    ['those of a question that was revealed, given in time', ['complaints'], three, 3],
    ['none of a question that was not', ['positives'], three, 0],
    ['none where so many were taken back that fewer than three are left', ['complaints'], three.slice(1), 0],
  ] as const)('are in a private one %s', (_name, revealed, answers, count) => {
    const shown = shownWords({ mode: 'private', revealed, asked: ['complaints'] }, [...answers, late]);
    expect(shown).toHaveLength(count);
    expect(JSON.stringify(shown)).not.toMatch(/"authorId":"|late/);
  });
});
