import { type Cases, refused } from './case.ts';
import { AT, EVIDENCE, INTAKE, outcomeKey } from './filling.ts';

/** What comes of the stores of the evidence log intakes and outcomes with the ids of another workspace. */
export const EVIDENCE_CASES = {
  'evidence.list': { run: (stores, { clientId }) => stores.evidence.list(clientId), gives: [] },
  'evidence.find': {
    run: async (stores, { first, clientId }) => {
      const [entry] = await first.evidence.list(clientId);
      return stores.evidence.find(entry?.id ?? '');
    },
    gives: null,
  },
  'evidence.isSent': { run: (stores) => stores.evidence.isSent('form-1'), gives: false },
  'evidence.add': {
    run: (stores, { clientId }) => stores.evidence.add({ ...EVIDENCE, clientId, submitKey: 'form-2' }),
    gives: refused,
  },
  'intakes.find': { run: (stores, { clientId }) => stores.intakes.find(clientId), gives: null },
  'intakes.save': {
    run: (stores, { clientId }) => stores.intakes.save(clientId, { ...INTAKE, version: 0 }),
    gives: false,
  },
  'intakes.isFirstReview': {
    run: (stores, { clientId }) => stores.intakes.isFirstReview({ id: clientId, clientId, startedAt: new Date() }),
    gives: true,
  },
  'outcomes.listDecisions': {
    run: (stores) => stores.outcomes.listDecisions({ from: new Date(0), to: AT }),
    gives: [],
  },
  'outcomes.ask': {
    run: (stores, { reviewId, clientId }) =>
      stores.outcomes.ask({ ...outcomeKey(reviewId), day: 90 }, { clientId, askedId: 'U9', askedAt: AT }),
    gives: refused,
  },
  'outcomes.askAnother': {
    run: (stores, { reviewId }) =>
      stores.outcomes.askAnother(outcomeKey(reviewId), 'U9', { askedId: 'U1', askedAt: AT }),
    gives: false,
  },
  'outcomes.find': { run: (stores, { reviewId }) => stores.outcomes.find(outcomeKey(reviewId)), gives: null },
  'outcomes.answer': {
    run: (stores, { reviewId }) =>
      stores.outcomes.answer(outcomeKey(reviewId), { answer: 'no', why: 'x', answeredById: 'U9', answeredAt: AT }),
    gives: false,
  },
} satisfies Cases;
