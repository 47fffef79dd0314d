import type { Phase } from '../domain/answer.ts';
import type { Participant, Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { personKeysOf } from './person-keys.ts';

export type WhoHasAnswered = { readonly answered: readonly Participant[]; readonly waiting: readonly Participant[] };

type Question = { readonly deps: Deps; readonly stores: Stores; readonly review: Review; readonly phase: Phase };

/**
 * Those invited to an open review, told apart by whether they have answered one question, in the order of their ids. Of a private
 * review it is computed from the keys and stands nowhere; null once its secret is gone.
 */
export async function findWhoAnswered({ deps, stores, review, phase }: Question): Promise<WhoHasAnswered | null> {
  const keys = await personKeysOf(stores, deps.vault, review);
  if (keys === null) return null;
  const participants = await stores.participants.list(review.id);
  const given = new Set(await stores.answers.listKeys(review.id, phase));
  const hasAnswered = ({ userId }: Participant) => given.has(keys(userId, phase));
  return { answered: participants.filter(hasAnswered), waiting: participants.filter((one) => !hasAnswered(one)) };
}
