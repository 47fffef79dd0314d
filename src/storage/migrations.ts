import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { createJobsLogger } from './jobs-logger.ts';
import { type Logger, silentLogger } from './logger.ts';

/** The number Prisma's own engine locks while it migrates. */
const PRISMA_LOCK = 72_707_369;
const DEFAULT_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

type Migration = { name: string; sql: string; checksum: string };

export type MigrationOptions = { pool: pg.Pool; folder?: string; logger?: Logger };

/**
 * Brings the database to this build: our migrations, then the job queue's own. Returns the names of ours it applied.
 * Safe when replicas start together (one works, the others wait), and in agreement with `prisma migrate deploy` and
 * `migrate status`. Throws when a migration was edited after it ran, failed earlier, or is unknown to this build.
 */
export async function applyMigrations(options: MigrationOptions): Promise<string[]> {
  const { pool, folder = DEFAULT_FOLDER, logger = silentLogger } = options;
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    const applied = await applyPending(client, migrations);
    await runMigrations({ pgPool: pool, logger: createJobsLogger(logger) });
    if (applied.length > 0) logger.info({ applied }, 'database migrations applied');
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]);
    client.release();
    return applied;
  } catch (error) {
    // Closing the connection frees the lock whatever state it is in.
    client.release(true);
    throw error;
  }
}

/** The names of this build's migrations, in their order. */
export async function listMigrationNames(folder: string = DEFAULT_FOLDER): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort();
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = await listMigrationNames(folder);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function applyPending(client: pg.PoolClient, migrations: Migration[]): Promise<string[]> {
  await client.query(CREATE_TABLE);
  const done = await readApplied(client);
  const unknown = [...done.keys()].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw new Error(`The database is newer than this build: it has ${unknown.join(', ')}. Run the newer build.`);
  }
  const edited = migrations.find(({ name, checksum }) => done.has(name) && done.get(name) !== checksum);
  if (edited) {
    const remedy = 'Restore the file, and put the change into a new migration (scripts/new-migration.mjs).';
    throw new Error(`Migration ${edited.name} was edited after it was applied. ${remedy}`);
  }
  const pending = migrations.filter(({ name }) => !done.has(name));
  for (const migration of pending) await applyOne(client, migration);
  return pending.map(({ name }) => name);
}

/** Checksums by name of what has run; a row without an end is a migration that failed half-way. */
async function readApplied(client: pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{
    migration_name: string;
    checksum: string;
    finished_at: Date | null;
    logs: string | null;
  }>(
    'SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  const failed = rows.find((row) => row.finished_at === null);
  if (failed) {
    const remedy =
      'Repair the database by hand, then run: npx prisma migrate resolve --rolled-back (or --applied) with its name.';
    throw new Error(
      `Migration ${failed.migration_name} failed earlier: ${failed.logs ?? 'the process died while it ran'}. ${remedy}`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function applyOne(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  const insert =
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())';
  // Such a file cannot run inside our transaction.
  const managesItself = /\bCONCURRENTLY\b|^\s*(BEGIN|COMMIT|START TRANSACTION)\b/im.test(sql);
  try {
    if (!managesItself) await client.query('BEGIN');
    await client.query(insert, [id, checksum, name]);
    await client.query(sql);
    await client.query(
      'UPDATE _prisma_migrations SET applied_steps_count = 1, finished_at = clock_timestamp() WHERE id = $1',
      [id],
    );
    // File and bookkeeping commit together: a kill leaves neither.
    if (!managesItself) await client.query('COMMIT');
  } catch (cause) {
    const reason = (cause as Error).message;
    await client.query('ROLLBACK').catch(() => undefined);
    if (managesItself) await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, reason]);
    throw new Error(`Migration ${name} failed: ${reason}`, { cause });
  }
}
