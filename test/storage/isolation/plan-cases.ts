import { type Cases, refused } from './case.ts';
import { AT, ITEM, PLAN } from './filling.ts';

/** What comes of the store of action plans with the ids of another workspace. */
export const PLAN_CASES = {
  'plans.find': { run: (stores, { reviewId }) => stores.plans.find(reviewId), gives: null },
  'plans.save': {
    run: (stores, ids) => stores.plans.save({ ...PLAN, reviewId: ids.reviewId, clientId: ids.clientId }),
    gives: refused,
  },
  'plans.addItems': {
    run: (stores, { reviewId, clientId }) =>
      stores.plans.addItems([{ ...ITEM, reviewId, clientId, submitKey: 'another:0' }]),
    gives: refused,
  },
  'plans.wasTaken': { run: (stores) => stores.plans.wasTaken('form'), gives: false },
  'plans.findItem': {
    run: async (stores, { first }) => stores.plans.findItem((await first.plans.listOpen())[0]?.id ?? ''),
    gives: null,
  },
  'plans.listOfReview': { run: (stores, { reviewId }) => stores.plans.listOfReview(reviewId), gives: [] },
  'plans.listOpenOfClient': { run: (stores, { clientId }) => stores.plans.listOpenOfClient(clientId), gives: [] },
  'plans.listOpenOf': { run: (stores) => stores.plans.listOpenOf('U1'), gives: [] },
  'plans.listOpen': { run: (stores) => stores.plans.listOpen(), gives: [] },
  'plans.saveItem': {
    run: async (stores, { first }) => {
      const [item] = await first.plans.listOpen();
      return item && stores.plans.saveItem({ ...item, state: 'done', closedAt: AT, version: item.version + 1 });
    },
    gives: false,
  },
} satisfies Cases;
