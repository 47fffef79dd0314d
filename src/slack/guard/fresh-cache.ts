export type FreshCache<T> = {
  /** The known value, or a new one; callers at the same moment share one load. */
  get(key: string): Promise<T>;
  /** True when `get` would answer without a load. */
  has(key: string): boolean;
  put(key: string, value: T): void;
  /** The next `get` loads anew, also when a load that began before is still under way. */
  forget(key: string): void;
};

export type FreshCacheOptions<T> = {
  load(key: string): Promise<T>;
  /** How long a value may be used, in milliseconds from the moment its load began. */
  ttlMs(value: T): number;
  clock(): Date;
};

/** From how many values on those that may not be used any more are cleared away. */
const CLEAR_FROM = 1_000;

/**
 * Values that may be used for a while and are loaded once however many ask. A failed load is not kept, and a value whose time is over
 * only until there are twice as many as were left the last time.
 */
export function createFreshCache<T>({ load, ttlMs, clock }: FreshCacheOptions<T>): FreshCache<T> {
  const entries = new Map<string, { value: T; until: number }>();
  const loading = new Map<string, Promise<T>>();
  let clearAt = CLEAR_FROM;
  const keep = (key: string, value: T, from: number) => {
    entries.set(key, { value, until: from + ttlMs(value) });
    if (entries.size >= clearAt) clearOld();
  };
  const clearOld = () => {
    const now = clock().getTime();
    for (const [key, { until }] of entries) if (until <= now) entries.delete(key);
    clearAt = Math.max(CLEAR_FROM, entries.size * 2);
  };
  const fresh = (key: string) => {
    const entry = entries.get(key);
    return entry !== undefined && entry.until > clock().getTime() ? entry : null;
  };

  async function startLoad(key: string): Promise<T> {
    const from = clock().getTime();
    const promise = load(key);
    loading.set(key, promise);
    try {
      const value = await promise;
      // Forgotten meanwhile: what was read may be from before the change that made somebody forget it.
      if (loading.get(key) === promise) keep(key, value, from);
      return value;
    } finally {
      if (loading.get(key) === promise) loading.delete(key);
    }
  }

  return {
    async get(key) {
      const entry = fresh(key);
      if (entry) return entry.value;
      return loading.get(key) ?? startLoad(key);
    },
    has: (key) => fresh(key) !== null,
    put(key, value) {
      keep(key, value, clock().getTime());
    },
    forget(key) {
      entries.delete(key);
      loading.delete(key);
    },
  };
}
