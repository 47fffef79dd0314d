import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceToAdd } from '../../src/storage/evidence-store.ts';
import { AT, createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

async function anEntry(overrides: Partial<EvidenceToAdd> = {}): Promise<EvidenceToAdd> {
  return {
    ...{ clientId: overrides.clientId ?? (await world.aClient()).id, happenedOn: '2026-10-30', text: 'They paid late' },
    ...{ signal: 'late_payment', amount: 4000.5, currency: 'EUR', link: 'https://example.com/1', correctsId: null },
    ...{ loggedById: 'U1', loggedAt: AT, submitKey: null },
    ...overrides,
  };
}

describe('the evidence log', () => {
  it('gives back what was added, and what happened last first', async () => {
    const { submitKey: _, ...entry } = await anEntry();
    await world.stores.evidence.add({ ...entry, submitKey: null });
    await world.stores.evidence.add({ ...entry, happenedOn: '2026-11-01', submitKey: null });
    const [last, first] = await world.stores.evidence.list(entry.clientId);
    expect(last?.happenedOn).toBe('2026-11-01');
    expect(first).toEqual({ ...entry, id: first?.id });
    expect(await world.stores.evidence.find(first?.id ?? '')).toEqual(first);
  });

  it('knows nothing of what is no id', async () => {
    expect(await world.stores.evidence.list('x')).toEqual([]);
    expect(await world.stores.evidence.find('x')).toBeNull();
  });

  it('adds the same form once, also when it comes twice at once', async () => {
    const entry = await anEntry({ submitKey: 'form' });
    const all = await Promise.all([world.stores.evidence.add(entry), world.stores.evidence.add(entry)]);
    expect(all.map(({ kind }) => kind).sort()).toEqual(['added', 'sent_before']);
    expect(new Set(all.map((one) => ('id' in one ? one.id : null))).size).toBe(1);
    expect(await world.stores.evidence.list(entry.clientId)).toHaveLength(1);
  });

  it('refuses a second correction of one entry, also when both come at once', async () => {
    const entry = await anEntry();
    const { id } = (await world.stores.evidence.add(entry)) as { id: string };
    const correct = () => world.stores.evidence.add({ ...entry, correctsId: id });
    const all = await Promise.all([correct(), correct()]);
    expect(all.map(({ kind }) => kind).sort()).toEqual(['added', 'already_corrected']);
    expect(await world.stores.evidence.list(entry.clientId)).toHaveLength(2);
  });
});
