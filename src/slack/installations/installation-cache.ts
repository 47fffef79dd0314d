import { setTimeout as wait } from 'node:timers/promises';
import type { Installation } from '../../domain/installation.ts';
import type { Logger } from '../../ops/logging.ts';

export type InstallationCache = {
  /** Null when the app is not installed there. Rejects when that cannot be said in time. */
  find(workspaceId: string): Promise<Installation | null>;
  /** It has changed: what is remembered is not to be used again. */
  forget(workspaceId: string): void;
  /** It may have changed in another copy of the app: what is remembered is looked at again when it is next asked for. */
  recheck(workspaceId: string): void;
};

export type InstallationCacheOptions = {
  readonly load: (workspaceId: string) => Promise<Installation | null>;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** How long an installation is used before it is read again. */
  readonly freshMs?: number;
  /** How long a workspace that is not remembered may keep a request waiting. Slack's three seconds must hold the work too. */
  readonly patienceMs?: number;
  /** How many workspaces are remembered; the longest unused is forgotten first. */
  readonly size?: number;
};

const FRESH_MS = 60_000;
const PATIENCE_MS = 1_000;
const SIZE = 5_000;

/**
 * Installations, remembered: Bolt asks for one before it acknowledges anything, so a store that is slow or away must not be waited for
 * (slack 1.3). What is remembered is given at once, and read again beside that when it is older than `freshMs`; of a workspace that is not
 * remembered the store is asked for `patienceMs` at most. One read at a time for each workspace.
 */
export function createInstallationCache(options: InstallationCacheOptions): InstallationCache {
  const { clock, logger, freshMs = FRESH_MS, patienceMs = PATIENCE_MS, size = SIZE } = options;
  const known = new Map<string, { readonly installation: Installation; readonly until: number }>();
  const loading = new Map<string, Promise<Installation | null>>();

  const keep = (workspaceId: string, installation: Installation, until: number) => {
    known.delete(workspaceId);
    known.set(workspaceId, { installation, until });
    const [oldest] = known.keys();
    if (known.size > size && oldest !== undefined) known.delete(oldest);
  };
  const read = async (workspaceId: string, isCurrent: () => boolean) => {
    const found = await options.load(workspaceId);
    // Forgotten meanwhile: what was read may be from before the change that made somebody forget it.
    if (isCurrent() && found !== null) keep(workspaceId, found, clock().getTime() + freshMs);
    if (isCurrent() && found === null) known.delete(workspaceId);
    return found;
  };
  const load = (workspaceId: string): Promise<Installation | null> => {
    const running = loading.get(workspaceId);
    if (running) return running;
    const isCurrent = () => loading.get(workspaceId) === started;
    const started: Promise<Installation | null> = read(workspaceId, isCurrent).finally(() => {
      if (isCurrent()) loading.delete(workspaceId);
    });
    loading.set(workspaceId, started);
    return started;
  };

  return {
    async find(workspaceId) {
      const entry = known.get(workspaceId);
      if (entry === undefined) return inTime(load(workspaceId), patienceMs);
      keep(workspaceId, entry.installation, entry.until);
      if (entry.until <= clock().getTime())
        load(workspaceId).catch((err: unknown) =>
          logger.warn({ err, workspaceId }, 'an installation could not be read again; the one remembered is used'),
        );
      return entry.installation;
    },
    forget(workspaceId) {
      known.delete(workspaceId);
      loading.delete(workspaceId);
    },
    recheck(workspaceId) {
      const entry = known.get(workspaceId);
      if (entry) known.set(workspaceId, { ...entry, until: 0 });
    },
  };
}

async function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  const done = new AbortController();
  const late = wait(patienceMs, undefined, { signal: done.signal }).then(() => {
    throw new Error(`an installation could not be read within ${patienceMs} ms`);
  });
  return Promise.race([work, late]).finally(() => done.abort());
}
