import { setTimeout as wait } from 'node:timers/promises';
import { StatementRefused } from './statement.ts';

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result | Promise<Result>) => void;
  readonly reject: (error: unknown) => void;
};

export type GatheredOptions<Item, Result> = {
  /** Does it for all of these in one statement; gives a result for each, in their order, or the promise of one that takes longer. */
  readonly work: (items: readonly Item[]) => Promise<readonly (Result | Promise<Result>)[]>;
  /** How many statements may be under way; more than one, so that one without an answer does not hold up everybody. */
  readonly atOnce: number;
};

/** The least time between the starts of two statements. Without it a busy app sends many small ones, and each costs as much as a large one. */
const PACE_MS = 4;

/**
 * Does for many at once what is asked for one at a time: whatever comes within some milliseconds, or while as many statements as may are
 * under way, shares the next one. So many requests at once cost few statements, and one alone is not kept waiting. Each statement begins
 * after what it is for was asked. What the database refuses is done again for each by itself, so that nobody suffers for somebody
 * else's.
 */
export function createGathered<Item, Result>({
  work,
  atOnce,
}: GatheredOptions<Item, Result>): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let nextAt = 0;

  const doFor = async (some: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await work(some.map(({ item }) => item));
      for (const [i, { resolve }] of some.entries()) resolve(results[i] as Result | Promise<Result>);
    } catch (error) {
      if (some.length > 1 && error instanceof StatementRefused) for (const one of some) await doFor([one]);
      else for (const { reject } of some) reject(error);
    }
  };
  const untilItsTurn = async (): Promise<void> => {
    // Asked again: another may have begun meanwhile. Timers know whole milliseconds.
    for (let ms = nextAt - performance.now(); ms >= 1; ms = nextAt - performance.now()) await wait(ms);
  };
  const doWaiting = async (): Promise<void> => {
    await untilItsTurn();
    while (waiting.length > 0) {
      nextAt = performance.now() + PACE_MS;
      const some = waiting;
      waiting = [];
      await doFor(some);
      await untilItsTurn();
    }
    underWay -= 1;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (underWay >= atOnce) return;
      underWay += 1;
      // After all that has come in by now: it is there already, and costs this one no time.
      setImmediate(() => void doWaiting());
    });
}
