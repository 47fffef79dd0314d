import { setTimeout as wait } from 'node:timers/promises';
import { restAfter } from './rest.ts';

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
  /** The least time between two cards: Slack takes fewer than we could refresh, and an answer must not wait for them. */
  readonly paceMs?: number;
  readonly onError: (error: unknown) => void;
};

/** For every moment that a card took, so many are left to the answers that came meanwhile: under load cards take a few hundredths. */
const RESTS = 10;

type Waiting = { readonly card: CardRef; readonly dueAt: number };

/**
 * Gathers requests for one card: fifty answers in a second are one update, and no answer waits for a row that all of them would
 * touch. Cards are refreshed one after another, and the more slowly the busier the app is. What is lost when the process dies is made up
 * for at the next start, which refreshes every open card.
 */
export function createCardRefresher({ refresh, delayMs, paceMs = 0, onError }: CardRefresherOptions): CardRefresher {
  // In the order in which they are due, since each waits equally long.
  const waiting = new Map<string, Waiting>();
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  const pause = async (ms: number) => {
    // Once it is stopping nothing waits any more.
    if (ms > 0) await wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  };
  const work = async () => {
    for (let [next] = waiting; next !== undefined; [next] = waiting) {
      const [key, { card, dueAt }] = next;
      await pause(dueAt - performance.now());
      waiting.delete(key);
      const begunAt = performance.now();
      await refresh(card).catch(onError);
      await pause(Math.max(paceMs, restAfter(performance.now() - begunAt, RESTS)));
    }
    running = undefined;
  };

  return {
    request(card) {
      const key = `${card.workspaceId} ${card.reviewId}`;
      if (stopping.signal.aborted || waiting.has(key)) return;
      waiting.set(key, { card, dueAt: performance.now() + delayMs });
      running ??= work();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
