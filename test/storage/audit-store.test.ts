import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/domain/audit.ts';
import { AT, createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const entry = (minutes: number, overrides: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ actorId: 'U9', action: 'phase_closed', subject: `after ${minutes} minutes`, details: null },
  at: new Date(AT.getTime() + minutes * 60_000),
  ...overrides,
});

const auditOf = (workspaceId: string) => world.storage.forWorkspace(workspaceId).audit;

describe('list', () => {
  it('gives the newest entries first, as they were added', async () => {
    const details = { from: 'vote', to: 'closed', count: 3, differs: false, hardStop: null };
    const entries = [entry(2), entry(1, { actorId: null, details }), entry(3)];
    for (const one of entries) await auditOf('T1').add(one);
    expect(await auditOf('T1').list()).toEqual([entries[2], entries[0], entries[1]]);
    expect(await auditOf('T1').list(1)).toEqual([entries[2]]);
  });

  it('gives entries of one moment in an order that is not theirs', async () => {
    const subjects = Array.from({ length: 20 }, (_, i) => `answer ${i}`);
    for (const subject of subjects) await auditOf('T2').add(entry(0, { subject }));
    const listed = (await auditOf('T2').list()).map(({ subject }) => subject);
    expect(listed).toEqual((await auditOf('T2').list()).map(({ subject }) => subject));
    expect([...listed].sort()).toEqual([...subjects].sort());
    expect(listed).not.toEqual(subjects);
  });
});
