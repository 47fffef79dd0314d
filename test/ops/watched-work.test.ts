import { describe, expect, it } from 'vitest';
import { watchTasks, watchTick } from '../../src/ops/watched-work.ts';

describe('watchTasks', () => {
  it('counts an attempt that throws by the name of its task, and throws on', async () => {
    const failed: string[] = [];
    const tasks = watchTasks(
      { works: async (_payload: string) => undefined, breaks: () => Promise.reject(new Error('no')) },
      { jobFailed: (task) => void failed.push(task) },
    );
    await tasks.works?.('payload');
    await expect(tasks.breaks?.('payload')).rejects.toThrow('no');
    expect(failed).toEqual(['breaks']);
  });
});

describe('watchTick', () => {
  it.each([
    ['ends', async () => undefined],
    ['throws', () => Promise.reject(new Error('no database'))],
  ])('tells how long a tick took that %s', async (_how, tick) => {
    const seconds: number[] = [];
    await watchTick(tick, { ticked: (took) => void seconds.push(took) })(new Date()).catch(() => undefined);
    expect(seconds).toHaveLength(1);
    expect(seconds[0]).toBeGreaterThanOrEqual(0);
  });
});
