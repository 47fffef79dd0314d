import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASES, type Phase } from '../../src/domain/answer.ts';
import { currentPhase, planAnswer, REVIEW_STATES } from '../../src/domain/review.ts';
import { isLastInWalk, nextInWalk } from '../../src/domain/walk.ts';

const anyOpenState = fc.constantFrom(...REVIEW_STATES.filter((state) => currentPhase(state) !== null));

describe('answering everything', () => {
  it.each<[Phase[], Phase | null]>([
    [[], 'complaints'],
    [['complaints'], 'positives'],
    [['positives', 'lessons'], 'complaints'],
    [['complaints', 'positives', 'lessons'], 'vote'],
    [[...PHASES], null],
  ])('goes on, after %j, with %s', (answered, next) => {
    expect(nextInWalk(answered)).toBe(next);
  });

  it.each<[Phase, Phase[], boolean]>([
    ['complaints', [], false],
    ['vote', ['complaints', 'positives', 'lessons'], true],
    ['complaints', ['positives', 'lessons', 'vote'], true],
    ['complaints', ['complaints'], false],
  ])('knows whether %s is the last question after %j', (phase, answered, isLast) => {
    expect(isLastInWalk(phase, answered)).toBe(isLast);
  });

  it('is never refused a question, wherever the review stands and moves meanwhile, and ends', () => {
    fc.assert(
      fc.property(fc.subarray([...PHASES]), fc.infiniteStream(anyOpenState), (before, states) => {
        const answered: Phase[] = [...before];
        for (let next = nextInWalk(answered); next !== null; next = nextInWalk(answered)) {
          const last = isLastInWalk(next, answered);
          expect(planAnswer(states.next().value as 'vote', next, { answered }).ok).toBe(true);
          answered.push(next);
          expect(nextInWalk(answered) === null).toBe(last);
        }
        expect([...answered].sort()).toEqual([...PHASES].sort());
      }),
    );
  });
});
