import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deletedFrom } from '../../src/domain/installation.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
import { fill } from './isolation/index.ts';

const UNINSTALLED = new Date('2026-11-03T10:00:00Z');
const IN_TIME = new Date('2026-11-17T09:59:00Z');
const TOO_LATE = new Date('2026-11-17T10:01:00Z');

let db: TestDatabase;
let storage: Storage;
beforeAll(async () => {
  db = await createTestDatabase();
  storage = createStorage(db.database);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await emptyTables(db.database.pool);
  for (const workspaceId of ['T1', 'T2']) await fill(storage.forWorkspace(workspaceId));
  await storage.forWorkspace('T1').installation.end(UNINSTALLED);
});

/** Rows of a workspace by table, those of the queue aside: they hold ids alone and end by themselves. */
async function rowsOf(workspaceId: string): Promise<Record<string, number>> {
  const { jobs: _, ...tables } = await dumpTables(db.database.pool);
  const counts = Object.entries(tables).map(([table, rows]) => [
    table,
    rows.filter((row) => row.workspaceId === workspaceId || (table === 'Workspace' && row.id === workspaceId)).length,
  ]);
  return Object.fromEntries(counts);
}

describe('a workspace that uninstalled the app', () => {
  it('is left alone for fourteen days, and deleted then, with every row and without those of others', async () => {
    const [before, others] = [await rowsOf('T1'), await rowsOf('T2')];
    expect(Object.values(before)).not.toContain(0);
    expect(await storage.sweep.findLeftWorkspaces(deletedFrom(IN_TIME))).toEqual([]);
    expect(await storage.sweep.deleteLeftWorkspace('T1', deletedFrom(IN_TIME))).toBe(false);
    expect(await rowsOf('T1')).toEqual(before);
    expect(await storage.sweep.findLeftWorkspaces(deletedFrom(TOO_LATE))).toEqual(['T1']);
    expect(await storage.sweep.deleteLeftWorkspace('T1', deletedFrom(TOO_LATE))).toBe(true);
    expect(new Set(Object.values(await rowsOf('T1')))).toEqual(new Set([0]));
    expect(await rowsOf('T2')).toEqual(others);
    expect(await storage.sweep.findLeftWorkspaces(deletedFrom(TOO_LATE))).toEqual([]);
  });

  it('keeps everything when it has installed the app again, or never left', async () => {
    const before = await rowsOf('T1');
    await storage.forWorkspace('T1').installation.save({
      ...{ botId: 'B1', botUserId: 'UBOT', scopes: ['commands'], sealedToken: Buffer.from('sealed') },
      ...{ enterpriseId: null, installedById: 'U9', installedAt: TOO_LATE },
    });
    for (const workspaceId of ['T1', 'T2', 'T3'])
      expect(await storage.sweep.deleteLeftWorkspace(workspaceId, deletedFrom(TOO_LATE))).toBe(false);
    expect(await rowsOf('T1')).toEqual(before);
  });
});
