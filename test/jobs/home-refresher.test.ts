import { describe, expect, it } from 'vitest';
import { createHomeRefresher, type HomeRef, type Refreshed } from '../../src/jobs/home-refresher.ts';

type Answer = (home: HomeRef) => Promise<Refreshed> | Refreshed;

function refresher(answer: Answer, found: Record<string, string[]> = {}) {
  const seen: string[] = [];
  const errors: unknown[] = [];
  const homes = createHomeRefresher({
    find: async (_, touches) =>
      touches.flatMap((touch) => (touch.kind === 'person' ? [touch.userId] : (found[touch.kind] ?? []))),
    async refresh(home) {
      seen.push(home.userId);
      return answer(home);
    },
    ...{ delayMs: 1, paceMs: 0, onError: (error: unknown) => errors.push(error) },
  });
  return { homes, seen, errors };
}

/** Resolves once `count` Homes were looked at, and lets the refresher come to rest. */
function watch(count: number, answer: Answer = () => ({ kind: 'unchanged' })) {
  let done: () => void = () => undefined;
  let left = count;
  const all = new Promise<void>((resolve) => {
    done = resolve;
  });
  const counted: Answer = (home) => {
    left -= 1;
    if (left === 0) done();
    return answer(home);
  };
  return { all, counted };
}

const person = (userId: string) => ({ kind: 'person', userId }) as const;

describe('the refresher of Homes', () => {
  it('looks once at a Home that is touched often', async () => {
    const { all, counted } = watch(2);
    const { homes, seen } = refresher(counted);
    for (const userId of ['U1', 'U2', 'U1', 'U1']) homes.touch('T1', person(userId));
    await all;
    await homes.stop();
    expect(seen).toEqual(['U1', 'U2']);
  });

  it('takes those who are named before everybody', async () => {
    const { all, counted } = watch(3);
    const { homes, seen } = refresher(counted, { everybody: ['U1', 'U2', 'U3'] });
    homes.touch('T1', { kind: 'everybody' });
    homes.touch('T1', { kind: 'everybody' });
    homes.touch('T1', person('U3'));
    await all;
    await homes.stop();
    expect(seen.slice(0, 3)).toEqual(['U3', 'U1', 'U2']);
  });

  it('does not keep one workspace waiting for another', async () => {
    const { all, counted } = watch(2, ({ workspaceId }) =>
      workspaceId === 'T1' ? { kind: 'later', afterMs: 3_600_000 } : { kind: 'published' },
    );
    const { homes, seen } = refresher(counted);
    homes.request({ workspaceId: 'T1', userId: 'U1' });
    homes.request({ workspaceId: 'T2', userId: 'U2' });
    await all;
    await homes.stop();
    expect(seen).toEqual(['U1', 'U2']);
  });

  it('comes back to a Home when Slack asks for it', async () => {
    const { all, counted } = watch(2, () => ({ kind: 'published' }));
    let isFirst = true;
    const { homes, seen } = refresher((home) => {
      const done = counted(home);
      const wasFirst = isFirst;
      isFirst = false;
      return wasFirst ? { kind: 'later', afterMs: 1 } : done;
    });
    homes.request({ workspaceId: 'T1', userId: 'U1' });
    await all;
    await homes.stop();
    expect(seen).toEqual(['U1', 'U1']);
  });

  it('goes on after one that fails', async () => {
    const { all, counted } = watch(2, ({ userId }) => {
      if (userId === 'U1') throw new Error('the database is away');
      return { kind: 'published' };
    });
    const { homes, seen, errors } = refresher(async (home) => counted(home));
    homes.touch('T1', person('U1'));
    homes.touch('T1', person('U2'));
    await all;
    await homes.stop();
    expect([seen, errors.length]).toEqual([['U1', 'U2'], 1]);
  });

  it('takes nothing more once it is stopped, however long Slack asked it to wait', async () => {
    const { all, counted } = watch(1, () => ({ kind: 'later', afterMs: 60_000 }));
    const { homes, seen } = refresher(counted);
    homes.request({ workspaceId: 'T1', userId: 'U1' });
    await all;
    await homes.stop();
    homes.touch('T1', person('U2'));
    homes.request({ workspaceId: 'T1', userId: 'U3' });
    await homes.stop();
    expect(seen).toEqual(['U1']);
  });
});
