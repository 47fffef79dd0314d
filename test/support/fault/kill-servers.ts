import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDebianServer } from './kill-debian-server.ts';
import { killServer } from './kill-process.ts';

export type DatabaseKind = 'embedded' | 'debian';

/** The database as the app is told of it, and how it is killed. */
export type KillableDatabase = {
  readonly env: Readonly<Record<string, string>>;
  /** kill -9 of the server. */
  kill(): Promise<void>;
  /** What must be done for it to come back: nothing for the embedded one, which the app starts again. */
  start(): Promise<void>;
  /** Once the app is gone. */
  remove(): Promise<void>;
};

export async function openKillableDatabase(kind: DatabaseKind): Promise<KillableDatabase> {
  return kind === 'debian' ? openDebian() : openEmbedded();
}

async function openDebian(): Promise<KillableDatabase> {
  const server = await startDebianServer();
  return {
    env: { DATABASE_URL: server.url },
    kill: () => server.kill(),
    start: () => server.start(),
    remove: () => server.remove(),
  };
}

async function openEmbedded(): Promise<KillableDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-kill-'));
  // As root, the server runs under another account, which must get in.
  await chmod(dataDir, 0o755);
  const readPid = async () =>
    Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  return {
    env: { DATA_DIR: dataDir },
    kill: async () => killServer(await readPid()),
    start: async () => undefined,
    async remove() {
      // The app was killed, so its server is still there.
      const pid = await readPid();
      if (pid) await killServer(pid);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
