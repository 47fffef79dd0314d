import type { WorkerEvents } from 'graphile-worker';

const DOWN = [
  'pool:gracefulShutdown:complete',
  'pool:forcefulShutdown:complete',
  'pool:forcefulShutdown:error',
] as const;

/**
 * Resolves when a pool whose database refused to note a result has let go of its jobs. These events alone tell it: after a second
 * refusal the library miscounts the results it waits for, and its promises stay open for ever.
 */
export function whenPoolIsBroken(events: WorkerEvents): Promise<void> {
  return new Promise((resolve) => {
    let isRefused = false;
    let isDown = false;
    const check = () => {
      if (isRefused && isDown) resolve();
    };
    events.on('pool:fatalError', () => {
      isRefused = true;
      check();
    });
    for (const name of DOWN)
      events.on(name, () => {
        isDown = true;
        check();
      });
  });
}
