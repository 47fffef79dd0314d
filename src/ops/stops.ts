import type { Logger } from './logging.ts';

/** What was started, to be stopped in reverse order. */
export type Stops = {
  add(what: string, stop: () => Promise<unknown>): void;
  /** Stops each of them once; one that fails is logged and does not keep the others running. */
  all(): Promise<void>;
};

/** An empty list. Add a thing as soon as it runs, so that a failed start leaves nothing behind. */
export function createStops(logger: Logger): Stops {
  const stops: (readonly [what: string, stop: () => Promise<unknown>])[] = [];
  return {
    add: (what, stop) => void stops.push([what, stop]),
    async all() {
      for (const [what, stop] of stops.splice(0).reverse()) {
        try {
          await stop();
        } catch (error) {
          logger.error({ err: error }, `could not stop ${what}`);
        }
      }
    },
  };
}
