import type { Watch } from './watch.ts';

type Tasks<A extends unknown[]> = Readonly<Record<string, (...args: A) => Promise<void>>>;

/** The same tasks; each attempt that throws is told to the watch by the name of its task. */
export function watchTasks<A extends unknown[]>(
  tasks: Tasks<A>,
  watch: Pick<Watch, 'jobFailed'>,
): Record<string, (...args: A) => Promise<void>> {
  const entries = Object.entries(tasks).map(([name, task]) => {
    const watched = async (...args: A) => {
      try {
        await task(...args);
      } catch (error) {
        watch.jobFailed(name);
        throw error;
      }
    };
    return [name, watched] as const;
  });
  return Object.fromEntries(entries);
}

/** The same tick; how long it took is told to the watch, also when it throws. */
export function watchTick(tick: (now: Date) => Promise<void>, watch: Pick<Watch, 'ticked'>) {
  return async (now: Date): Promise<void> => {
    const startedAt = performance.now();
    try {
      await tick(now);
    } finally {
      watch.ticked((performance.now() - startedAt) / 1000);
    }
  };
}
