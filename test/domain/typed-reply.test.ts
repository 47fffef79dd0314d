import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, MAX_ANSWER_LENGTH, MAX_COMPLAINTS } from '../../src/domain/answer.ts';
import { WORD_PHASES } from '../../src/domain/statement.ts';
import { addWords, isOnlyTyped, isUntagged, replaceWords, UNTAGGED } from '../../src/domain/typed-reply.ts';
import { aComplaint } from '../support/answers.ts';

const typed = (text: string) => ({ text, ...UNTAGGED });
const complaints = (...texts: string[]): Answer => ({ phase: 'complaints', complaints: texts.map(typed) });
const positive = (text: string | null): Answer => ({ phase: 'positives', text });
const lesson = (learned: string | null, relationship: string | null = null): Answer => ({
  phase: 'lessons',
  relationship,
  learned,
  elsewhere: null,
});
const long = 'x'.repeat(MAX_ANSWER_LENGTH);

describe('addWords', () => {
  it.each<[string, Answer | null, Answer]>([
    ['the first complaint', null, complaints('b')],
    ['in place of nothing to complain about', complaints(), complaints('b')],
    ['one more complaint', complaints('a'), complaints('a', 'b')],
    ['a good thing', positive(null), positive('b')],
    ['a further line of the good thing', positive('a'), positive('a\nb')],
    ['a lesson', lesson(null), lesson('b')],
    ['a lesson beside others', lesson('a', 'r'), lesson('a\nb', 'r')],
  ])('says %s', (_, before, answer) => {
    expect(addWords(answer.phase as 'lessons', before, 'b')).toEqual({ kind: 'answer', answer });
  });

  it('takes eight complaints and no ninth', () => {
    const eight = complaints(...'abcdefgh');
    expect(eight.phase === 'complaints' && eight.complaints).toHaveLength(MAX_COMPLAINTS);
    expect(addWords('complaints', eight, 'i')).toEqual({ kind: 'too_many' });
  });

  it.each(WORD_PHASES)('takes a text of 3,000 characters and none longer in %s', (phase) => {
    expect(addWords(phase, null, long).kind).toBe('answer');
    expect(addWords(phase, null, `${long}x`).kind).toBe('too_long');
  });

  it('counts the lines together', () => {
    expect(addWords('positives', positive('a'), long).kind).toBe('too_long');
  });
});

describe('replaceWords', () => {
  it.each<[string, Answer, string, string, Answer]>([
    ['one complaint among others', complaints('a', 'b'), 'a', 'c', complaints('c', 'b')],
    ['a complaint taken out', complaints('a', 'b'), 'a', '', complaints('b')],
    ['a whole good thing', positive('a'), 'a', 'c', positive('c')],
    ['one line of it', positive('a\nb'), 'a', 'c', positive('c\nb')],
    ['several lines of it', positive('a\nb\nc'), 'b\nc', 'd', positive('a\nd')],
    ['a line taken out', positive('a\nb'), 'b', '', positive('a')],
    ['only a whole line', positive('ab\na'), 'a', 'c', positive('ab\nc')],
    ['what was learned, beside the rest', lesson('a', 'r'), 'a', '', lesson(null, 'r')],
  ])('changes %s', (_, before, from, to, answer) => {
    expect(replaceWords(before, from, to)).toEqual({ kind: 'answer', answer });
  });

  it('keeps what was said about a complaint', () => {
    const before: Answer = { phase: 'complaints', complaints: [aComplaint({ text: 'a', severity: 3 })] };
    const after: Answer = { phase: 'complaints', complaints: [aComplaint({ text: 'b', severity: 3 })] };
    expect(replaceWords(before, 'a', 'b')).toEqual({ kind: 'answer', answer: after });
  });

  it.each([complaints('a'), positive('a'), lesson('a')])('leaves nothing of %j', (answer) => {
    expect(replaceWords(answer, 'a', '')).toEqual({ kind: 'empty' });
  });

  it.each([
    complaints('ab'),
    complaints(),
    positive('ab'),
    positive(null),
    lesson(null, 'a'),
    { phase: 'vote', vote: 'keep', hoursPerWeek: null } as const,
  ])('does not find the words in %j', (answer) => {
    expect(replaceWords(answer, 'a', 'c')).toEqual({ kind: 'not_found' });
  });

  it('refuses what is too long then', () => {
    expect(replaceWords(positive('a\nb'), 'a', long)).toEqual({ kind: 'too_long' });
  });

  it('undoes what addWords did', () => {
    const line = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.constantFrom(...WORD_PHASES), line, line, (phase, first, second) => {
        const one = addWords(phase, null, first);
        const two = one.kind === 'answer' ? addWords(phase, one.answer, second) : one;
        fc.pre(first !== second && one.kind === 'answer' && two.kind === 'answer');
        expect(replaceWords(two.answer, second, '')).toEqual(one);
      }),
    );
  });
});

describe('isOnlyTyped', () => {
  it.each<[boolean, Answer, string[]]>([
    [true, complaints('a', 'b'), ['b', 'a']],
    [false, complaints('a', 'b'), ['a']],
    [false, complaints(), ['a']],
    [false, { phase: 'complaints', complaints: [{ ...typed('a'), severity: 2 }] }, ['a']],
    [false, { phase: 'complaints', complaints: [{ ...typed('a'), signals: ['late_payment'] }] }, ['a']],
    [true, positive('a\nb'), ['a', 'b']],
    [true, positive('a\na\nb'), ['a', 'a\nb']],
    [false, positive('a\nb'), ['a']],
    [false, positive('ab'), ['a', 'b']],
    [false, positive(null), []],
    [true, lesson('a'), ['a']],
    [false, lesson('a', 'r'), ['a']],
    [false, lesson(null), []],
    [false, { phase: 'vote', vote: 'keep', hoursPerWeek: null }, []],
  ])('is %s for %j typed as %j', (expected, answer, replies) => {
    expect(isOnlyTyped(answer, replies)).toBe(expected);
  });

  it('knows a complaint about which nothing was said', () => {
    expect(isUntagged(typed('a'))).toBe(true);
    expect(isUntagged({ ...typed('a'), concerns: 'everyone' })).toBe(false);
  });
});
