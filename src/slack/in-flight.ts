import type { AllMiddlewareArgs } from '@slack/bolt';

/** Counts the listeners that run, so that a stop can wait for them: Bolt's own does not. */
export function createInFlight() {
  const running = new Set<symbol>();
  const waiting: (() => void)[] = [];
  return {
    async middleware({ next }: AllMiddlewareArgs): Promise<void> {
      const id = Symbol('listener');
      running.add(id);
      try {
        await next();
      } finally {
        running.delete(id);
        if (running.size === 0) for (const resolve of waiting.splice(0)) resolve();
      }
    },
    count: () => running.size,
    /** Resolves when no listener runs. */
    async drained(): Promise<void> {
      if (running.size > 0) await new Promise<void>((resolve) => void waiting.push(resolve));
    },
  };
}
