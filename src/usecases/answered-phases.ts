import { PHASES, type Phase } from '../domain/answer.ts';
import { stands } from '../domain/taken-back.ts';
import type { Stores } from '../storage/storage.ts';
import { ownKeys, type PersonKeys } from './person-keys.ts';

type Person = { readonly reviewId: string; readonly userId: string; readonly keys: PersonKeys };

/** The questions that one person has answered in an open review and not taken back, in the order of the ritual. */
export async function findAnsweredPhases(stores: Stores, { reviewId, userId, keys }: Person): Promise<Phase[]> {
  const given = await stores.answers.listOf(reviewId, ownKeys(userId, keys));
  return PHASES.filter((phase) => given.some(({ answer }) => answer.phase === phase && stands(answer)));
}
