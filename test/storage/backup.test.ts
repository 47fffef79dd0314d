import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { startEmbeddedServer } from '../../src/storage/embedded-server.ts';
import { applyMigrations } from '../../src/storage/migrations.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { digestTables, fixTextForm, listAppTables, type TableDigest } from '../../src/storage/table-digest.ts';
import { createEmptyDatabase, createTestDatabase } from '../support/database.ts';
import { folderForData } from '../support/global-setup.ts';
import { fill } from './isolation/index.ts';

const execute = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a database holds: every table, and the jobs. */
async function contentOf(url: string): Promise<{ digests: TableDigest[]; jobs: unknown[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await fixTextForm(client);
    const { rows: jobs } = await client.query('SELECT key, attempts FROM graphile_worker.jobs ORDER BY key');
    return { digests: await digestTables(client, await listAppTables(client)), jobs };
  } finally {
    await client.end();
  }
}

async function fillDatabase(url: string): Promise<void> {
  const database = openDatabase({ url, poolSize: 2 });
  await applyMigrations({ pool: database.pool });
  await fill(createStorage(database).forWorkspace('T1'));
  await database.close();
}

/** What the app does to a database when it starts: nothing is to be left for it to apply. */
async function migrate(url: string): Promise<string[]> {
  const database = openDatabase({ url, poolSize: 2 });
  return applyMigrations({ pool: database.pool }).finally(() => database.close());
}

describe('a backup', () => {
  it('of the embedded server is a copy of its folder while it is stopped', async () => {
    const dataDir = join(folderForData(), `parley-kept-${randomUUID().slice(0, 8)}`);
    const kept = `${dataDir}-copy`;
    try {
      const server = await startEmbeddedServer({ dataDir });
      await fillDatabase(server.url);
      const before = await contentOf(server.url);
      await server.stop();
      // Owners and rights with it, as `cp -a` does: the server may run under another account.
      await execute('cp', ['-a', dataDir, kept]);

      const restored = await startEmbeddedServer({ dataDir: kept });
      expect(await migrate(restored.url)).toEqual([]);
      expect(await contentOf(restored.url)).toEqual(before);
      expect(before.digests.every(({ rows }) => rows > 0)).toBe(true);
      await restored.stop();
    } finally {
      for (const path of [dataDir, kept]) await rm(path, { recursive: true, force: true });
    }
  });

  // Where CI runs on a server whose pg_dump is at hand: a dump wants programs of the server's own version or a later one.
  const programs = process.env.TEST_PG_BIN;
  if (programs)
    it('by pg_dump is restored into an empty database with every row and job', async () => {
      const source = await createTestDatabase();
      await fill(createStorage(source.database).forWorkspace('T1'));
      const target = await createEmptyDatabase();
      const file = join(folder, 'parley.dump');
      await execute(join(programs, 'pg_dump'), ['--format=custom', '--file', file, source.url]);
      const restore = ['--no-owner', '--exit-on-error', '--single-transaction', '--dbname', target.url, file];
      await execute(join(programs, 'pg_restore'), restore);

      expect(await migrate(target.url)).toEqual([]);
      const [before, after] = [await contentOf(source.url), await contentOf(target.url)];
      expect(after).toEqual(before);
      expect(before.jobs.length).toBeGreaterThan(0);
      expect(before.digests.every(({ rows }) => rows > 0)).toBe(true);
      await target.drop();
      await source.drop();
    });
});
