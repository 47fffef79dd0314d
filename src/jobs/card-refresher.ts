export type CardRef = { readonly workspaceId: string; readonly reviewId: string };

export type CardRefresher = {
  /** Asks for a fresh card soon; returns at once. */
  request(card: CardRef): void;
  /** Does what was asked for and takes nothing more. */
  stop(): Promise<void>;
};

export type CardRefresherOptions = {
  readonly refresh: (card: CardRef) => Promise<void>;
  readonly delayMs: number;
  readonly onError: (error: unknown) => void;
};

/**
 * Gathers requests for one card: fifty answers in a second are one update, and no answer waits for a row that all of them would
 * touch. What is lost when the process dies is made up for at the next start, which refreshes every open card.
 */
export function createCardRefresher({ refresh, delayMs, onError }: CardRefresherOptions): CardRefresher {
  const waiting = new Map<string, { card: CardRef; timer: NodeJS.Timeout }>();
  const running = new Set<Promise<void>>();
  let isStopped = false;

  const run = (key: string) => {
    const entry = waiting.get(key);
    if (!entry) return;
    waiting.delete(key);
    clearTimeout(entry.timer);
    const done = refresh(entry.card)
      .catch(onError)
      .finally(() => running.delete(done));
    running.add(done);
  };

  return {
    request(card) {
      const key = `${card.workspaceId} ${card.reviewId}`;
      if (isStopped || waiting.has(key)) return;
      waiting.set(key, { card, timer: setTimeout(() => run(key), delayMs) });
    },
    async stop() {
      isStopped = true;
      for (const key of [...waiting.keys()]) run(key);
      await Promise.all(running);
    },
  };
}
