import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow } from '../../src/domain/client-import.ts';
import { type ClientFields, emptyFields } from '../../src/domain/client-profile.ts';
import { archiveClient, restoreClient } from '../../src/usecases/archive-client.ts';
import { marksOf } from '../../src/usecases/client-marks.ts';
import { followUserGroup } from '../../src/usecases/follow-user-group.ts';
import { importClients, previewImport } from '../../src/usecases/import-clients.ts';
import { readOpenReview } from '../../src/usecases/open-review-facts.ts';
import { readClient } from '../../src/usecases/read-client.ts';
import { saveClient } from '../../src/usecases/save-client.ts';
import { startReview } from '../../src/usecases/start-review.ts';
import { aStart, createWorld, FACILITATOR, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const who = { workspaceId: WORKSPACE, userId: FACILITATOR };

async function add(
  fields: Partial<ClientFields> & Pick<ClientFields, 'name'>,
  members: readonly string[] | null = null,
) {
  const all = { ...emptyFields(fields.name), ...fields };
  const result = await saveClient(world.deps, { ...who, fields: all, groupMemberIds: members, edited: null });
  if (!result.ok) throw new Error(result.reason);
  return result.clientId;
}

async function profile(name: string) {
  const match = await readClient(world.deps, { workspaceId: WORKSPACE, typed: name });
  if (match.kind !== 'one') throw new Error(`${name} is not one client`);
  return match.client;
}

const actions = async (subject: string) =>
  (await world.stores.audit.list(500)).filter((entry) => entry.subject === subject).map(({ action }) => action);

describe('saveClient', () => {
  it('makes one client of a name, however it is spelt', async () => {
    const clientId = await add({ name: 'Blue Harbor' });
    const again = { ...who, fields: emptyFields('BLUE  harbor'), groupMemberIds: null, edited: null };
    expect(await saveClient(world.deps, again)).toEqual({ ok: false, reason: 'name_taken' });
    await archiveClient(world.deps, { ...who, clientId });
    expect(await saveClient(world.deps, again)).toEqual({ ok: false, reason: 'name_taken_archived' });
    await restoreClient(world.deps, { ...who, clientId });
    expect((await actions(clientId)).sort()).toEqual(['client_archived', 'client_created', 'client_restored']);
  });

  it('saves one of two edits of a field at once and tells the other', async () => {
    const clientId = await add({ name: 'Kestrel', noticeDays: 30 });
    const read = marksOf(await profile('Kestrel'));
    const save = (noticeDays: number) => {
      const fields = { ...emptyFields('Kestrel'), noticeDays };
      return saveClient(world.deps, { ...who, fields, groupMemberIds: null, edited: { clientId, read } });
    };
    const results = await Promise.all([save(60), save(90)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = results.find(({ ok }) => !ok);
    const stored = (await profile('Kestrel')).noticeDays;
    expect(refused).toMatchObject({
      reason: 'changed_meanwhile',
      clashes: ['noticeDays'],
      current: { noticeDays: stored },
    });
  });

  it('refuses to rename a client to a name that is taken, and saves nothing of the edit', async () => {
    await add({ name: 'Heron' });
    const clientId = await add({ name: 'Egret' });
    const read = marksOf(await profile('Egret'));
    const fields = { ...emptyFields('heron'), noticeDays: 10 };
    const result = await saveClient(world.deps, { ...who, fields, groupMemberIds: null, edited: { clientId, read } });
    expect(result).toEqual({ ok: false, reason: 'name_taken' });
    expect(await profile('Egret')).toMatchObject({ name: 'Egret', noticeDays: null });
  });

  it('leaves no trace when nothing changed', async () => {
    const clientId = await add({ name: 'Dunlin' });
    const current = await profile('Dunlin');
    const edited = { clientId, read: marksOf(current) };
    await saveClient(world.deps, { ...who, fields: current, groupMemberIds: null, edited });
    expect(await actions(clientId)).toEqual(['client_created']);
  });
});

describe('followUserGroup', () => {
  it('changes the teams that follow the group, and leaves them when it is gone', async () => {
    const userGroup = { id: 'S1', name: 'design', isGone: false };
    const hand = { userId: 'U1', role: 'sales', isFromGroup: false } as const;
    await add({ name: 'Tern', userGroup, team: [hand] }, ['U2', 'U3']);
    await world.stores.participants.saveRoles([{ userId: 'U4', role: 'finance' }]);
    const group = { isGone: false, name: 'designers', memberIds: ['U3', 'U4'] } as const;
    await followUserGroup(world.deps, { workspaceId: WORKSPACE, groupId: 'S1', group });
    const now = await profile('Tern');
    expect(now.team.map(({ userId, role }) => `${userId} ${role}`)).toEqual(['U1 sales', 'U3 other', 'U4 finance']);
    expect(now.userGroup?.name).toBe('designers');
    await followUserGroup(world.deps, { workspaceId: WORKSPACE, groupId: 'S1', group: { isGone: true } });
    expect(await profile('Tern')).toMatchObject({ team: now.team, userGroup: { name: 'designers', isGone: true } });
  });
});

describe('an archived client', () => {
  it('gets no review, by its id or by its name', async () => {
    const clientId = await add({ name: 'Osprey' });
    await archiveClient(world.deps, { ...who, clientId });
    const refusal = { ok: false, reason: 'client_archived' };
    expect(await startReview(world.deps, aStart({ client: { id: clientId } }))).toEqual(refusal);
    expect(await startReview(world.deps, aStart({ client: { newName: 'osprey' } }))).toEqual(refusal);
    expect(await archiveClient(world.deps, { ...who, clientId: 'no id' })).toMatchObject({ ok: false });
  });
});

describe('a client that we have parted with', () => {
  it('gets no review, by its id or by its name, until it is opened again', async () => {
    const clientId = await add({ name: 'Kittiwake' });
    await world.stores.clients.setStatus(clientId, 'parted');
    const refusal = { ok: false, reason: 'client_parted' };
    expect(await startReview(world.deps, aStart({ client: { id: clientId } }))).toEqual(refusal);
    expect(await startReview(world.deps, aStart({ client: { newName: 'kittiwake' } }))).toEqual(refusal);
    await world.stores.clients.setStatus(clientId, 'active');
    expect(await startReview(world.deps, aStart({ client: { id: clientId } }))).toMatchObject({ ok: true });
  });
});

describe('money in another currency', () => {
  it('is not compared with the cost of our hours', async () => {
    const [own, other] = [
      await add({ name: 'Euro', monthlyRevenue: 100, currency: 'EUR' }),
      await add({ name: 'Yen', monthlyRevenue: 100, currency: 'JPY' }),
    ];
    const revenueOf = async (id: string) => {
      const review = await world.start({ client: { id } });
      return (await world.stores.transaction((stores) => readOpenReview(world.deps, stores, review))).money
        .monthlyRevenue;
    };
    expect([await revenueOf(own), await revenueOf(other)]).toEqual([100, null]);
  });
});

describe('importClients', () => {
  const row = (name: string, more: Partial<ImportRow> = {}): ImportRow => ({
    ...{ line: 2, name, nameKey: name.toLowerCase(), fields: {}, team: null },
    ...more,
  });
  const paste = () => world.stores.clientImports.save({ userId: FACILITATOR, text: 'lines', createdAt: START });

  it('does what the preview said, once, and keeps what the lines do not name', async () => {
    const team = [{ userId: 'U1', role: 'finance', isFromGroup: false }] as const;
    await add({ name: 'Plover', noticeDays: 30, team });
    const rows = [
      row('Plover', { fields: { monthlyRevenue: 5 }, team: [{ userId: 'U1', role: null }] }),
      row('Curlew', { team: [{ userId: 'U1', role: 'sales' }] }),
      row('Euro'),
    ];
    const preview = await previewImport(world.deps, { workspaceId: WORKSPACE, rows });
    expect([preview.created.length, preview.changed.length, preview.unchanged]).toEqual([1, 1, ['Euro']]);
    const importId = await paste();
    const press = () => importClients(world.deps, { ...who, importId, rows });
    const results = await Promise.all([press(), press()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, reason: 'import_gone' });
    expect(await profile('Plover')).toMatchObject({ noticeDays: 30, monthlyRevenue: 5, team });
    expect((await profile('Curlew')).team).toMatchObject([{ userId: 'U1', role: 'sales' }]);
    expect(await actions(importId)).toEqual(['clients_imported']);
  });
});
