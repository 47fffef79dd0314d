import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createScope } from '../../src/storage/scope.ts';
import { createStorage, type Storage } from '../../src/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dumpTables, emptyTables, listTables } from '../support/table-dump.ts';
import { CASES, fill, type Ids, refused } from './isolation/index.ts';

let db: TestDatabase;
let storage: Storage;
let ids: Ids;
beforeAll(async () => {
  db = await createTestDatabase();
  storage = createStorage(db.database);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await emptyTables(db.database.pool);
  ids = await fill(storage.forWorkspace('T1'));
  // Nothing in the app sets them yet.
  await db.database.pool.query(`UPDATE "Workspace" SET thresholds = '{"minVoices": 4}' WHERE id = 'T1'`);
});

async function outcome(name: string, workspaceId: string): Promise<unknown> {
  const run = CASES[name]?.run;
  const facts = { ...ids, first: storage.forWorkspace('T1'), pool: db.database.pool };
  return run?.(storage.forWorkspace(workspaceId), facts).catch(() => refused);
}

/** Everything T1 has, without the order in which it lies. */
async function rowsOfT1(): Promise<string[]> {
  const rows = Object.entries(await dumpTables(db.database.pool)).flatMap(([table, all]) =>
    all.map((row) => `${table} ${JSON.stringify(row)}`),
  );
  return rows.filter((row) => row.includes('"T1"')).sort();
}

describe('a store', () => {
  it.each(['', ' ', 'T1; --', "T1'"])('cannot be made for the workspace "%s"', (workspaceId) => {
    expect(() => createScope(db.database.prisma, workspaceId)).toThrow('is not a workspace id');
    expect(() => storage.forWorkspace(workspaceId)).toThrow('is not a workspace id');
  });

  it('has a case here for each of its functions', () => {
    const { transaction, ...stores } = storage.forWorkspace('T1');
    expect(transaction).toBeTypeOf('function');
    const names = Object.entries(stores).flatMap(([store, functions]) =>
      Object.keys(functions).map((name) => `${store}.${name}`),
    );
    expect(names.sort()).toEqual(Object.keys(CASES).sort());
  });

  it('of a transaction belongs to the same workspace', async () => {
    const found = await storage.forWorkspace('T2').transaction((stores) => stores.reviews.find(ids.reviewId));
    expect(found).toBeNull();
    expect(await storage.forWorkspace('T1').transaction((stores) => stores.reviews.find(ids.reviewId))).not.toBeNull();
  });
});

describe('a store of another workspace', () => {
  const preparesT1 = [
    'findLatestClosed',
    'waitForDecision',
    'secrets.save',
    'openAnswers.save',
    'forgetPart',
    'keepParts',
    'findReviewOfCard',
    'enqueue',
    'claim',
    'outbox.listOf',
    'rehearsals.findOrCreateClient',
    'rehearsals.listOf',
    'rehearsals.erase',
    'movedPosts.',
    'findSnooze',
    'listSnoozed',
    'clearLate',
    'clientImports.find',
    'clientImports.remove',
    'pulses.begin',
    'clientHistory.',
    'installation.forgetEnd',
  ];

  it.each(Object.keys(CASES))('neither finds nor changes anything with %s', async (name) => {
    const before = await rowsOfT1();
    expect(await outcome(name, 'T2')).toEqual(CASES[name]?.gives);
    // These cases prepare T1 themselves; what they give says that nothing more came of it.
    if (!preparesT1.some((prepared) => name.includes(prepared))) expect(await rowsOfT1()).toEqual(before);
  });

  it.each(Object.keys(CASES))('is what makes the difference to %s', async (name) => {
    const before = await rowsOfT1();
    const result = await outcome(name, 'T1');
    const isSame = result === CASES[name]?.gives || JSON.stringify(result) === JSON.stringify(CASES[name]?.gives);
    expect(isSame && (await rowsOfT1()).join() === before.join()).toBe(false);
  });
});

describe('every table', () => {
  it('has the workspace first in its primary key and in every unique key', async () => {
    const { rows } = await db.database.pool.query<{ table: string; first: string }>(`
      SELECT t.relname AS table, a.attname AS first FROM pg_index i
      JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
      WHERE n.nspname = 'public' AND i.indisunique AND t.relname <> '_prisma_migrations'`);
    expect(new Set(rows.map(({ table }) => table))).toEqual(new Set(await listTables(db.database.pool)));
    const others = rows.filter(({ table, first }) => first !== (table === 'Workspace' ? 'id' : 'workspaceId'));
    expect(others).toEqual([]);
  });

  it('points at rows of its own workspace only', async () => {
    const { rows } = await db.database.pool.query<{ name: string; first: string }>(`
      SELECT c.conname AS name, a.attname AS first FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`);
    expect(rows.length).toBeGreaterThan(7);
    expect(rows.filter(({ first }) => first !== 'workspaceId')).toEqual([]);
  });

  it('is filled by this test', async () => {
    const dump = await dumpTables(db.database.pool);
    expect(Object.keys(dump).filter((table) => dump[table]?.length === 0)).toEqual([]);
  });
});
