import { setTimeout as wait } from 'node:timers/promises';
import type { HomeTouch } from '../domain/home-touch.ts';

export type HomeRef = { readonly workspaceId: string; readonly userId: string };

/** What became of one Home: nothing in it had changed, it was shown anew, or Slack asked to come back later. */
export type Refreshed =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'published' }
  | { readonly kind: 'later'; readonly afterMs: number };

export type HomeRefresher = {
  /** Something was done that may show in Homes; returns at once. */
  touch(workspaceId: string, touch: HomeTouch): void;
  /** This Home is to be looked at again; returns at once. */
  request(home: HomeRef): void;
  /** Finishes the Home at hand and takes nothing more. */
  stop(): Promise<void>;
};

export type HomeRefresherOptions = {
  readonly find: (workspaceId: string, touches: readonly HomeTouch[]) => Promise<readonly string[]>;
  readonly refresh: (home: HomeRef) => Promise<Refreshed>;
  /** How long touches are gathered. */
  readonly delayMs: number;
  /** The least time between two Homes that are shown in one workspace: Slack takes about a hundred a minute, and people open theirs meanwhile. */
  readonly paceMs: number;
  readonly onError: (error: unknown) => void;
};

/**
 * Keeps Homes up to date: gathers what was done, finds whose Home it touches, and shows these anew, those of one workspace one after
 * another. Who was named or is part of a review comes before what touches everybody. What is lost when the process ends is made up for when a Home is opened.
 */
export function createHomeRefresher(options: HomeRefresherOptions): HomeRefresher {
  const { find, delayMs, onError } = options;
  // By what they say: a thousand answers in one review are one touch.
  const touched = new Map<string, Map<string, HomeTouch>>();
  const queues = new Map<string, ReturnType<typeof createQueue>>();
  let isStopped = false;
  const gathering = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const add = (home: HomeRef, isUrgent: boolean) => {
    if (isStopped) return;
    const queue = queues.get(home.workspaceId) ?? createQueue(options);
    queues.set(home.workspaceId, queue);
    queue.add(home, isUrgent);
  };
  const gather = async () => {
    const all = [...touched];
    touched.clear();
    for (const [workspaceId, byText] of all) {
      const touches = [...byText.values()];
      const forAll = touches.filter(({ kind }) => kind === 'everybody').slice(0, 1);
      const forSome = touches.filter(({ kind }) => kind !== 'everybody');
      for (const [some, isUrgent] of [[forSome, true] as const, [forAll, false] as const])
        if (some.length > 0) for (const userId of await find(workspaceId, some)) add({ workspaceId, userId }, isUrgent);
    }
  };
  const start = () => {
    timer = undefined;
    const done = gather()
      .catch(onError)
      .finally(() => gathering.delete(done));
    gathering.add(done);
  };

  return {
    touch(workspaceId, touch) {
      if (isStopped) return;
      const byText = touched.get(workspaceId) ?? new Map<string, HomeTouch>();
      touched.set(workspaceId, byText.set(JSON.stringify(touch), touch));
      timer ??= setTimeout(start, delayMs);
    },
    request: (home) => add(home, true),
    async stop() {
      clearTimeout(timer);
      isStopped = true;
      await Promise.all([...gathering, ...[...queues.values()].map((queue) => queue.stop())]);
    },
  };
}

/** Of one workspace: one Home after another, the urgent ones first; each waits once, however often it is asked for. */
function createQueue({ refresh, paceMs, onError }: HomeRefresherOptions) {
  const urgent = new Map<string, HomeRef>();
  const others = new Map<string, HomeRef>();
  const ending = new AbortController();
  let running: Promise<void> | undefined;

  const next = () => {
    for (const waiting of [urgent, others])
      for (const [key, home] of waiting) {
        waiting.delete(key);
        return { waiting, key, home };
      }
    return null;
  };
  const work = async () => {
    for (let one = next(); one !== null && !ending.signal.aborted; one = next()) {
      const done = await refresh(one.home).catch((error: unknown): Refreshed => {
        onError(error);
        return { kind: 'unchanged' };
      });
      if (done.kind === 'later') one.waiting.set(one.key, one.home);
      const pauseMs = done.kind === 'later' ? done.afterMs : done.kind === 'published' ? paceMs : 0;
      if (pauseMs > 0) await wait(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };

  return {
    add(home: HomeRef, isUrgent: boolean) {
      (isUrgent ? urgent : others).set(`${home.workspaceId} ${home.userId}`, home);
      running ??= work().finally(() => {
        running = undefined;
      });
    },
    async stop() {
      ending.abort();
      await running;
    },
  };
}
