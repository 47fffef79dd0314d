import { type Cases, nothing, refused } from './case.ts';
import { AT, DEFAULTS, OPENED, WEEK } from './filling.ts';

/** What comes of the stores of workspace settings and people with the ids of another workspace. */
export const PEOPLE_CASES = {
  'workspace.findOrCreate': {
    run: async (stores) => (await stores.workspace.findOrCreate({ ...DEFAULTS, managerIds: [] })).managerIds,
    gives: [],
  },
  'workspace.findWithLanguage': {
    run: async (stores) => (await stores.workspace.findWithLanguage('U01'))?.settings.managerIds ?? [],
    gives: [],
  },
  'workspace.findThresholds': { run: (stores) => stores.workspace.findThresholds(), gives: null },
  'workspace.saveInstaller': { run: (stores) => stores.workspace.saveInstaller('U02'), gives: nothing },
  'workspace.save': {
    run: (stores) => stores.workspace.save({ ...DEFAULTS, currency: 'USD', daysOff: [] }),
    gives: nothing,
  },
  'memberSettings.findDaysOff': {
    run: async (stores) => [...(await stores.memberSettings.findDaysOff(['U1']))],
    gives: [],
  },
  'memberSettings.saveDaysOff': { run: (stores) => stores.memberSettings.saveDaysOff('U1', []), gives: nothing },
  'memberSettings.findPauses': {
    run: async (stores) => [...(await stores.memberSettings.findPauses(['U1']))],
    gives: [],
  },
  'memberSettings.savePause': { run: (stores) => stores.memberSettings.savePause('U1', null), gives: nothing },
  'memberSettings.findLanguage': { run: (stores) => stores.memberSettings.findLanguage('U1'), gives: null },
  'memberSettings.saveLanguage': { run: (stores) => stores.memberSettings.saveLanguage('U1', null), gives: nothing },
  'home.read': {
    run: (stores) =>
      stores.home.read({
        ...{ userId: 'U1', pulseWeeks: [WEEK], weeksNow: [WEEK], weekIn: () => WEEK, healthWeeks: 4 },
        room: { clients: 10, reviews: 10 },
      }),
    gives: null,
  },
  'home.noteOpened': {
    run: (stores) => stores.home.noteOpened('U1', { ...OPENED, isManager: true }),
    gives: nothing,
  },
  'home.listTouched': { run: (stores) => stores.home.listTouched([{ kind: 'everybody' }], '2026-11-01'), gives: [] },
  'overview.read': { run: (stores) => stores.overview.read(null), gives: { reviews: [], clients: [] } },
  'participants.list': { run: (stores, { reviewId }) => stores.participants.list(reviewId), gives: [] },
  'participants.invite': {
    run: (stores, { reviewId }) => stores.participants.invite(reviewId, [{ userId: 'U1', role: 'finance' }]),
    gives: refused,
  },
  'participants.setAbsence': {
    run: (stores, { reviewId }) => stores.participants.setAbsence(reviewId, ['U1'], 'removed'),
    gives: nothing,
  },
  'participants.findSnooze': {
    run: async (stores, { reviewId, first }) => {
      await first.participants.setSnooze(reviewId, 'U1', AT);
      return stores.participants.findSnooze(reviewId, 'U1');
    },
    gives: null,
  },
  'participants.setSnooze': {
    run: (stores, { reviewId }) => stores.participants.setSnooze(reviewId, 'U1', AT),
    gives: nothing,
  },
  'participants.listSnoozed': {
    run: async (stores, { reviewId, first }) => {
      await first.participants.setSnooze(reviewId, 'U1', AT);
      return stores.participants.listSnoozed(reviewId, AT);
    },
    gives: [],
  },
  'participants.saveTookPart': {
    run: (stores, { reviewId }) => stores.participants.saveTookPart(reviewId, ['U1']),
    gives: nothing,
  },
  'participants.listReviewsOf': { run: (stores) => stores.participants.listReviewsOf('U1'), gives: [] },
  'participants.findRoles': { run: async (stores) => [...(await stores.participants.findRoles(['U1']))], gives: [] },
  'participants.saveRoles': {
    run: (stores) => stores.participants.saveRoles([{ userId: 'U1', role: 'finance' }]),
    gives: nothing,
  },
  'presence.setAbsence': {
    run: (stores, { reviewId }) => stores.presence.setAbsence(reviewId, { userId: 'U1', from: null, to: 'away' }),
    gives: false,
  },
  'presence.listOpenIn': { run: (stores) => stores.presence.listOpenIn('C1'), gives: [] },
  'presence.listOpenOf': { run: (stores) => stores.presence.listOpenOf('U1'), gives: [] },
} satisfies Cases;
