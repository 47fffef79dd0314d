import { countedAsInvited, isWaitedFor } from '../domain/absence.ts';
import type { Phase } from '../domain/answer.ts';
import { everybodyIn } from '../domain/closing.ts';
import type { Participant, Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { personKeysOf, respondentsOf } from './person-keys.ts';

export type WhoHasAnswered = {
  readonly answered: readonly Participant[];
  /** Has not answered, and the review waits for it. */
  readonly waiting: readonly Participant[];
  /** Has not answered, and the review does not wait for it. */
  readonly absent: readonly Participant[];
};

type Question = { readonly deps: Deps; readonly stores: Stores; readonly review: Review; readonly phase: Phase };

/**
 * Those invited to an open review, told apart by whether they have answered one question and are waited for, in the order of their ids. Of a private
 * review it is computed from the keys and stands nowhere; null once its secret is gone.
 */
export async function findWhoAnswered({ deps, stores, review, phase }: Question): Promise<WhoHasAnswered | null> {
  const keys = await personKeysOf(stores, deps.vault, review);
  if (keys === null) return null;
  const participants = await stores.participants.list(review.id);
  const given = new Set(await stores.answers.listKeys(review.id, phase));
  const hasAnswered = ({ userId }: Participant) => given.has(keys(userId, phase));
  const missing = participants.filter((one) => !hasAnswered(one));
  return {
    answered: participants.filter(hasAnswered),
    waiting: missing.filter(isWaitedFor),
    absent: missing.filter((one) => !isWaitedFor(one)),
  };
}

/** How many count as invited when a verdict is made now; null once the secret of a private review is gone. */
export async function countInvited({ deps, stores, review }: Omit<Question, 'phase'>): Promise<number | null> {
  const keys = await personKeysOf(stores, deps.vault, review);
  if (keys === null) return null;
  const participants = await stores.participants.list(review.id);
  const respondents = respondentsOf(participants, await stores.answers.list(review.id), keys);
  return countedAsInvited(participants, everybodyIn(respondents)).length;
}
