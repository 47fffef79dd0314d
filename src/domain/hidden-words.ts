import type { Answer, Phase } from './answer.ts';
import type { KeyedAnswer, Review } from './review-record.ts';
import { type HiddenReasons, MIN_PEOPLE_FOR_WORDS, type Said, statementsOf, WORD_PHASES } from './statement.ts';
import { stands } from './taken-back.ts';

/** Longest reason for hiding something, in UTF-16 units. */
export const MAX_REASON_LENGTH = 300;

/** Words as hiding knows them: the same words edited are other words. */
export type Words = Pick<Said, 'kind' | 'text'>;

/** Why words are hidden; null when they are not. */
export type ReasonOf = (words: Words) => string | null;

/**
 * What the thread has shown so far, with the author in an open review only: there the words to questions that were `asked`, since what
 * is said ahead waits for its step. Of a private review the words of revealed questions that came in time; none where fewer than three people's are left, since what was edited since would point at its author.
 */
export function shownWords(
  { mode, revealed, asked }: Pick<Review, 'mode' | 'revealed'> & { readonly asked: readonly Phase[] },
  answers: readonly KeyedAnswer<Answer>[],
): Said[] {
  return WORD_PHASES.flatMap((phase) => {
    const given = answers.filter((one) => one.phase === phase && stands(one.answer));
    if (mode === 'open')
      return asked.includes(phase) ? given.flatMap(({ answer, personKey }) => statementsOf(answer, personKey)) : [];
    const inTime = revealed.includes(phase) ? given.filter(({ isLate }) => !isLate) : [];
    return inTime.length < MIN_PEOPLE_FOR_WORDS ? [] : inTime.flatMap(({ answer }) => statementsOf(answer, null));
  });
}

/** Things said with the hidden ones emptied, and why they are. */
export function hideInSaid(
  said: readonly Said[],
  reasonOf: ReasonOf,
): { readonly said: readonly Said[]; readonly hidden?: HiddenReasons } {
  const hidden = reasonsIn(said, reasonOf);
  if (hidden === null) return { said };
  return { said: said.map((one, at) => (hidden[at] === undefined ? one : { ...one, text: '' })), hidden };
}

/** An answer with the hidden things emptied, and why they are, by their place among the answer's statements. */
export function hideInAnswer(
  answer: Answer,
  reasonOf: ReasonOf,
): { readonly answer: Answer; readonly hidden?: HiddenReasons } {
  const hidden = reasonsIn(statementsOf(answer, null), reasonOf);
  return hidden === null ? { answer } : { answer: emptied(answer, reasonOf), hidden };
}

function reasonsIn(said: readonly Words[], reasonOf: ReasonOf): HiddenReasons | null {
  const found = said.flatMap((words, at) => {
    const reason = reasonOf(words);
    return reason === null ? [] : [[at, reason] as const];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}

function emptied(answer: Answer, reasonOf: ReasonOf): Answer {
  const shown = (kind: Said['kind'], text: string) => (reasonOf({ kind, text }) === null ? text : '');
  const part = (kind: Said['kind'], text: string | null) => (text === null ? null : shown(kind, text));
  switch (answer.phase) {
    case 'complaints':
      return {
        ...answer,
        complaints: answer.complaints.map((one) => ({ ...one, text: shown('complaint', one.text) })),
      };
    case 'positives':
      return { ...answer, text: part('positive', answer.text) };
    case 'lessons':
      return {
        ...answer,
        relationship: part('lesson_relationship', answer.relationship),
        learned: part('lesson_learned', answer.learned),
        elsewhere: part('lesson_elsewhere', answer.elsewhere),
      };
    case 'vote':
      return answer;
  }
}
