import { EventEmitter } from 'node:events';
import type { WorkerEvents, WorkerPool } from 'graphile-worker';

/** The result of a job is written a few milliseconds after it ended; the last one is for a slow database. */
const AFTER_MS = [10, 50, 250] as const;

export type QueueWake = { readonly events: WorkerEvents; stop(): void };

/**
 * Lets the next job of a serial queue follow the one before it at once. The library looks for it before it has noted the end of
 * the one before, finds the queue still taken, and would sleep until its next poll, two seconds later: for a channel's messages
 * two seconds each.
 */
export function createQueueWake(): QueueWake {
  const events: WorkerEvents = new EventEmitter();
  const timers = new Set<NodeJS.Timeout>();
  const wakeAfter = (pool: WorkerPool, delayMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake(pool);
    }, delayMs);
    timers.add(timer);
  };
  events.on('job:complete', ({ worker, job }) => {
    if (job.job_queue_id === null) return;
    for (const delayMs of AFTER_MS) wakeAfter(worker.workerPool, delayMs);
  });
  return {
    events,
    stop() {
      events.removeAllListeners('job:complete');
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

function wake(pool: WorkerPool): void {
  try {
    pool.nudge(1);
  } catch {
    // A pool that is ending has nobody left to wake; its successor polls.
  }
}
