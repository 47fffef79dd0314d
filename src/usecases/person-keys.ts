import { PHASES, type Phase } from '../domain/answer.ts';
import type { Respondents } from '../domain/closing.ts';
import type { Participant, Review } from '../domain/review-record.ts';
import type { Vault } from '../privacy/vault.ts';
import type { Stores } from '../storage/storage.ts';

/** The key under which a person answers a question. */
export type PersonKeys = (userId: string, phase: Phase) => string;

/** The keys of one person's answers; in an open review that is one. */
export function ownKeys(userId: string, keys: PersonKeys): string[] {
  return [...new Set(PHASES.map((phase) => keys(userId, phase)))];
}

/** What a review's secret is sealed for. */
export const secretContext = (reviewId: string) => `review:${reviewId}`;

/**
 * How this review names its people: by user id when it is open, by a key per question when it is private. Null when the secret of
 * a private review is gone: it has closed, perhaps since `review` was read, and its answers belong to nobody any more.
 */
export async function personKeysOf(stores: Stores, vault: Vault, review: Review): Promise<PersonKeys | null> {
  if (review.mode === 'open') return (userId) => userId;
  return keysFrom(vault, review, await stores.secrets.find(review.id));
}

/** The same, of a review that was read together with its secret. */
export function keysFrom(vault: Vault, review: Review, sealed: Uint8Array | null): PersonKeys | null {
  if (review.mode === 'open') return (userId) => userId;
  if (sealed === null) return null;
  const secret = vault.open(sealed, secretContext(review.id));
  return (userId, phase) => vault.personKey(secret, userId, phase);
}

/** Who has answered which question, in the order of the people: said apart from what was answered (product: private means private). */
export function respondentsOf(
  participants: readonly Participant[],
  answered: readonly { phase: Phase; personKey: string }[],
  keys: PersonKeys,
): Respondents {
  const given = new Set(answered.map(({ phase, personKey }) => `${phase} ${personKey}`));
  const who = (phase: Phase) =>
    participants.map(({ userId }) => userId).filter((userId) => given.has(`${phase} ${keys(userId, phase)}`));
  return Object.fromEntries(PHASES.map((phase) => [phase, who(phase)])) as Record<Phase, string[]>;
}
