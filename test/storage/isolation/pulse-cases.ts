import { type Cases, nothing, refused } from './case.ts';
import { ALERT, AT, HEALTH, INVITE, PULSE, RATED, WEEK } from './filling.ts';

/** What comes of the stores of the weekly pulse with the ids of another workspace. */
export const PULSE_CASES = {
  'pulses.findSettings': { run: (stores) => stores.pulses.findSettings(), gives: null },
  'pulses.saveSettings': { run: (stores) => stores.pulses.saveSettings(PULSE), gives: nothing },
  'pulses.begin': {
    run: async (stores, { pool }) => {
      await pool.query(`UPDATE "Workspace" SET "pulseSince" = NULL`);
      await stores.pulses.begin(AT);
      return (await stores.pulses.findSettings())?.since;
    },
    gives: undefined,
  },
  'pulses.listSettledWeeks': {
    run: async (stores) => [...(await stores.pulses.listSettledWeeks(0))],
    gives: [],
  },
  'pulses.invite': {
    run: (stores, { clientId }) => stores.pulses.invite([{ ...INVITE, clientIds: [clientId] }]),
    gives: ['U1'],
  },
  'pulses.skip': { run: (stores) => stores.pulses.skip([{ week: WEEK, userId: 'U1', why: 'stale' }]), gives: ['U1'] },
  'pulses.listSkipped': { run: (stores) => stores.pulses.listSkipped(WEEK), gives: [] },
  'pulses.find': { run: (stores) => stores.pulses.find(WEEK, 'U1'), gives: null },
  'pulses.lock': { run: (stores) => stores.pulses.lock(WEEK, 'U1'), gives: null },
  'pulses.list': { run: (stores) => stores.pulses.list(WEEK), gives: [] },
  'pulses.listAbout': { run: (stores, { clientId }) => stores.pulses.listAbout(WEEK, clientId), gives: [] },
  'pulses.listOpen': { run: (stores) => stores.pulses.listOpen(), gives: [] },
  'pulses.findLastWeek': { run: (stores) => stores.pulses.findLastWeek(), gives: null },
  'pulses.setDeclined': { run: (stores) => stores.pulses.setDeclined(WEEK, 'U1', AT), gives: nothing },
  'pulses.markReminded': { run: (stores) => stores.pulses.markReminded(WEEK, ['U1'], AT), gives: [] },
  'pulses.closeSome': { run: (stores) => stores.pulses.closeSome(AT, 10), gives: [] },
  'pulseAnswers.save': {
    run: (stores, { clientId }) => stores.pulseAnswers.save(WEEK, { ...RATED, clientId, rating: 5 }),
    gives: refused,
  },
  'pulseAnswers.listOwn': { run: (stores) => stores.pulseAnswers.listOwn(WEEK, 'U1'), gives: [] },
  'pulseAnswers.listOfClient': {
    run: (stores, { clientId }) => stores.pulseAnswers.listOfClient(WEEK, clientId),
    gives: [],
  },
  'pulseAnswers.countByClient': {
    run: async (stores) => [...(await stores.pulseAnswers.countByClient(WEEK))],
    gives: [],
  },
  'pulseAnswers.listAnswered': {
    run: async (stores) => [...(await stores.pulseAnswers.listAnswered(WEEK))],
    gives: [],
  },
  'health.addWeek': {
    run: (stores, { clientId }) => stores.health.addWeek({ ...HEALTH, clientId, health: 99 }),
    gives: refused,
  },
  'health.listWeeks': { run: (stores, { clientId }) => stores.health.listWeeks(clientId), gives: [] },
  'health.listSince': { run: (stores) => stores.health.listSince(0), gives: [] },
  'health.addAlert': {
    run: (stores, { clientId }) =>
      stores.health.addAlert({ ...ALERT, clientId, alert: { condition: 'critical', health: 1 }, at: AT }),
    gives: refused,
  },
  'health.listAlerts': { run: (stores, { clientId }) => stores.health.listAlerts(clientId), gives: [] },
  'health.listUntold': { run: (stores) => stores.health.listUntold(), gives: [] },
  'health.markTold': {
    run: (stores, { clientId }) => stores.health.markTold({ ...ALERT, clientId }, AT),
    gives: false,
  },
  'health.dismiss': {
    run: (stores, { clientId }) => stores.health.dismiss({ ...ALERT, clientId }, 'U9'),
    gives: false,
  },
  'health.listAlertsIn': { run: (stores) => stores.health.listAlertsIn(WEEK), gives: [] },
  'pulseAnswers.listComments': { run: (stores) => stores.pulseAnswers.listComments(WEEK), gives: [] },
  'digests.lockChannel': { run: (stores) => stores.digests.lockChannel(), gives: null },
  'digests.saveChannel': { run: (stores) => stores.digests.saveChannel('C2'), gives: nothing },
  'digests.changeChannel': { run: (stores) => stores.digests.changeChannel('CDIGEST', 'C2'), gives: nothing },
  'digests.listAskedWeeks': { run: (stores) => stores.digests.listAskedWeeks(0), gives: [] },
} satisfies Cases;
