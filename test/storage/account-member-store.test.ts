import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFields } from '../../src/domain/client-profile.ts';
import { AT, createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const PEOPLE = [
  { userId: 'U1', role: 'sales', isFromGroup: false },
  { userId: 'U2', role: 'other', isFromGroup: true },
] as const;

describe('an account team', () => {
  it('is replaced as a whole and read with its client', async () => {
    const { accountMembers, clients } = world.stores;
    const { id } = await world.aClient();
    await accountMembers.replace(id, PEOPLE);
    expect(await accountMembers.list(id)).toEqual(PEOPLE);
    await accountMembers.replace(id, [PEOPLE[1]]);
    expect((await clients.findProfile(id))?.team).toEqual([PEOPLE[1]]);
    await accountMembers.replace(id, []);
    expect(await accountMembers.list(id)).toEqual([]);
  });

  it('of an archived client is not among the teams', async () => {
    const { accountMembers, clients } = world.stores;
    const [one, other] = [await world.aClient(), await world.aClient()];
    for (const { id } of [one, other]) await accountMembers.replace(id, PEOPLE);
    await clients.setArchived(other.id, AT);
    const teams = await accountMembers.listTeams();
    expect(teams.get(one.id)).toEqual(PEOPLE);
    expect(teams.has(other.id)).toBe(false);
  });
});

describe('a client that was set up', () => {
  it('is read as it was saved, days of the calendar included', async () => {
    const { clients } = world.stores;
    const fields = {
      ...emptyFields('Tern'),
      ...({ managerIds: ['U9'], channelId: 'C1', monthlyRevenue: 4200.5, currency: 'USD', language: 'ru' } as const),
      ...{ contractEnd: '2028-02-29', noticeDays: 90, hasPulse: false },
      userGroup: { id: 'S1', name: 'design', isGone: false },
    };
    const id = (await clients.create({ ...fields, nameKey: 'tern' })) ?? '';
    expect(await clients.findProfile(id)).toMatchObject({ ...fields, id, status: 'active', isArchived: false });
    expect(await clients.create({ ...fields, nameKey: 'tern' })).toBeNull();
    await clients.save(id, { ...emptyFields('Tern Ltd'), nameKey: 'tern ltd' });
    expect(await clients.findProfile(id)).toMatchObject(emptyFields('Tern Ltd'));
    expect(await clients.findByNameKey('tern')).toBeNull();
  });

  it('is archived out of the list and comes back', async () => {
    const { clients } = world.stores;
    const { id } = await world.aClient();
    const isListed = async () => (await clients.list()).some((one) => one.id === id);
    await clients.setArchived(id, AT);
    expect(await isListed()).toBe(false);
    expect((await clients.find(id))?.isArchived).toBe(true);
    await clients.setArchived(id, null);
    expect(await isListed()).toBe(true);
  });

  it('remembers that its user group is gone until it is there again', async () => {
    const { clients } = world.stores;
    const { id } = await world.aClient();
    const group = { id: 'S9', name: 'ops', isGone: false };
    await clients.save(id, { ...emptyFields('Plover'), userGroup: group, nameKey: 'plover' });
    await clients.setUserGroup('S9', { name: null, goneAt: AT });
    expect((await clients.findProfile(id))?.userGroup).toEqual({ ...group, isGone: true });
    await clients.setUserGroup('S9', { name: 'operations', goneAt: null });
    expect((await clients.findProfile(id))?.userGroup).toEqual({ id: 'S9', name: 'operations', isGone: false });
    expect(await clients.listByUserGroup('S9')).toEqual([id]);
  });
});

describe('pasted lines', () => {
  it('are there for their author only, once, and for a day', async () => {
    const { clientImports } = world.stores;
    const id = await clientImports.save({ userId: 'U1', text: 'name\nAcme', createdAt: AT });
    expect(await clientImports.find(id, 'U2')).toBeNull();
    expect(await clientImports.find(id, 'U1')).toBe('name\nAcme');
    expect(await clientImports.find('no id', 'U1')).toBeNull();
    const taken = await Promise.all([clientImports.remove(id, 'U1'), clientImports.remove(id, 'U1')]);
    expect(taken.filter((one) => one)).toHaveLength(1);
    await clientImports.save({ userId: 'U1', text: 'left', createdAt: AT });
    expect(await world.storage.sweep.deleteOldImports(AT)).toBe(0);
    expect(await world.storage.sweep.deleteOldImports(new Date(AT.getTime() + 1))).toBe(1);
  });
});
