import { type Cases, nothing, refused } from './case.ts';
import { AT, FIELDS, MEMBERS, STATEMENT } from './filling.ts';

/** What comes of the stores of clients and their account teams with the ids of another workspace. */
export const CLIENT_CASES = {
  'clients.find': { run: (stores, { clientId }) => stores.clients.find(clientId), gives: null },
  'clients.findByNameKey': { run: (stores) => stores.clients.findByNameKey('northwind'), gives: null },
  'clients.list': { run: (stores) => stores.clients.list(), gives: [] },
  'clients.findOrCreate': {
    run: async (stores, { clientId }) =>
      (await stores.clients.findOrCreate({ name: 'Northwind', nameKey: 'northwind' })).id === clientId,
    gives: false,
  },
  'clients.setStatus': {
    run: (stores, { clientId }) => stores.clients.setStatus(clientId, 'parting'),
    gives: refused,
  },
  'clients.setMoney': {
    run: (stores, { clientId }) => stores.clients.setMoney(clientId, { monthlyRevenue: 1, revenueShare: 1 }),
    gives: refused,
  },
  'clients.findProfile': { run: (stores, { clientId }) => stores.clients.findProfile(clientId), gives: null },
  'clientNames.find': {
    run: async (stores, { clientId }) => [...(await stores.clientNames.find([clientId]))],
    gives: [],
  },
  'clients.listProfiles': { run: (stores) => stores.clients.listProfiles(), gives: [] },
  'clients.lock': { run: (stores, { clientId }) => stores.clients.lock(clientId), gives: false },
  'clients.create': {
    run: async (stores) => (await stores.clients.create({ ...FIELDS, nameKey: 'northwind' })) === null,
    gives: false,
  },
  'clients.save': {
    run: (stores, { clientId }) => stores.clients.save(clientId, { ...FIELDS, name: 'Other', nameKey: 'other' }),
    gives: refused,
  },
  'clients.setArchived': { run: (stores, { clientId }) => stores.clients.setArchived(clientId, AT), gives: refused },
  'clients.listByUserGroup': { run: (stores) => stores.clients.listByUserGroup('S1'), gives: [] },
  'clients.setUserGroup': {
    run: (stores) => stores.clients.setUserGroup('S1', { name: 'other', goneAt: AT }),
    gives: nothing,
  },
  'accountMembers.list': { run: (stores, { clientId }) => stores.accountMembers.list(clientId), gives: [] },
  'accountMembers.listTeams': { run: async (stores) => [...(await stores.accountMembers.listTeams())], gives: [] },
  'accountMembers.replace': {
    run: (stores, { clientId }) => stores.accountMembers.replace(clientId, [{ ...MEMBERS[0], role: 'finance' }]),
    gives: refused,
  },
  'clientImports.save': {
    run: async (stores) => {
      const id = await stores.clientImports.save({ userId: 'U9', text: 'mine', createdAt: AT });
      return stores.clientImports.find(id, 'U9');
    },
    gives: 'mine',
  },
  'clientImports.find': {
    run: async (stores, { first }) => {
      const id = await first.clientImports.save({ userId: 'U9', text: 'theirs', createdAt: AT });
      return stores.clientImports.find(id, 'U9');
    },
    gives: null,
  },
  'clientImports.remove': {
    run: async (stores, { first }) => {
      const id = await first.clientImports.save({ userId: 'U9', text: 'theirs', createdAt: AT });
      return stores.clientImports.remove(id, 'U9');
    },
    gives: false,
  },
  'clientHistory.listReviews': {
    run: async (stores, { reviewId, clientId, first }) => {
      await first.reviews.moveTo(reviewId, { state: 'closed', phaseEndsAt: null, now: AT });
      return stores.clientHistory.listReviews(clientId);
    },
    gives: [],
  },
  'clientRecords.listReviews': { run: (stores, { clientId }) => stores.clientRecords.listReviews(clientId), gives: [] },
  'clientRecords.listPartings': {
    run: (stores, { clientId }) => stores.clientRecords.listPartings(clientId),
    gives: [],
  },
  'clientHistory.listLessons': {
    run: async (stores, { reviewId, clientId, first }) => {
      await first.reviews.moveTo(reviewId, { state: 'closed', phaseEndsAt: null, now: AT });
      await first.records.saveStatements({ reviewId, clientId }, [{ ...STATEMENT, kind: 'lesson_learned' }]);
      return stores.clientHistory.listLessons(clientId);
    },
    gives: [],
  },
} satisfies Cases;
