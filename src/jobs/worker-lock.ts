import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../storage/logger.ts';

const LONGEST_PAUSE_MS = 5_000;

/** The lock of a worker pool: the session that holds it lives as long as its process. Other locks use other seeds. */
const LOCK_KEY = (id: string) => `hashtextextended(${id}, 5871002)`;

export type WorkerLock = {
  /** Resolves when the lock is held for the first time, or given up. */
  held: Promise<void>;
  /** No more attempts; a lock that is held stays so. */
  giveUp(): void;
  release(): Promise<void>;
};
export type WorkerLockOptions = { url: string; id: string; logger: Logger };

/**
 * Holds the lock of worker pool `id` on a connection of its own, and takes it again after a lost connection, until
 * given up or released. While the database is away it keeps trying.
 */
export function holdWorkerLock({ url, id, logger }: WorkerLockOptions): WorkerLock {
  const givenUp = new AbortController();
  let client: pg.Client | undefined;
  const acquire = async () => {
    for (let pauseMs = 50; !givenUp.signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        client = await takeLock(url, id, onLost);
        return;
      } catch (error) {
        logger.warn({ err: error }, 'the lock of this worker is not held; trying again');
        await wait(pauseMs, undefined, { signal: givenUp.signal }).catch(() => undefined);
      }
    }
  };
  const onLost = () => {
    client = undefined;
    acquiring = acquire();
  };
  let acquiring = acquire();
  return {
    held: acquiring,
    giveUp: () => givenUp.abort(),
    async release() {
      givenUp.abort();
      await acquiring;
      await client?.end().catch(() => undefined);
    },
  };
}

async function takeLock(url: string, id: string, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
  // Its end is what counts and follows every error.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`SELECT pg_advisory_lock(${LOCK_KEY('$1')})`, [id]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  client.once('end', onLost);
  return client;
}

/**
 * Frees the jobs and queues of worker pools whose process is gone, and returns the ids of those pools. The queue would
 * keep them for four hours otherwise. A pool is gone when its lock can be taken; the locks taken last one transaction,
 * so that of several replicas one does the work. Made for app start and for every tick.
 */
export async function unlockDeadWorkers(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`
    WITH owners AS MATERIALIZED (
      SELECT locked_by AS id FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
      UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL
    ), dead AS MATERIALIZED (
      SELECT id FROM owners WHERE pg_try_advisory_xact_lock(${LOCK_KEY('id')})
    ), unlocked AS MATERIALIZED (
      SELECT graphile_worker.force_unlock_workers(array_agg(id)) FROM dead HAVING count(*) > 0
    ), woken AS MATERIALIZED (
      SELECT pg_notify('jobs:insert', '{"count":100}') FROM unlocked
    )
    SELECT id FROM dead, woken`);
  return rows.map(({ id }) => id);
}
