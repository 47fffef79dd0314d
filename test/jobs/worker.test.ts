import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorker, type Task, type Worker } from '../../src/jobs/worker.ts';
import { holdWorkerLock, unlockDeadWorkers, type WorkerLock } from '../../src/jobs/worker-lock.ts';
import { addJob } from '../../src/storage/add-job.ts';
import { silentLogger } from '../../src/storage/logger.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
const workers: Worker[] = [];
const locks: WorkerLock[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await Promise.all(locks.splice(0).map((lock) => lock.release()));
  await db.database.pool.query('TRUNCATE graphile_worker._private_jobs, graphile_worker._private_job_queues');
});
afterAll(() => db.drop());

async function work(tasks: Record<string, Task>, logger = silentLogger): Promise<Worker> {
  const worker = await startWorker({ pool: db.database.pool, url: db.url, tasks, concurrency: 3, logger });
  workers.push(worker);
  return worker;
}

/** A job and its queue as a worker that took them leaves them when it is killed. */
async function addJobLockedBy(workerId: string, task: string): Promise<void> {
  await addJob(db.database.prisma, { task, payload: { from: workerId }, queueName: `queue of ${workerId}` });
  const set = 'SET locked_by = $1, locked_at = now()';
  await db.database.pool.query(`UPDATE graphile_worker._private_jobs ${set} WHERE payload ->> 'from' = $1`, [workerId]);
  const where = "WHERE queue_name = 'queue of ' || $1";
  await db.database.pool.query(`UPDATE graphile_worker._private_job_queues ${set} ${where}`, [workerId]);
}

async function lockedBy(): Promise<unknown[]> {
  const sql = `SELECT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
    UNION ALL SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL`;
  const { rows } = await db.database.pool.query(sql);
  return rows.map((row) => row.locked_by);
}

async function hold(id: string): Promise<WorkerLock> {
  const lock = holdWorkerLock({ url: db.url, id, logger: silentLogger });
  locks.push(lock);
  await lock.held;
  return lock;
}

/** A task that says when it is called, and with what. */
function recordTask(): { task: Task; called: Promise<unknown> } {
  const { promise, resolve } = createDeferred<unknown>();
  return { called: promise, task: async (payload) => resolve(payload) };
}

function createDeferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('addJob', () => {
  it('runs with the payload after the commit', async () => {
    const { task, called } = recordTask();
    await work({ greet: task });
    await db.database.prisma.$transaction((tx) => addJob(tx, { task: 'greet', payload: { name: 'Ада' } }));
    expect(await called).toEqual({ name: 'Ада' });
  });

  it('leaves nothing behind when the transaction fails', async () => {
    const attempt = db.database.prisma.$transaction(async (tx) => {
      await addJob(tx, { task: 'greet', payload: {} });
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    const { rows } = await db.database.pool.query('SELECT count(*)::int AS jobs FROM graphile_worker.jobs');
    expect(rows).toEqual([{ jobs: 0 }]);
  });

  it('replaces the waiting job of the same key', async () => {
    const job = { task: 'greet', jobKey: 'one', delayMs: 3_600_000, maxAttempts: 3, queueName: 'C1' };
    await addJob(db.database.prisma, { ...job, payload: { n: 1 } });
    await addJob(db.database.prisma, { ...job, payload: { n: 2 } });
    const { rows } = await db.database.pool.query(
      `SELECT key, run_at > now() + interval '59 minutes' AS "isLater", max_attempts, queue_name FROM graphile_worker.jobs`,
    );
    expect(rows).toEqual([{ key: 'one', isLater: true, max_attempts: 3, queue_name: 'C1' }]);
  });

  it('is not lost when a worker takes the job of its key at that moment', async () => {
    const { pool, prisma } = db.database;
    await addJob(prisma, { task: 'greet', jobKey: 'one', payload: { n: 1 } });
    const worker = await pool.connect();
    await worker.query('BEGIN');
    await worker.query(`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'busy'`);
    const added = addJob(prisma, { task: 'greet', jobKey: 'one', payload: { n: 2 } });
    await vi.waitFor(async () => {
      const { rows } = await pool.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      expect(rows).toHaveLength(1);
    });
    await worker.query('COMMIT');
    worker.release();
    await added;
    const { rows } = await pool.query(
      'SELECT key, payload, is_available FROM graphile_worker._private_jobs ORDER BY id',
    );
    expect(rows).toEqual([
      { key: null, payload: { n: 1 }, is_available: false },
      { key: 'one', payload: { n: 2 }, is_available: true },
    ]);
  });

  it('runs the jobs of one queue in order, without a pause between them', async () => {
    const numbers = [1, 2, 3, 4, 5];
    const run: unknown[] = [];
    const all = createDeferred<void>();
    await work({
      count: async (payload) => {
        run.push((payload as { n: number }).n);
        if (run.length === numbers.length) all.resolve();
      },
    });
    await db.database.prisma.$transaction(async (tx) => {
      for (const n of numbers) await addJob(tx, { task: 'count', payload: { n }, queueName: 'C1' });
    });
    await all.promise;
    expect(run).toEqual(numbers);
    // With the two seconds between two looks at the queue this would take eight.
  }, 4_000);
});

describe('startWorker', () => {
  it('runs a job that puts itself off after those that wait in its queue', async () => {
    const slow = { task: 'slow', jobKey: 'slow', queueName: 'C1', payload: {} };
    await addJob(db.database.prisma, slow);
    await addJob(db.database.prisma, { ...slow, task: 'fast', jobKey: 'fast' });
    let putOff = 0;
    const isDone = createDeferred<number>();
    await work({
      // As a message does whose thread is not there yet: asked for again and again.
      async slow() {
        putOff += 1;
        if (putOff < 50) await addJob(db.database.prisma, slow);
        else isDone.resolve(Number.NaN);
      },
      fast: async () => isDone.resolve(putOff),
    });
    expect(await isDone.promise).toBe(1);
  });

  it('waits for the running job when it stops', async () => {
    const started = createDeferred<void>();
    const gate = createDeferred<void>();
    const finished: string[] = [];
    const worker = await work({
      async slow() {
        started.resolve();
        await gate.promise;
        finished.push('slow');
      },
    });
    await addJob(db.database.prisma, { task: 'slow', payload: {} });
    await started.promise;
    const stopped = worker.stop();
    gate.resolve();
    await stopped;
    expect(finished).toEqual(['slow']);
    expect(await lockedBy()).toEqual([]);
  });

  it('tries a failed job again and tells the attempt', async () => {
    const failed = createDeferred<number>();
    await work({
      async flaky(_payload, job) {
        failed.resolve(job.attempt);
        throw new Error('not today');
      },
    });
    await addJob(db.database.prisma, { task: 'flaky', payload: {}, maxAttempts: 5 });
    expect(await failed.promise).toBe(1);
    await workers.pop()?.stop();
    const { rows } = await db.database.pool.query('SELECT last_error, attempts FROM graphile_worker.jobs');
    expect(rows).toEqual([{ last_error: 'not today', attempts: 1 }]);
  });

  it('starts again after the database refused to note a result', async () => {
    const { pool } = db.database;
    const again = createDeferred<number>();
    const refused = createDeferred<void>();
    const stubborn: Task = async (_payload, job) => {
      if (job.attempt > 1) again.resolve(job.attempt);
      else await pool.query('ALTER TABLE graphile_worker._private_jobs RENAME TO away');
    };
    const error = (_fields: object, message: string) => {
      if (message.startsWith('Failed to complete jobs')) refused.resolve();
    };
    await work({ stubborn }, { ...silentLogger, error });
    await addJob(db.database.prisma, { task: 'stubborn', payload: {} });
    await refused.promise;
    await pool.query('ALTER TABLE graphile_worker.away RENAME TO _private_jobs');
    expect(await again.promise).toBe(2);
  });

  it('starts again after two refusals to note a failure, though a third job ran on meanwhile', async () => {
    const { pool } = db.database;
    const refusals = [createDeferred<void>(), createDeferred<void>()];
    const allRun = createDeferred<void>();
    const gate = createDeferred<void>();
    const again = new Set<unknown>();
    let running = 0;
    let refused = 0;
    const stubborn: Task = async (payload, job) => {
      const { n } = payload as { n: number };
      if (job.attempt > 1) return void again.add(n);
      running += 1;
      if (running === 3) allRun.resolve();
      await allRun.promise;
      if (n === 0) await pool.query('ALTER TABLE graphile_worker._private_jobs RENAME TO away');
      else await (n === 1 ? refusals[0] : gate)?.promise;
      if (n < 2) throw new Error('not today');
    };
    const error = (_fields: object, message: string) => {
      if (message.startsWith('Failed to fail jobs')) refusals[refused++]?.resolve();
    };
    await work({ stubborn }, { ...silentLogger, error });
    for (const n of [0, 1, 2]) await addJob(db.database.prisma, { task: 'stubborn', payload: { n } });
    await refusals[1]?.promise;
    await pool.query('ALTER TABLE graphile_worker.away RENAME TO _private_jobs');
    gate.resolve();
    await vi.waitFor(() => expect(again).toEqual(new Set([0, 1])), { timeout: 20_000 });
  });

  it('runs the job of a killed worker at start', async () => {
    await addJobLockedBy('pool-dead', 'greet');
    const { task, called } = recordTask();
    await work({ greet: task });
    expect(await called).toEqual({ from: 'pool-dead' });
  });

  it('keeps its own running job from being freed', async () => {
    const started = createDeferred<void>();
    const gate = createDeferred<void>();
    await work({
      async slow() {
        started.resolve();
        await gate.promise;
      },
    });
    await addJob(db.database.prisma, { task: 'slow', payload: {}, queueName: 'C1' });
    await started.promise;
    const freed = await unlockDeadWorkers(db.database.pool);
    gate.resolve();
    expect(freed).toEqual([]);
  });
});

describe('unlockDeadWorkers', () => {
  it('wakes a worker for the job of a dead one', async () => {
    const { task, called } = recordTask();
    await work({ greet: task });
    await addJobLockedBy('pool-dead', 'greet');
    expect(await unlockDeadWorkers(db.database.pool)).toEqual(['pool-dead']);
    expect(await called).toEqual({ from: 'pool-dead' });
  });

  it('leaves the jobs of a live worker alone', async () => {
    await hold('pool-live');
    await addJobLockedBy('pool-live', 'greet');
    await addJobLockedBy('pool-dead', 'greet');
    expect(await unlockDeadWorkers(db.database.pool)).toEqual(['pool-dead']);
    expect(await lockedBy()).toEqual(['pool-live', 'pool-live']);
  });

  it('frees them once the worker has released its lock', async () => {
    const lock = await hold('pool-gone');
    await addJobLockedBy('pool-gone', 'greet');
    await lock.release();
    expect(await unlockDeadWorkers(db.database.pool)).toEqual(['pool-gone']);
    expect(await lockedBy()).toEqual([]);
  });

  it('takes the lock again after a lost connection', async () => {
    await hold('pool-live');
    await addJobLockedBy('pool-live', 'greet');
    const lockOwner =
      "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    const before = await db.database.pool.query(lockOwner);
    await db.database.pool.query('SELECT pg_terminate_backend($1)', [before.rows[0].pid]);
    const owners = async () => (await db.database.pool.query(lockOwner)).rows.map((row) => row.pid);
    await expect.poll(owners).toEqual([expect.toSatisfy((pid) => pid !== before.rows[0].pid)]);
    expect(await unlockDeadWorkers(db.database.pool)).toEqual([]);
  });
});
