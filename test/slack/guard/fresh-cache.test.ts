import { describe, expect, it } from 'vitest';
import { createFreshCache } from '../../../src/slack/guard/fresh-cache.ts';

/** A cache whose loads end when the test says so, and a clock the test turns. */
function createWorld() {
  let now = Date.parse('2026-11-02T09:00:00Z');
  const loads: { key: string; end: (value: string) => void; fail: (error: Error) => void }[] = [];
  const cache = createFreshCache<string>({
    load: (key) => new Promise((end, fail) => loads.push({ key, end, fail })),
    ttlMs: () => 1_000,
    clock: () => new Date(now),
  });
  return { cache, loads, passMs: (ms: number) => (now += ms) };
}

describe('createFreshCache', () => {
  it('loads once for callers at the same moment', async () => {
    const { cache, loads } = createWorld();
    const both = Promise.all([cache.get('a'), cache.get('a')]);
    loads[0]?.end('one');
    expect(await both).toEqual(['one', 'one']);
    expect(loads).toHaveLength(1);
  });

  it('loads anew when the time is over, counted from the start of the load', async () => {
    const { cache, loads, passMs } = createWorld();
    const first = cache.get('a');
    passMs(600);
    loads[0]?.end('one');
    await first;
    expect(cache.has('a')).toBe(true);
    passMs(400);
    expect(cache.has('a')).toBe(false);
  });

  it('lets go of values whose time is over when there are many', () => {
    const { cache, passMs } = createWorld();
    cache.put('old', 'one');
    passMs(1_000);
    for (let i = 0; i < 1_000; i += 1) cache.put(`new ${i}`, 'two');
    expect(cache.has('new 0')).toBe(true);
    // Had it been held, an earlier clock would find it usable again.
    passMs(-1);
    expect(cache.has('old')).toBe(false);
  });

  it('does not keep what was being loaded when it was forgotten', async () => {
    const { cache, loads } = createWorld();
    const old = cache.get('a');
    cache.forget('a');
    const fresh = cache.get('a');
    loads[1]?.end('new');
    await fresh;
    loads[0]?.end('old');
    expect([await old, await cache.get('a')]).toEqual(['old', 'new']);
  });

  it('does not keep a failure', async () => {
    const { cache, loads } = createWorld();
    const first = cache.get('a');
    loads[0]?.fail(new Error('away'));
    await expect(first).rejects.toThrow('away');
    const second = cache.get('a');
    loads[1]?.end('back');
    expect(await second).toBe('back');
  });
});
