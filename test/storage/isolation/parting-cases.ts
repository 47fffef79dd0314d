import { type Cases, refused } from './case.ts';
import { AT, NOTICE_TEXT, PLAYBOOK, STEP } from './filling.ts';

/** What comes of the stores of partings with the ids of another workspace. */
export const PARTING_CASES = {
  'partings.find': { run: (stores, { reviewId }) => stores.partings.find(reviewId), gives: null },
  'partings.findRunning': { run: (stores, { clientId }) => stores.partings.findRunning(clientId), gives: null },
  'partings.list': { run: (stores, { clientId }) => stores.partings.list(clientId), gives: [] },
  'partings.create': {
    run: (stores, ids) => stores.partings.create({ ...PLAYBOOK, ...idsOf(ids), mode: 'now' }),
    gives: refused,
  },
  'partings.save': {
    run: (stores, ids) => stores.partings.save({ ...PLAYBOOK, ...idsOf(ids), state: 'stopped' }, AT),
    gives: false,
  },
  'partings.follow': { run: (stores, { reviewId }) => stores.partings.follow(reviewId, reviewId), gives: false },
  'partings.listSteps': { run: (stores, { reviewId }) => stores.partings.listSteps(reviewId), gives: [] },
  'partings.addSteps': {
    run: (stores, { reviewId }) => stores.partings.addSteps(reviewId, [{ ...STEP, stepId: 'debrief' }]),
    gives: refused,
  },
  'partings.saveStep': {
    run: async (stores, { reviewId, first }) => {
      const [step] = await first.partings.listSteps(reviewId);
      return step && stores.partings.saveStep({ ...step, note: 'theirs' }, step.version);
    },
    gives: false,
  },
  'partingSteps.listOpen': { run: (stores) => stores.partingSteps.listOpen(), gives: [] },
  'partingSteps.find': {
    run: async (stores, { reviewId, first }) => {
      const steps = await first.partings.listSteps(reviewId);
      return stores.partingSteps.find(steps.map(({ id }) => id));
    },
    gives: [],
  },
  'partings.findNotice': {
    run: (stores, { reviewId }) => stores.partings.findNotice(reviewId, 'email'),
    gives: null,
  },
  'partings.saveNotice': {
    run: (stores, { reviewId }) => stores.partings.saveNotice(reviewId, { ...NOTICE_TEXT, text: 'theirs' }, 0),
    gives: false,
  },
} satisfies Cases;

function idsOf({ reviewId, clientId }: { readonly reviewId: string; readonly clientId: string }) {
  return { reviewId, clientId };
}
