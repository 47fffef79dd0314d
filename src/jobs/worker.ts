import { setTimeout as wait } from 'node:timers/promises';
import { type Logger, silentLogger } from '../storage/logger.ts';
import { type RunnerOptions, startRunner } from './runner.ts';

export type { JobInfo, Task } from './runner.ts';

const RESTART_PAUSE_MS = 1_000;

export type WorkerOptions = Omit<RunnerOptions, 'logger'> & { logger?: Logger };
export type Worker = { stop(): Promise<void> };

/**
 * Runs jobs inside this process until `stop`, which takes no new ones and waits for those that run. First it frees the
 * jobs of processes that were killed. A task that throws is tried again later, with growing pauses. A runner that ends
 * by itself (a database away for long) is started again; signals are left to the caller.
 */
export async function startWorker({ logger = silentLogger, ...rest }: WorkerOptions): Promise<Worker> {
  const options = { ...rest, logger };
  const stopped = new AbortController();
  let runner = await startRunner(options);
  const supervise = async () => {
    await runner.ended;
    while (!stopped.signal.aborted) {
      // Gives up its lock, so that what it left unfinished is free for the next one.
      await runner.stop();
      await wait(RESTART_PAUSE_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopped.signal.aborted) return;
      try {
        runner = await startRunner(options);
        logger.warn({}, 'the job runner was started again');
      } catch (error) {
        logger.error({ err: error }, 'the job runner does not start; trying again');
      }
      await runner.ended;
    }
  };
  const supervised = supervise();
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    stopped.abort();
    await runner.stop();
    await supervised;
    // The supervisor may have been starting one just now.
    await runner.stop();
  };
  return {
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
