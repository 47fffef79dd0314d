import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, PHASES } from '../../src/domain/answer.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import { shownWords } from '../../src/domain/hidden-words.ts';
import { nothingToSay, saysSomething } from '../../src/domain/nothing-to-say.ts';
import { planPrivateRecord, planReveal, wasShown } from '../../src/domain/reveal.ts';
import type { KeyedAnswer } from '../../src/domain/review-record.ts';
import { statementsOf, WORD_PHASES } from '../../src/domain/statement.ts';
import { stands, takenBack } from '../../src/domain/taken-back.ts';
import { anyReview } from '../support/answers.ts';

const first = () => 0;

/** Answers of a review, some of which were taken back, and the others alone. */
const anyAnswers = fc
  .tuple(
    anyReview,
    fc.array(fc.boolean(), { minLength: 48, maxLength: 48 }),
    fc.array(fc.boolean(), { minLength: 48, maxLength: 48 }),
  )
  .map(([{ answers, ...rest }, back, late]) => {
    const given: KeyedAnswer<Answer>[] = answers.map(({ personKey, answer }, at) => ({
      ...{ personKey, phase: answer.phase, isLate: late[at] === true },
      answer: back[at] && answer.phase !== 'vote' ? takenBack(answer.phase) : answer,
    }));
    return { ...rest, given, standing: given.filter(({ answer }) => stands(answer)) };
  });

describe('an answer that was taken back', () => {
  it.each(WORD_PHASES)('to %s says nothing, and is not "nothing to say"', (phase) => {
    expect(statementsOf(takenBack(phase), null)).toEqual([]);
    expect(saysSomething(takenBack(phase))).toBe(false);
    expect(stands(takenBack(phase))).toBe(false);
    expect(stands(nothingToSay(phase))).toBe(true);
    expect(takenBack(phase)).not.toEqual(nothingToSay(phase));
  });

  it('shows, keeps and withholds the words of the others as if it had never been given', () => {
    const revealed = [...WORD_PHASES];
    fc.assert(
      fc.property(anyAnswers, fc.subarray(revealed), ({ given, standing }, some) => {
        for (const phase of WORD_PHASES)
          expect(planReveal(phase, given, first)).toEqual(planReveal(phase, standing, first));
        expect(planPrivateRecord(given, some, first)).toEqual(planPrivateRecord(standing, some, first));
        const review = { mode: 'private', revealed: some, asked: PHASES } as const;
        expect(shownWords(review, given)).toEqual(shownWords(review, standing));
      }),
    );
  });

  it('counts as a voice with nothing to complain about, and as no positive of any kind', () => {
    fc.assert(
      fc.property(anyAnswers, ({ given, standing, ...rest }) => {
        const asNothing = given.flatMap((one) => {
          if (stands(one.answer)) return [one];
          return one.phase === 'complaints' ? [{ ...one, answer: nothingToSay('complaints') }] : [];
        });
        // Taking part is told by the record of participation, not by the answers.
        const tookPart = 5;
        expect(figuresOf({ ...rest, answers: given, tookPart })).toEqual(
          figuresOf({ ...rest, answers: asNothing, tookPart }),
        );
        const { voices } = figuresOf({ ...rest, answers: given, tookPart });
        expect(voices).toBe(given.filter(({ phase }) => phase === 'complaints').length);
      }),
    );
  });
});

describe('wasShown', () => {
  it.each([
    ['private', 'complaints', true],
    ['private', 'lessons', false],
    ['private', 'vote', false],
    ['open', 'complaints', false],
  ] as const)('in a review that is %s, of %s: %s', (mode, phase, shown) => {
    expect(wasShown({ mode, revealed: ['complaints', 'positives'] }, phase)).toBe(shown);
  });
});
