import pg from 'pg';
import { listMigrationNames } from './migrations.ts';

/** Why a message that is owed is not in Slack: its turn comes, its channel refuses it, or Slack refuses it for good. */
export type OutboxState = 'waiting' | 'held' | 'failed';
/** `waiting`: not tried yet. `running`: a worker has it. `retrying`: it failed and is tried again. `failed`: given up. */
export type JobState = 'waiting' | 'running' | 'retrying' | 'failed';

export type OutboxFigures = {
  readonly messages: Readonly<Record<OutboxState, number>>;
  /** Of those that wait; null when none does. */
  readonly oldestSeconds: number | null;
  readonly jobs: Readonly<Record<JobState, number>>;
};

export type Probe = {
  /** Migrations of this build that the database does not have. Rejects when it does not answer in time. */
  readonly countPendingMigrations: () => Promise<number>;
  /** How much is owed, in all workspaces together. Rejects when the database does not answer in time. */
  readonly readFigures: () => Promise<OutboxFigures>;
  readonly close: () => Promise<void>;
};

/** From no message and no job on, so that a state nobody is in is a zero and not missing. */
const NONE: OutboxFigures = {
  messages: { waiting: 0, held: 0, failed: 0 },
  oldestSeconds: null,
  jobs: { waiting: 0, running: 0, retrying: 0, failed: 0 },
};

/**
 * Asks the database how it is, over one connection of its own: an answer within `limitMs` or a rejection, whatever the app's pool is
 * busy with, and never more than one question at a time. Connects at the first question.
 */
export function openProbe({ url, limitMs }: { url: string; limitMs: number }): Probe {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: limitMs,
    query_timeout: limitMs,
    statement_timeout: limitMs,
    application_name: 'parley-probe',
  });
  // A lost server is an error of the next question only.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    async countPendingMigrations() {
      const [names, applied] = await Promise.all([listMigrationNames(), readApplied(pool)]);
      return names.filter((name) => !applied.has(name)).length;
    },
    async readFigures() {
      const messages = await pool.query<{ state: OutboxState; count: number; oldest: number | null }>(MESSAGES);
      const jobs = await pool.query<{ state: JobState; count: number }>(JOBS);
      const countsOf = (rows: readonly { state: string; count: number }[]) =>
        Object.fromEntries(rows.map(({ state, count }) => [state, count]));
      return {
        messages: { ...NONE.messages, ...countsOf(messages.rows) },
        oldestSeconds: messages.rows.find(({ state }) => state === 'waiting')?.oldest ?? null,
        jobs: { ...NONE.jobs, ...countsOf(jobs.rows) },
      };
    },
    close: () => pool.end(),
  };
}

async function readApplied(pool: pg.Pool): Promise<Set<string>> {
  const sql = 'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL';
  const { rows } = await pool.query<{ name: string }>(sql).catch((error: unknown) => {
    // 42P01: there is no such table, so nothing was applied.
    if ((error as pg.DatabaseError).code === '42P01') return { rows: [] };
    throw error;
  });
  return new Set(rows.map(({ name }) => name));
}

/** A message that was in Slack before is owed again since its job was added; one that never was, since it was asked for. */
const MESSAGES = `
  SELECT CASE WHEN p."holdReason" IS NULL THEN 'waiting' WHEN p."holdReason" = 'failed' THEN 'failed' ELSE 'held' END AS state,
    count(*)::int AS count,
    greatest(extract(epoch FROM now() - min(CASE WHEN p."deliveredRevision" = 0 THEN p."createdAt" ELSE j.created_at END)), 0)::float8 AS oldest
  FROM "Post" p LEFT JOIN graphile_worker.jobs j ON j.key = 'post:' || p."workspaceId" || ':' || p.purpose
  WHERE p."deliveredRevision" < p.revision GROUP BY 1`;

const JOBS = `
  SELECT CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'failed'
    WHEN attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state, count(*)::int AS count
  FROM graphile_worker.jobs GROUP BY 1`;
