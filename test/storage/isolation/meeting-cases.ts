import { type Cases, nothing, refused } from './case.ts';
import { AT, MEETING, MEETING_ID } from './filling.ts';

const FIGURES = { revenueShare: 0.9, dependentPay: null, costsToCut: null, replacementIncome: null };

/** What comes of the stores of meetings and readiness with the ids of another workspace. */
export const MEETING_CASES = {
  'meetings.find': { run: (stores) => stores.meetings.find(MEETING_ID), gives: null },
  'meetings.listOf': { run: (stores, { reviewId }) => stores.meetings.listOf(reviewId), gives: [] },
  'meetings.add': {
    run: (stores, { reviewId, clientId }) =>
      stores.meetings.add({ ...MEETING, reviewId, clientId, id: '00000000-0000-4000-8000-000000000002' }),
    gives: refused,
  },
  'meetings.save': {
    run: (stores, { reviewId, clientId }) =>
      stores.meetings.save({ ...MEETING, reviewId, clientId, place: 'Elsewhere', version: 1 }, AT),
    gives: false,
  },
  'readiness.find': { run: (stores, { reviewId }) => stores.readiness.find(reviewId), gives: null },
  'readiness.saveAsked': {
    run: (stores, ids) => stores.readiness.saveAsked(ids, { userIds: ['U8'], byId: 'U8', at: AT }),
    gives: refused,
  },
  'readiness.saveFigures': { run: (stores, ids) => stores.readiness.saveFigures(ids, FIGURES), gives: refused },
  'readiness.saveSkip': {
    run: (stores, ids) => stores.readiness.saveSkip(ids, { reason: 'no', byId: 'U8' }),
    gives: refused,
  },
  'readiness.saveAnswer': {
    run: (stores, { reviewId }) =>
      stores.readiness.saveAnswer(reviewId, { userId: 'U1', level: 'not_ready', comment: null }),
    gives: refused,
  },
  'readiness.listAnswers': { run: (stores, { reviewId }) => stores.readiness.listAnswers(reviewId), gives: [] },
  'reviews.waitForDecision': {
    run: async (stores, { reviewId, first, pool }) => {
      await pool.query(`UPDATE "Review" SET state = 'decided'`);
      await stores.reviews.waitForDecision(reviewId);
      return (await first.reviews.find(reviewId))?.state === 'closed' ? 'changed' : nothing;
    },
    gives: nothing,
  },
} satisfies Cases;
