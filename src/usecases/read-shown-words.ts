import { type ReasonOf, shownWords } from '../domain/hidden-words.ts';
import { isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { Said } from '../domain/statement.ts';
import { digestOfWords } from '../privacy/words-digest.ts';
import type { Facilitating, FacilitationRefused } from './as-facilitator.ts';
import type { Deps } from './deps.ts';
import { reasonsOfHiding } from './hidden-reasons.ts';
import { askedPhases } from './reopened-step.ts';
import { inNoTellingOrder } from './reveal-phase.ts';

/** One thing that the thread shows, with the digest that names it; the author in an open review only. */
export type ShownWords = { readonly digest: string; readonly said: Said };

export type ShownWordsResult =
  | { readonly ok: true; readonly review: Review; readonly words: readonly ShownWords[] }
  | FacilitationRefused;

/** For the facilitator: what the thread shows and is not hidden yet, in an order that tells nothing. The same words appear once. */
export async function readShownWords(
  deps: Deps,
  { workspaceId, reviewId, userId }: Facilitating,
): Promise<ShownWordsResult> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review) return { ok: false, reason: 'review_not_found' };
  if (review.facilitatorId !== userId) return { ok: false, reason: 'not_facilitator' };
  if (!isOpen(review.state)) return { ok: false, reason: 'review_closed' };
  const reasonOf = await reasonsOfHiding(stores, reviewId);
  const asked = await askedPhases(stores, review);
  const answers = await stores.answers.list(reviewId);
  const shown = shownWords({ ...review, asked }, answers).filter((said) => reasonOf(said) === null);
  const keyed = inNoTellingOrder(review, shown).map((said) => [digestOfWords(reviewId, said), said] as const);
  return { ok: true, review, words: [...new Map(keyed)].map(([digest, said]) => ({ digest, said })) };
}

/** Why words of a review are hidden, for the page on which their author sees them. */
export async function readReasonsOfHiding(
  deps: Deps,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<ReasonOf> {
  return reasonsOfHiding(deps.storage.forWorkspace(workspaceId), reviewId);
}
