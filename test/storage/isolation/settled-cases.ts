import type { Cases } from './case.ts';
import { AT } from './filling.ts';

/** What comes of the store of what was sent or settled with the purposes of another workspace. */
export const SETTLED_CASES = {
  'settledPurposes.has': { run: (stores) => stores.settledPurposes.has('item-given:1'), gives: false },
  'settledPurposes.list': {
    run: async (stores) => [...(await stores.settledPurposes.list(['item-given:1']))],
    gives: [],
  },
  'settledPurposes.settle': { run: (stores) => stores.settledPurposes.settle(['item-given:1'], AT), gives: true },
} satisfies Cases;
