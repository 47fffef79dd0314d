import type { Answer } from './answer.ts';
import type { WordPhase } from './statement.ts';

/** The answer that is given without a word: nothing to complain about, I cannot name one, nothing to add. */
export function nothingToSay(phase: WordPhase): Answer {
  if (phase === 'complaints') return { phase, complaints: [] };
  return phase === 'positives' ? { phase, text: null } : { phase, relationship: null, learned: null, elsewhere: null };
}

/** Whether an answer holds words that "nothing" must never replace. A vote always says something. */
export function saysSomething(answer: Answer): boolean {
  switch (answer.phase) {
    case 'complaints':
      return answer.complaints.length > 0;
    case 'positives':
      return answer.text !== null;
    case 'lessons':
      return answer.relationship !== null || answer.learned !== null || answer.elsewhere !== null;
    case 'vote':
      return true;
  }
}
