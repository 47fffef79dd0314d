type Waiting<Key, Found> = {
  readonly key: Key;
  readonly resolve: (found: Found | undefined) => void;
  readonly reject: (error: unknown) => void;
};

/** Two, so that one that is not answered holds up only those who share it. */
const READINGS_AT_ONCE = 2;

/**
 * Asks for one thing at a time what `readAll` can say of many: whoever asks while others are being read shares the next reading, so that
 * many requests at once cost few statements. What is given was read after it was asked for, and nothing is kept. What fails fails for
 * all who share it.
 */
export function createGathered<Key, Found>(
  readAll: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Found>>,
): (key: Key) => Promise<Found | undefined> {
  let waiting: Waiting<Key, Found>[] = [];
  let underWay = 0;

  const readOnce = async (some: readonly Waiting<Key, Found>[]): Promise<void> => {
    try {
      const found = await readAll([...new Set(some.map(({ key }) => key))]);
      for (const { key, resolve } of some) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  };
  const readWaiting = async (): Promise<void> => {
    underWay += 1;
    while (waiting.length > 0) {
      const some = waiting;
      waiting = [];
      await readOnce(some);
    }
    underWay -= 1;
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (underWay < READINGS_AT_ONCE) void readWaiting();
    });
}
