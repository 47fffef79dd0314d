import { pause, restAfter } from './rest.ts';

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
  /** The least time between two cards of one workspace: Slack takes some fifty changes of messages a minute there. */
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
  const waiting = new Map<string, Waiting>();
  /** From when on a workspace may have its next card. */
  const free = new Map<string, number>();
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  const keyOf = ({ workspaceId, reviewId }: CardRef) => `${workspaceId} ${reviewId}`;
  const turnOf = ({ card, dueAt }: Waiting) => Math.max(dueAt, free.get(card.workspaceId) ?? 0);
  /** Of those that were asked for first, the one whose turn comes first. */
  const findNext = (): Waiting | undefined => {
    let next: Waiting | undefined;
    for (const one of waiting.values()) if (next === undefined || turnOf(one) < turnOf(next)) next = one;
    return next;
  };
  const bring = async ({ card }: Waiting) => {
    waiting.delete(keyOf(card));
    const begunAt = performance.now();
    await refresh(card).catch(onError);
    const now = performance.now();
    free.set(card.workspaceId, now + paceMs);
    await pause(restAfter(now - begunAt, RESTS), stopping.signal);
  };
  const work = async () => {
    for (let next = findNext(); next !== undefined; next = findNext()) {
      const early = turnOf(next) - performance.now();
      // Once it is stopping nothing waits any more.
      if (early <= 0 || stopping.signal.aborted) await bring(next);
      // What is asked for meanwhile, for a workspace that is free, is not due before that.
      else await pause(Math.min(early, delayMs), stopping.signal);
    }
    const now = performance.now();
    for (const [workspaceId, at] of free) if (at <= now) free.delete(workspaceId);
    running = undefined;
  };

  return {
    request(card) {
      const key = keyOf(card);
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
