import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../src/storage/database.ts';
import { withDatabaseName } from '../src/storage/database-url.ts';
import { startEmbeddedServer } from '../src/storage/embedded-server.ts';
import { applyMigrations } from '../src/storage/migrations.ts';

export type Scratch = { readonly createDatabase: () => Promise<string>; stop(): Promise<void> };

/** The embedded server in a temporary folder, with every commit synced to disk; `stop` deletes all of it. */
export async function startScratch(): Promise<Scratch> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  const removeData = () => rm(dataDir, { recursive: true, force: true });
  const server = await startEmbeddedServer({ dataDir }).catch(async (error: unknown) => {
    await removeData();
    throw error;
  });
  return {
    async createDatabase() {
      const name = `bench_${randomUUID().slice(0, 8)}`;
      const admin = new pg.Client({ connectionString: server.url });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`).finally(() => admin.end());
      const url = withDatabaseName(server.url, name);
      const database = openDatabase({ url, poolSize: 2 });
      await applyMigrations({ pool: database.pool }).finally(() => database.close());
      return url;
    },
    async stop() {
      await server.stop();
      await removeData();
    },
  };
}
