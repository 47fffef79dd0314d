import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { openDatabase } from '../../src/storage/database.ts';
import { withDatabaseName } from '../../src/storage/database-url.ts';
import { applyMigrations } from '../../src/storage/migrations.ts';
import { findServerAccount } from '../../src/storage/server-account.ts';
import type { BenchTools } from '../figure.ts';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

export type PostgresServer = {
  /** What it is, for the reader of the figures. */
  readonly name: string;
  /** A migrated database of its own. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/**
 * A PostgreSQL server as it is installed: Debian's 15 with its own settings on a loopback port, in a folder that goes with it; where
 * there is none, the embedded one of the other cases. Both sync every commit to disk.
 */
export async function startPostgres({ createDatabase }: Pick<BenchTools, 'createDatabase'>): Promise<PostgresServer> {
  const versions = await readdir(DEBIAN).catch(() => [] as string[]);
  const version = versions.includes('15') ? '15' : versions.sort().at(-1);
  if (version === undefined) return { name: 'the embedded server', createDatabase, stop: async () => undefined };
  const bin = join(DEBIAN, version, 'bin');
  const account = await findServerAccount();
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-pg-'));
  if (account) await chown(folder, account.uid, account.gid);
  const as = { ...account, cwd: folder };
  const data = join(folder, 'data');
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C'], as);
  const port = await freePort();
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  await run(
    join(bin, 'pg_ctl'),
    ['start', '-w', '-s', '-D', data, '-l', join(folder, 'server.log'), '-o', settings],
    as,
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return {
    name: `PostgreSQL ${version} of Debian`,
    async createDatabase() {
      const name = `bench_${randomUUID().slice(0, 8)}`;
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`).finally(() => admin.end());
      const made = withDatabaseName(url, name);
      const database = openDatabase({ url: made, poolSize: 2 });
      await applyMigrations({ pool: database.pool }).finally(() => database.close());
      return made;
    },
    async stop() {
      await run(join(bin, 'pg_ctl'), ['stop', '-s', '-m', 'fast', '-D', data], as);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
