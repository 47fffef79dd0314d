import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChosenSettings } from '../../src/domain/workspace.ts';
import { createStoreWorld, type StoreWorld } from '../support/store-world.ts';

const DEFAULTS: ChosenSettings = {
  ...{ language: 'ru', timeZone: 'Europe/Berlin', managerIds: ['U1', 'U2'], hourlyCost: 65.5, currency: 'USD' },
  daysOff: [],
};
/** As they are read, where nobody installed the app over OAuth. */
const FOUND = { ...DEFAULTS, installerId: null };

const DAYS = [{ from: '2026-12-24', to: '2026-12-26' }];

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const storeOf = (workspaceId: string) => world.storage.forWorkspace(workspaceId).workspace;

describe('findOrCreate', () => {
  it('stores the defaults of a workspace that is new, and never again', async () => {
    expect(await storeOf('T11').findOrCreate(DEFAULTS)).toEqual(FOUND);
    expect(await storeOf('T11').findOrCreate({ ...DEFAULTS, language: 'en', hourlyCost: null })).toEqual(FOUND);
  });

  it('gives many that come first at once the same settings', async () => {
    const asked = Array.from({ length: 10 }, (_, i) => storeOf('T12').findOrCreate({ ...DEFAULTS, hourlyCost: i }));
    const costs = (await Promise.all(asked)).map(({ hourlyCost }) => hourlyCost);
    expect(new Set(costs).size).toBe(1);
  });
});

describe('save', () => {
  it('replaces the settings, and makes those of a new workspace', async () => {
    await storeOf('T13').save(DEFAULTS);
    const changed: ChosenSettings = { ...DEFAULTS, managerIds: [], hourlyCost: null, language: 'en', daysOff: DAYS };
    await storeOf('T13').save(changed);
    expect(await storeOf('T13').findOrCreate(DEFAULTS)).toEqual({ ...changed, installerId: null });
  });

  it('takes many at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => storeOf('T14').save(DEFAULTS)));
    expect(await storeOf('T14').findOrCreate({ ...DEFAULTS, currency: 'EUR' })).toEqual(FOUND);
  });
});
