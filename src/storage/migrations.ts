import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { migrations as queueMigrations } from 'graphile-worker/dist/generated/sql.js';
import type pg from 'pg';
import { PROJECT_FOLDER } from '../project-folder.ts';
import { createJobsLogger } from './jobs-logger.ts';
import { type Logger, silentLogger } from './logger.ts';

/** The number Prisma's own engine locks while it migrates. */
const PRISMA_LOCK = 72_707_369;
const DEFAULT_FOLDER = join(PROJECT_FOLDER, 'prisma', 'migrations');
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * The queue's function keeps the plan of its first calls, when its table is nearly empty: then it would read the whole table for every
 * message of a burst. Everything it looks for has an index.
 */
const KEEP_QUEUE_TO_INDEXES =
  'ALTER FUNCTION graphile_worker.add_jobs(graphile_worker.job_spec[], boolean) SET enable_seqscan TO off';

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
    await client.query(KEEP_QUEUE_TO_INDEXES);
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

/**
 * Whether the database is at this build, for ours and for the job queue's: what nearly every start finds, by one statement and without
 * the lock. False whenever there is something to do or to complain about; then it is up to `applyMigrations`.
 */
export async function isMigrated({
  pool,
  folder = DEFAULT_FOLDER,
}: Omit<MigrationOptions, 'logger'>): Promise<boolean> {
  const [migrations, applied] = await Promise.all([readMigrations(folder), readState(pool)]);
  if (applied === null || applied.size !== migrations.length) return false;
  return migrations.every(({ name, checksum }) => applied.get(name) === checksum);
}

/** The job queue makes its schema in steps that it numbers, as `000018.sql`. */
const QUEUE_VERSION = Math.max(...Object.keys(queueMigrations).map((file) => Number.parseInt(file, 10)));

/** Checksums by name of what has run, a failed one without; null when the job queue is not at the version of its library. */
async function readState(pool: pg.Pool): Promise<Map<string, string | null> | null> {
  type Row = { name: string; checksum: string | null; queue: number | null };
  const { rows } = await pool.query<Row>(SELECT_STATE).catch((error: pg.DatabaseError) => {
    // 42P01: a table is missing; this database is new, or the first start was killed half-way.
    if (error.code === '42P01') return { rows: [] };
    throw error;
  });
  return rows[0]?.queue === QUEUE_VERSION ? new Map(rows.map(({ name, checksum }) => [name, checksum])) : null;
}

const SELECT_STATE = `
  SELECT migration_name AS name, CASE WHEN finished_at IS NOT NULL THEN checksum END AS checksum,
    (SELECT max(id) FROM graphile_worker.migrations) AS queue
  FROM _prisma_migrations WHERE rolled_back_at IS NULL`;

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
