import { hideInSaid } from '../domain/hidden-words.ts';
import { purposeOf } from '../domain/post.ts';
import { planReveal, type Reveal } from '../domain/reveal.ts';
import type { Review } from '../domain/review-record.ts';
import type { Said, WordPhase } from '../domain/statement.ts';
import { digestOfWords } from '../privacy/words-digest.ts';
import type { NewPost } from '../storage/owe-posts.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import type { OpenReviewFacts } from './open-review-facts.ts';

type Revealing = { readonly deps: Deps; readonly stores: Stores; readonly facts: OpenReviewFacts };

/**
 * Shows the words of one question of a private review when its step closes: once. When a step that was opened again closes for the
 * second time, nothing more is shown of a question whose words the thread has; one that had too few answers is shown now if it has
 * three, and its answers then count as shown.
 */
export async function revealPhase({ deps, stores, facts }: Revealing, phase: WordPhase): Promise<void> {
  const { review } = facts;
  if (review.revealed.includes(phase)) return;
  const reveal = planReveal(phase, facts.answers, deps.randomInt);
  if (reveal.isShown) {
    await stores.reviews.addRevealed(review.id, phase);
    await stores.answers.clearLate(review.id, phase);
  }
  // Words in place of "too few answered" would stand far up in the thread, where nobody looks any more.
  const isAgain = reveal.isShown && (await stores.outbox.find(purposeOf.reveal(review.id, phase))) !== null;
  const purpose = isAgain ? purposeOf.revealAgain(review.id, phase) : purposeOf.reveal(review.id, phase);
  await stores.outbox.put(revealPostOf(facts, purpose, reveal));
}

/**
 * Says the words of a revealed question once more, as they are now: without what is hidden, and without any once fewer than three
 * people's are left. In the same order as before, as far as they are the same.
 */
export async function revealAfresh({ deps, stores, facts }: Revealing, phase: WordPhase): Promise<void> {
  const { review } = facts;
  const inTime = facts.answers.filter(({ isLate }) => !isLate);
  const again = purposeOf.revealAgain(review.id, phase);
  const purpose = (await stores.outbox.find(again)) === null ? purposeOf.reveal(review.id, phase) : again;
  await stores.outbox.put(revealPostOf(facts, purpose, planReveal(phase, inTime, deps.randomInt)));
}

/** The message with the words of one question, in no telling order and without what is hidden. */
export function revealPostOf(
  { review, reasonOf }: Pick<OpenReviewFacts, 'review' | 'reasonOf'>,
  purpose: string,
  reveal: Reveal,
): NewPost {
  const { said, hidden } = hideInSaid(inNoTellingOrder(review, reveal.said), reasonOf);
  const { phase, answered } = reveal;
  return {
    purpose,
    reviewId: review.id,
    channelId: review.channelId,
    parentPurpose: purposeOf.card(review.id),
    message: { kind: 'reveal', phase, answered, said, ...(hidden ? { hidden } : {}) },
  };
}

/** By digest: it depends on the words alone, tells nothing about their authors, and is the same when the message is made anew. */
export function inNoTellingOrder({ id }: Pick<Review, 'id'>, said: readonly Said[]): Said[] {
  const keyed = said.map((words) => ({ words, key: digestOfWords(id, words) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ words }) => words);
}
