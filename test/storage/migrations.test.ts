import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { diffSchema } from '../../scripts/schema-diff.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { applyMigrations, isMigrated } from '../../src/storage/migrations.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/database.ts';

const prismaFolder = fileURLToPath(new URL('../../prisma', import.meta.url));
const FIRST = 'CREATE TABLE first (id int);\n';
const SECOND = 'CREATE FUNCTION two() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$;\n';

let empty: EmptyDatabase;
let database: Database;
let folder: string;

beforeEach(async () => {
  empty = await createEmptyDatabase();
  database = openDatabase({ url: empty.url, poolSize: 4 });
  folder = await mkdtemp(join(tmpdir(), 'parley-migrations-'));
  await write('20260101000000_first', FIRST);
  await write('20260102000000_second', SECOND);
});

afterEach(async () => {
  await database.close();
  await empty.drop();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

const apply = () => applyMigrations({ pool: database.pool, folder });

describe('applyMigrations', () => {
  it('applies all in order, then nothing', async () => {
    expect(await apply()).toEqual(['20260101000000_first', '20260102000000_second']);
    expect(await apply()).toEqual([]);
  });

  it('applies once when four replicas start together', async () => {
    const replicas = Array.from({ length: 4 }, () => openDatabase({ url: empty.url, poolSize: 2 }));
    const applied = await Promise.all(replicas.map(({ pool }) => applyMigrations({ pool, folder })));
    await Promise.all(replicas.map((replica) => replica.close()));
    expect(applied.flat().sort()).toEqual(['20260101000000_first', '20260102000000_second']);
    const { rows } = await database.pool.query('SELECT count(*)::int AS rows FROM _prisma_migrations');
    expect(rows).toEqual([{ rows: 2 }]);
  });

  it('brings the tables of the job queue', async () => {
    await apply();
    const { rows } = await database.pool.query('SELECT count(*)::int AS jobs FROM graphile_worker.jobs');
    expect(rows).toEqual([{ jobs: 0 }]);
  });

  it('has the queue look for jobs by its indexes, however small its table was when it was first asked', async () => {
    await apply();
    const { rows } = await database.pool.query(`SELECT proconfig FROM pg_proc WHERE proname = 'add_jobs'`);
    expect(rows).toEqual([{ proconfig: ['enable_seqscan=off'] }]);
  });

  it('writes the rows that prisma migrate deploy expects', async () => {
    await apply();
    const { rows } = await database.pool.query('SELECT * FROM _prisma_migrations ORDER BY migration_name');
    expect(rows[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: createHash('sha256').update(FIRST).digest('hex'),
      finished_at: expect.any(Date),
      migration_name: '20260101000000_first',
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      applied_steps_count: 1,
    });
  });

  it('refuses a migration that was edited after it ran', async () => {
    await apply();
    await write('20260101000000_first', `${FIRST}-- edited`);
    await expect(apply()).rejects.toThrow('20260101000000_first was edited');
  });

  it('refuses a database that is newer than the build', async () => {
    await apply();
    await rm(join(folder, '20260102000000_second'), { recursive: true });
    await expect(apply()).rejects.toThrow('newer than this build: it has 20260102000000_second');
  });

  it('leaves nothing of a migration that fails and goes on once it is mended', async () => {
    await write('20260103000000_third', 'CREATE TABLE third (id int); SELECT 1 / 0;');
    await expect(apply()).rejects.toThrow('20260103000000_third failed: division by zero');
    const { rows } = await database.pool.query("SELECT to_regclass('third') AS third");
    expect(rows).toEqual([{ third: null }]);
    await write('20260103000000_third', 'CREATE TABLE third (id int);');
    expect(await apply()).toEqual(['20260103000000_third']);
  });

  it('stops at a migration that failed half-way outside a transaction', async () => {
    await write('20260103000000_third', 'CREATE INDEX CONCURRENTLY broken ON missing (id);');
    await expect(apply()).rejects.toThrow('20260103000000_third failed');
    await expect(apply()).rejects.toThrow('20260103000000_third failed earlier: relation "missing" does not exist');
  });
});

describe('isMigrated', () => {
  const look = () => isMigrated({ pool: database.pool, folder });

  it('is false for a new database and true once everything is applied', async () => {
    expect(await look()).toBe(false);
    await apply();
    expect(await look()).toBe(true);
  });

  it.each<[what: string, change: () => Promise<unknown>]>([
    ['there is one to apply', () => write('20260103000000_third', 'CREATE TABLE third (id int);')],
    ['one was edited after it ran', () => write('20260101000000_first', `${FIRST}-- edited`)],
    ['the database has one more', () => rm(join(folder, '20260102000000_second'), { recursive: true })],
    [
      'one failed half-way',
      async () => {
        await write('20260103000000_third', 'CREATE INDEX CONCURRENTLY broken ON missing (id);');
        await expect(apply()).rejects.toThrow('failed');
      },
    ],
    ['one was rolled back by hand', () => database.pool.query('UPDATE _prisma_migrations SET rolled_back_at = now()')],
    [
      'the job queue is at an earlier version than its library',
      () =>
        database.pool.query(
          'DELETE FROM graphile_worker.migrations WHERE id = (SELECT max(id) FROM graphile_worker.migrations)',
        ),
    ],
    ['the job queue has no tables', () => database.pool.query('DROP SCHEMA graphile_worker CASCADE')],
  ])('is false when %s', async (_what, change) => {
    await apply();
    await change();
    expect(await look()).toBe(false);
  });
});

describe('the migrations of this build', () => {
  it('agree with the schema', async () => {
    const options = { schemaFile: join(prismaFolder, 'schema.prisma'), folder: join(prismaFolder, 'migrations') };
    expect(await diffSchema({ serverUrl: inject('serverUrl'), ...options })).toBe('');
  });

  it('miss what an added column needs', async () => {
    const schema = await readFile(join(prismaFolder, 'schema.prisma'), 'utf8');
    const schemaFile = join(folder, 'schema.prisma');
    await writeFile(schemaFile, schema.replace('model Workspace {', 'model Workspace {\n  added String?'));
    const sql = await diffSchema({
      serverUrl: inject('serverUrl'),
      schemaFile,
      folder: join(prismaFolder, 'migrations'),
    });
    expect(sql).toContain('ADD COLUMN     "added" TEXT');
  });

  it('apply to an empty database', async () => {
    const names = (await readdir(join(prismaFolder, 'migrations'))).filter((name) => /^\d{14}_/.test(name));
    expect(await applyMigrations({ pool: database.pool })).toEqual(names.sort());
  });
});
