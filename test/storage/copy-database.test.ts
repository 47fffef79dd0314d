import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyDatabase } from '../../src/storage/copy-database.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { createEmptyDatabase, createTestDatabase, type EmptyDatabase } from '../support/database.ts';
import { dumpTables, listTables, type TableDump } from '../support/table-dump.ts';
import { fill } from './isolation/index.ts';

/** Words that are hard to carry: quotes, tabs, a backslash, an emoji, an empty list, what looks like null. */
const HARD = 'It\'s "so" \\N {a,b}\n\tNULL 🙂 \\x00 \u2028';

let source: EmptyDatabase;
let target: EmptyDatabase;
beforeAll(async () => {
  const db = await createTestDatabase();
  const storage = createStorage(db.database);
  await fill(storage.forWorkspace('T1'));
  await fill(storage.forWorkspace('T2'));
  await db.database.pool.query('UPDATE "Evidence" SET text = $1', [HARD]);
  await db.database.pool.query(
    `UPDATE "Post" SET message = 'null' WHERE "workspaceId" = 'T2' AND purpose LIKE 'card:%'`,
  );
  // The copy wants to be alone.
  await db.database.close();
  source = { url: db.url, drop: () => dropBehind(db.url) };
});
afterAll(() => source.drop());
beforeEach(async () => {
  target = await createEmptyDatabase();
});
afterEach(() => target.drop());

/** The database of a test whose pool is closed already. */
async function dropBehind(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await query(url.replace(`/${name}`, '/postgres'), `DROP DATABASE ${name} WITH (FORCE)`);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Everything in a database, without the order in which it lies. */
async function contentOf(url: string): Promise<{ tables: string[]; dump: TableDump }> {
  const database = openDatabase({ url, poolSize: 1 });
  try {
    const dump = await dumpTables(database.pool);
    const sorted = Object.entries(dump).map(
      ([table, rows]) => [table, [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))] as const,
    );
    return { tables: await listTables(database.pool), dump: Object.fromEntries(sorted) };
  } finally {
    await database.close();
  }
}

const copy = () => copyDatabase({ fromUrl: source.url, toUrl: target.url });

describe('copyDatabase', () => {
  it('copies every row of every table as it is, and makes the jobs of what is owed', async () => {
    const result = await copy();
    const [before, after] = [await contentOf(source.url), await contentOf(target.url)];
    expect(Object.values(before.dump).filter((rows) => rows.length === 0)).toEqual([]);
    const { jobs: _, ...tables } = before.dump;
    const { jobs, ...copied } = after.dump;
    expect(copied).toEqual(tables);
    expect(JSON.stringify(copied.Evidence)).toContain(JSON.stringify(HARD).slice(1, -1));

    expect(result).toMatchObject({ ok: true, jobs: 4 });
    expect(result.ok && result.tables.map(({ table }) => table).sort()).toEqual([...before.tables].sort());
    expect(result.ok && result.tables.every(({ table, rows }) => tables[table]?.length === rows)).toBe(true);
    const owed = await query(
      target.url,
      `SELECT 'post:' || "workspaceId" || ':' || purpose AS key FROM "Post" ORDER BY 1`,
    );
    expect(jobs?.map(({ key }) => key).sort()).toEqual(owed.map(({ key }) => key));
  });

  it('keeps the difference between a null of JSON and no value', async () => {
    await copy();
    const kinds = `SELECT "workspaceId", message IS NULL AS none, message::text FROM "Post" WHERE purpose LIKE 'card:%' ORDER BY 1`;
    expect(await query(target.url, kinds)).toEqual(await query(source.url, kinds));
  });

  it('refuses a target that has data, and leaves it as it is', async () => {
    expect((await copy()).ok).toBe(true);
    const before = await contentOf(target.url);
    const again = await copy();
    expect(again).toMatchObject({ ok: false, reason: 'target_not_empty' });
    expect(!again.ok && again.details).toContain('Client');
    expect(await contentOf(target.url)).toEqual(before);
  });

  it('refuses a target with tables of somebody else, and adds none', async () => {
    await query(target.url, 'CREATE TABLE invoices (id int)');
    expect(await copy()).toEqual({ ok: false, reason: 'target_not_ours', details: ['invoices'] });
    expect(await query(target.url, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toHaveLength(1);
  });

  it('refuses while an app is connected to the source', async () => {
    const app = openDatabase({ url: source.url, poolSize: 1 });
    await app.pool.query('SELECT 1');
    try {
      expect(await copy()).toMatchObject({ ok: false, reason: 'source_in_use' });
      expect(await query(target.url, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('refuses a source that holds nothing of ours', async () => {
    const empty = await createEmptyDatabase();
    expect(await copyDatabase({ fromUrl: empty.url, toUrl: target.url })).toMatchObject({ reason: 'source_empty' });
    await empty.drop();
  });

  it.each([
    ['older', `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_init'`, 'source_older'],
    [
      'newer',
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '2099_x', now())`,
      'source_newer',
    ],
  ])('refuses a source of an %s version', async (_which, change, reason) => {
    const { url, database } = await createTestDatabase();
    await database.pool.query(change);
    await database.close();
    expect(await copyDatabase({ fromUrl: url, toUrl: target.url })).toMatchObject({ ok: false, reason });
    await dropBehind(url);
  });
});
