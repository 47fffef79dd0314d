import { describe, expect, it } from 'vitest';
import type { Installation } from '../../../src/domain/installation.ts';
import { createLogger } from '../../../src/ops/logging.ts';
import {
  createInstallationCache,
  type InstallationCacheOptions,
} from '../../../src/slack/installations/installation-cache.ts';

const of = (workspaceId: string, botToken = 'xoxb-1'): Installation => ({
  ...{ workspaceId, botToken, botId: 'B1', botUserId: 'UBOT', scopes: null },
});

/** A store that answers when the test says so. */
function createCase(options: Partial<InstallationCacheOptions> = {}) {
  let nowMs = Date.parse('2026-11-02T09:00:00Z');
  const asked: string[] = [];
  const lines: string[] = [];
  let answer: (workspaceId: string) => Promise<Installation | null> = async (workspaceId) => of(workspaceId);
  const cache = createInstallationCache({
    load(workspaceId) {
      asked.push(workspaceId);
      return answer(workspaceId);
    },
    clock: () => new Date(nowMs),
    logger: createLogger({ level: 'warn', destination: { write: (line) => void lines.push(line) } }),
    freshMs: 60_000,
    patienceMs: 20,
    ...options,
  });
  return {
    cache,
    asked,
    lines,
    passMs: (ms: number) => {
      nowMs += ms;
    },
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
}

const never = () => new Promise<never>(() => undefined);

describe('the installation cache', () => {
  it('asks the store once within a minute, for many at the same moment too', async () => {
    const { cache, asked, passMs } = createCase();
    await Promise.all([cache.find('T1'), cache.find('T1')]);
    passMs(59_000);
    await cache.find('T1');
    expect(asked).toEqual(['T1']);
  });

  it('gives what it knows at once while the store does not answer', async () => {
    const { cache, asked, passMs, answerWith } = createCase();
    await cache.find('T1');
    answerWith(never);
    passMs(60_000);
    expect(await cache.find('T1')).toEqual(of('T1'));
    expect(await cache.find('T1')).toEqual(of('T1'));
    expect(asked).toEqual(['T1', 'T1']);
  });

  it('gives what it knows when the store fails, and says so', async () => {
    const { cache, passMs, answerWith, lines } = createCase();
    await cache.find('T1');
    answerWith(async () => Promise.reject(new Error('the database is away')));
    passMs(60_000);
    expect(await cache.find('T1')).toEqual(of('T1'));
    await expect.poll(() => lines.join()).toContain('could not be read again');
  });

  it('does not wait long for the first look', async () => {
    const { cache, answerWith } = createCase();
    answerWith(never);
    await expect(cache.find('T1')).rejects.toThrow('within 20 ms');
  });

  it('learns beside a request that the app is gone, and that it is back', async () => {
    const { cache, passMs, answerWith } = createCase();
    await cache.find('T1');
    answerWith(async () => null);
    passMs(60_000);
    await cache.find('T1');
    await expect.poll(() => cache.find('T1')).toBeNull();
    answerWith(async () => of('T1', 'xoxb-2'));
    expect(await cache.find('T1')).toMatchObject({ botToken: 'xoxb-2' });
  });

  it('does not keep what was read before somebody made it forget', async () => {
    const { cache, answerWith } = createCase();
    let deliver: (found: Installation) => void = () => undefined;
    answerWith(
      () =>
        new Promise((resolve) => {
          deliver = resolve;
        }),
    );
    const early = cache.find('T1');
    cache.forget('T1');
    deliver(of('T1'));
    await early;
    answerWith(async () => null);
    expect(await cache.find('T1')).toBeNull();
  });

  it('looks again when it is told to, without keeping anybody waiting', async () => {
    const { cache, asked } = createCase();
    await cache.find('T1');
    cache.recheck('T1');
    expect(await cache.find('T1')).toEqual(of('T1'));
    expect(asked).toEqual(['T1', 'T1']);
  });

  it('remembers as many as it may and forgets the longest unused', async () => {
    const { cache, asked } = createCase({ size: 2 });
    for (const id of ['T1', 'T2', 'T1', 'T3', 'T1', 'T2']) await cache.find(id);
    expect(asked).toEqual(['T1', 'T2', 'T3', 'T2']);
  });
});
