import { describe, expect, it } from 'vitest';
import { type CardRef, createCardRefresher } from '../../src/jobs/card-refresher.ts';

const CARD: CardRef = { workspaceId: 'T1', reviewId: 'R1' };
const OTHER: CardRef = { workspaceId: 'T1', reviewId: 'R2' };
const NEVER_MS = 60_000;

type Given = { delayMs?: number; paceMs?: number; refresh?: (card: CardRef) => Promise<void> };

function aRefresher({ delayMs = NEVER_MS, paceMs = 0, refresh }: Given) {
  const refreshed: string[] = [];
  const errors: unknown[] = [];
  const cards = createCardRefresher({
    ...{ delayMs, paceMs },
    refresh: async (card) => {
      refreshed.push(card.reviewId);
      await refresh?.(card);
    },
    onError: (error) => void errors.push(error),
  });
  return { cards, refreshed, errors };
}

function aSignal() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('request', () => {
  it('makes one refresh of many requests for one card', async () => {
    const first = aSignal();
    const { cards, refreshed } = aRefresher({ delayMs: 5, refresh: async () => first.resolve() });
    for (let i = 0; i < 50; i += 1) cards.request(CARD);
    expect(refreshed).toEqual([]);
    await first.promise;
    await cards.stop();
    expect(refreshed).toEqual(['R1']);
  });

  it('refreshes each card, of each workspace', async () => {
    const { cards, refreshed } = aRefresher({});
    for (const card of [CARD, OTHER, { ...CARD, workspaceId: 'T2' }]) cards.request(card);
    await cards.stop();
    expect(refreshed).toEqual(['R1', 'R2', 'R1']);
  });

  it('keeps its pace in each workspace, and lets no other wait for it', async () => {
    const [second, third] = [aSignal(), aSignal()];
    const refresh = async () => {
      if (refreshed.length === 2) second.resolve();
      if (refreshed.length === 3) third.resolve();
    };
    const { cards, refreshed } = aRefresher({ delayMs: 5, paceMs: NEVER_MS, refresh });
    for (const reviewId of ['a0', 'a1']) cards.request({ workspaceId: 'T1', reviewId });
    cards.request({ workspaceId: 'T2', reviewId: 'b' });
    await second.promise;
    // The one that is left has to wait.
    cards.request({ workspaceId: 'T3', reviewId: 'c' });
    await third.promise;
    expect(refreshed).toEqual(['a0', 'b', 'c']);
    await cards.stop();
    expect(refreshed).toEqual(['a0', 'b', 'c', 'a1']);
  });

  it('asks again for what changed while a refresh was under way', async () => {
    const running = aSignal();
    const release = aSignal();
    const refresh = async () => {
      running.resolve();
      await release.promise;
    };
    const { cards, refreshed } = aRefresher({ delayMs: 1, refresh });
    cards.request(CARD);
    await running.promise;
    cards.request(CARD);
    release.resolve();
    await cards.stop();
    expect(refreshed).toEqual(['R1', 'R1']);
  });
});

describe('stop', () => {
  it('does what was asked for, waits for it, and takes nothing more', async () => {
    let finished = 0;
    const { cards, refreshed } = aRefresher({
      refresh: async () => {
        await new Promise(setImmediate);
        finished += 1;
      },
    });
    cards.request(CARD);
    cards.request(OTHER);
    await cards.stop();
    expect(finished).toBe(2);
    cards.request(CARD);
    await cards.stop();
    expect(refreshed).toEqual(['R1', 'R2']);
  });

  it('survives a refresh that fails', async () => {
    const away = new Error('the database is away');
    const { cards, errors } = aRefresher({ refresh: () => Promise.reject(away) });
    cards.request(CARD);
    await cards.stop();
    expect(errors).toEqual([away]);
  });
});
