import type { WorkspaceStorage } from '../../../src/storage/storage.ts';
import { type Cases, nothing, refused } from './case.ts';
import { AT, newReview } from './filling.ts';

/** What comes of the stores of reviews, their pauses and rehearsals with the ids of another workspace. */
export const REVIEW_CASES = {
  'reviews.find': { run: (stores, { reviewId }) => stores.reviews.find(reviewId), gives: null },
  'reviews.findWithSecret': { run: (stores, { reviewId }) => stores.reviews.findWithSecret(reviewId), gives: null },
  'reviews.hold': { run: (stores, { reviewId }) => stores.reviews.hold(reviewId), gives: null },
  'reviews.lock': { run: (stores, { reviewId }) => stores.reviews.lock(reviewId), gives: null },
  'reviews.findOpenByClient': { run: (stores, { clientId }) => stores.reviews.findOpenByClient(clientId), gives: null },
  'reviews.findLatestClosed': {
    run: async (stores, { clientId, reviewId, first }) => {
      await first.reviews.moveTo(reviewId, { state: 'closed', phaseEndsAt: null, now: AT });
      return stores.reviews.findLatestClosed(clientId);
    },
    gives: null,
  },
  'reviews.listOpen': { run: (stores) => stores.reviews.listOpen(), gives: [] },
  'reviews.create': {
    run: (stores, { clientId }) => stores.reviews.create(newReview(clientId), []),
    gives: refused,
  },
  'reviews.moveTo': {
    run: (stores, { reviewId }) => stores.reviews.moveTo(reviewId, { state: 'vote', phaseEndsAt: null, now: AT }),
    gives: refused,
  },
  'reviews.change': {
    run: (stores, { reviewId }) => stores.reviews.change(reviewId, { facilitatorId: 'U1' }),
    gives: refused,
  },
  'reviews.changeChannel': { run: (stores) => stores.reviews.changeChannel('C1', 'C2'), gives: nothing },
  'reviews.addRevealed': {
    run: (stores, { reviewId }) => stores.reviews.addRevealed(reviewId, 'lessons'),
    gives: refused,
  },
  'pauses.listOpenIn': { run: (stores) => stores.pauses.listOpenIn('C1'), gives: [] },
  'pauses.begin': {
    run: (stores, { reviewId }) => stores.pauses.begin(reviewId, { reason: 'external', since: AT }),
    gives: refused,
  },
  'pauses.end': {
    run: (stores, { reviewId }) =>
      stores.pauses.end(reviewId, { phaseStartedAt: null, phaseEndsAt: null, deadline: null, remindFromAt: null }),
    gives: refused,
  },
  'pauses.moveTo': { run: (stores, { reviewId }) => stores.pauses.moveTo(reviewId, 'C2'), gives: refused },
  'rehearsals.findOrCreateClient': {
    run: async (stores, { first }) => {
      const ofFirst = await first.rehearsals.findOrCreateClient({ userId: 'U9', name: 'Sample' });
      return (await stores.rehearsals.findOrCreateClient({ userId: 'U9', name: 'Sample' })) === ofFirst;
    },
    gives: false,
  },
  'rehearsals.listOf': {
    run: async (stores, { first }) => {
      await aRehearsal(first);
      return (await stores.rehearsals.listOf('U9')).length;
    },
    gives: 0,
  },
  'rehearsals.erase': {
    run: async (stores, { first }) => stores.rehearsals.erase(await aRehearsal(first)),
    gives: false,
  },
} satisfies Cases;

/** Starts a rehearsal of U9 and gives its id. */
async function aRehearsal(stores: WorkspaceStorage): Promise<string> {
  const clientId = await stores.rehearsals.findOrCreateClient({ userId: 'U9', name: 'Sample' });
  const review = await stores.reviews.create({ ...newReview(clientId), isRehearsal: true }, []);
  return review?.id ?? '';
}
