import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseClientName } from '../../src/domain/client.ts';
import { createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

function named(typed: string) {
  const name = parseClientName(typed);
  if (!name.ok) throw new Error(name.reason);
  return name;
}

describe('findOrCreate', () => {
  it('gives the same client for any spelling of its name, as it was typed first', async () => {
    const first = await world.stores.clients.findOrCreate(named('Blue Harbor'));
    for (const typed of ['  blue   HARBOR', 'BLUE HARBOR', 'Ｂｌｕｅ Harbor'])
      expect(await world.stores.clients.findOrCreate(named(typed))).toEqual(first);
    expect(first).toMatchObject({ name: 'Blue Harbor', status: 'active', monthlyRevenue: null, revenueShare: null });
  });

  it('makes one client when many ask at once', async () => {
    const asked = Array.from({ length: 10 }, () => world.stores.clients.findOrCreate(named('Kestrel Foods')));
    expect(new Set((await Promise.all(asked)).map(({ id }) => id)).size).toBe(1);
  });

  it('makes one client when many transactions ask at once', async () => {
    const ask = () => world.stores.transaction((stores) => stores.clients.findOrCreate(named('Osprey')));
    expect(new Set((await Promise.all(Array.from({ length: 5 }, ask))).map(({ id }) => id)).size).toBe(1);
  });
});

describe('a client', () => {
  it('is found by id and by the key of its name', async () => {
    const client = await world.stores.clients.findOrCreate(named('Marlow'));
    expect(await world.stores.clients.find(client.id)).toEqual(client);
    expect(await world.stores.clients.findByNameKey('marlow')).toEqual(client);
    expect(await world.stores.clients.findByNameKey('Marlow')).toBeNull();
  });

  it('keeps its status and its money', async () => {
    const { id } = await world.stores.clients.findOrCreate(named('Tern'));
    await world.stores.clients.setStatus(id, 'repairing');
    await world.stores.clients.setMoney(id, { monthlyRevenue: 4200, revenueShare: 0.25 });
    const stored = { status: 'repairing', monthlyRevenue: 4200, revenueShare: 0.25 };
    expect(await world.stores.clients.find(id)).toMatchObject(stored);
    await world.stores.clients.setMoney(id, { monthlyRevenue: null, revenueShare: null });
    expect(await world.stores.clients.find(id)).toMatchObject({ monthlyRevenue: null, revenueShare: null });
  });
});

describe('list', () => {
  it('is in the order of the names', async () => {
    for (const typed of ['zephyr', 'Acorn']) await world.stores.clients.findOrCreate(named(typed));
    const keys = (await world.stores.clients.list()).map(({ name }) => name.toLowerCase());
    expect(keys).toEqual([...keys].sort());
    expect(keys.length).toBeGreaterThan(2);
  });
});
