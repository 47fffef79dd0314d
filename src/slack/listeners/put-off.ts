import type { Logger } from '../../ops/logging.ts';

/** What cannot be done while the database is away. */
export type PutOff = {
  /** Keeps work for the next tick; false when too much waits already. */
  add(work: () => Promise<void>): boolean;
  /** Does what waits, in the order in which it came. What it cannot do puts itself off again. */
  doAll(): Promise<void>;
};

/** More is no outage of a minute any more; what is left out stays in Slack, without its receipt. */
const ROOM = 1_000;

/** An empty list, in memory alone: for what Slack keeps as well, such as replies in threads. */
export function createPutOff(logger: Logger): PutOff {
  let waiting: (() => Promise<void>)[] = [];
  return {
    add(work) {
      if (waiting.length >= ROOM) return false;
      waiting.push(work);
      return true;
    },
    async doAll() {
      const now = waiting;
      waiting = [];
      for (const work of now) await work().catch((err: unknown) => logger.error({ err }, 'what was put off failed'));
    },
  };
}
