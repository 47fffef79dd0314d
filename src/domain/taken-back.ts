import type { Answer } from './answer.ts';
import { nothingToSay } from './nothing-to-say.ts';
import type { WordPhase } from './statement.ts';

/**
 * What stands in place of a private answer that was taken back after the words of its question had been shown (method 3): no words, no
 * weight, neither a positive nor "I cannot name one". It keeps its author among those who answered: with the names of before and after
 * beside the words of before and after, anybody could tell whose the missing words are.
 */
export function takenBack(phase: WordPhase): Answer {
  return { ...nothingToSay(phase), isTakenBack: true } as Answer;
}

/** Whether somebody still says something with this answer, if only that there is nothing to say. */
export function stands(answer: Answer): boolean {
  return answer.phase === 'vote' || answer.isTakenBack !== true;
}
