import type { ReasonOf } from '../domain/hidden-words.ts';
import { digestOfWords } from '../privacy/words-digest.ts';
import type { Stores } from '../storage/storage.ts';

/** Why words of a review are hidden, if they are. */
export async function reasonsOfHiding(stores: Stores, reviewId: string): Promise<ReasonOf> {
  const reasons = new Map((await stores.hiddenWords.list(reviewId)).map(({ digest, reason }) => [digest, reason]));
  return (words) => (reasons.size === 0 ? null : (reasons.get(digestOfWords(reviewId, words)) ?? null));
}
