import { type Cases, refused } from './case.ts';
import { EVIDENCE } from './filling.ts';

/** What comes of the store of the evidence log with the ids of another workspace. */
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
} satisfies Cases;
