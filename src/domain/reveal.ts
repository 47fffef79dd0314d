import type { Answer, Phase } from './answer.ts';
import type { KeyedAnswer, Review } from './review-record.ts';
import { type RandomInt, shuffled } from './shuffle.ts';
import { MIN_PEOPLE_FOR_WORDS, type Said, statementsOf, type WordPhase } from './statement.ts';
import { stands } from './taken-back.ts';

export type Reveal = {
  readonly phase: WordPhase;
  /** People whose answer stands. */
  readonly answered: number;
  readonly isShown: boolean;
  readonly said: readonly Said[];
};

/**
 * What a private review shows when a question closes: everybody's words without names and in shuffled order, one complaint at a
 * time, so that not even two things said by one person stay together. With fewer than three people, nothing (method 3); who took
 * their words back is not one of them.
 */
export function planReveal(phase: WordPhase, answers: readonly KeyedAnswer<Answer>[], randomInt: RandomInt): Reveal {
  const given = answers.filter((one) => one.phase === phase && stands(one.answer));
  const isShown = given.length >= MIN_PEOPLE_FOR_WORDS;
  const said = isShown
    ? shuffled(
        given.flatMap(({ answer }) => statementsOf(answer, null)),
        randomInt,
      )
    : [];
  return { phase, answered: given.length, isShown, said };
}

/** Whether the words of this question have been shown without names; never in an open review, which has its own way. */
export function wasShown({ mode, revealed }: Pick<Review, 'mode' | 'revealed'>, phase: Phase): boolean {
  return mode === 'private' && revealed.some((shown) => shown === phase);
}

export type PrivateRecord = {
  /** All words that may be shown and kept, shuffled. */
  readonly said: readonly Said[];
  /** Those among them that the thread has not seen yet. */
  readonly fresh: readonly Said[];
  /** People whose words are only counted, by question. */
  readonly withheld: Readonly<Record<WordPhase, number>>;
};

/**
 * What stays of a private review's words when it closes. Words of a question that was revealed stay, unless so many people took
 * theirs back that fewer than three are left; words that came late, or to a question that had too few answers, are shown together, if at least three people gave them; otherwise they would point at
 * their author and are dropped, only their number and their weight in the figures remain.
 */
export function planPrivateRecord(
  answers: readonly KeyedAnswer<Answer>[],
  revealed: readonly WordPhase[],
  randomInt: RandomInt,
): PrivateRecord {
  const shown: Said[] = [];
  const fresh: Said[] = [];
  const withheld = { complaints: 0, positives: 0, lessons: 0 };
  for (const phase of ['complaints', 'positives', 'lessons'] as const) {
    const given = answers.filter((one) => one.phase === phase && stands(one.answer));
    const isNew = ({ isLate }: KeyedAnswer<Answer>) => isLate || !revealed.includes(phase);
    for (const [group, place] of [
      [given.filter((answer) => !isNew(answer)), shown],
      [given.filter(isNew), fresh],
    ] as const) {
      if (group.length < MIN_PEOPLE_FOR_WORDS) withheld[phase] += group.length;
      else place.push(...group.flatMap(({ answer }) => statementsOf(answer, null)));
    }
  }
  const freshShuffled = shuffled(fresh, randomInt);
  return { said: shuffled([...shown, ...freshShuffled], randomInt), fresh: freshShuffled, withheld };
}
