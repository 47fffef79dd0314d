import { type JobHelpers, type Runner, run, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { createJobsLogger } from '../storage/jobs-logger.ts';
import type { Logger } from '../storage/logger.ts';
import { whenPoolIsBroken } from './broken-pool.ts';
import { createQueueWake } from './queue-wake.ts';
import { holdWorkerLock, unlockDeadWorkers, type WorkerLock } from './worker-lock.ts';

/** What a task is told about its job besides the payload. `attempt` counts from 1. */
export type JobInfo = {
  id: string;
  task: string;
  attempt: number;
  maxAttempts: number;
  /** Aborts some seconds after `stop` was called: give up what can be tried again later. */
  signal: AbortSignal | undefined;
};

/** A task may run more than once for one job (after a crash): it claims in the database before it acts on the world. */
export type Task = (payload: unknown, job: JobInfo) => Promise<void>;

export type RunnerOptions = {
  pool: pg.Pool;
  /** The same database as the pool's: the lock that shows this process alive needs a connection that is not shared. */
  url: string;
  tasks: Record<string, Task>;
  concurrency: number;
  logger: Logger;
};

export type JobRunner = {
  /** Resolves when it no longer works, on request or by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/** Frees the jobs of dead workers, then runs jobs until stopped or until the database refuses to note a result. */
export async function startRunner({ pool, url, tasks, concurrency, logger }: RunnerOptions): Promise<JobRunner> {
  const unlocked = await unlockDeadWorkers(pool);
  if (unlocked.length > 0) logger.warn({ unlocked }, 'freed the jobs of workers that are gone');
  let lock: WorkerLock | undefined;
  // Awaited before a worker fetches its first job: no job is ever taken under an id without a lock.
  const takeLock = (id: string) => {
    lock ??= holdWorkerLock({ url, id, logger });
    return lock.held;
  };
  const queueWake = createQueueWake();
  const broken = whenPoolIsBroken(queueWake.events);
  const runner = await run({
    pgPool: pool,
    events: queueWake.events,
    taskList: toTaskList(tasks),
    concurrency,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: createJobsLogger(logger),
    preset: createPreset(takeLock),
  });
  const failed = runner.promise.catch((error: unknown) => logger.error({ err: error }, 'the job runner failed'));
  const ended = Promise.race([failed, broken]);
  return {
    ended,
    async stop() {
      // First, or a worker that waits for the lock of a database that is away would keep us here.
      lock?.giveUp();
      queueWake.stop();
      await Promise.race([stopUnlessEnded(runner), broken]);
      await ended;
      await lock?.release();
    },
  };
}

/** Delays of 0 make stopping wait for the results of finished jobs, which are written unawaited otherwise. */
function createPreset(takeLock: (id: string) => Promise<void>): GraphileConfig.Preset {
  const hooks: NonNullable<GraphileConfig.Plugin['worker']>['hooks'] = {
    startWorker: (_context, { worker }) => takeLock(worker.workerPool.id),
  };
  return {
    worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
    plugins: [{ name: 'ParleyWorkerLock', version: '1.0.0', worker: { hooks } }],
  };
}

async function stopUnlessEnded(runner: Runner): Promise<void> {
  await runner.stop().catch((error: Error) => {
    if (error.message !== 'Runner is already stopped') throw error;
  });
}

function toTaskList(tasks: Record<string, Task>): TaskList {
  const entries = Object.entries(tasks).map(([name, task]) => {
    const handler = (payload: unknown, { job, abortSignal: signal }: JobHelpers) =>
      task(payload, { id: job.id, task: name, attempt: job.attempts, maxAttempts: job.max_attempts, signal });
    return [name, handler] as const;
  });
  return Object.fromEntries(entries);
}
