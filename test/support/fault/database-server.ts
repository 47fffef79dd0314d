import { execFile } from 'node:child_process';
import { chown, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from '../free-port.ts';
import { findDebianPrograms } from './debian-programs.ts';

const run = promisify(execFile);
/** Room for a cluster, its log of changes and a few thousand rows. */
const DISK = '320m';

export type SmallServer = {
  readonly url: string;
  readonly port: number;
  /** Breaks every connection and comes back, as after a crash. */
  restart(): Promise<void>;
  /** Takes all that is left of its disk. */
  fillDisk(): Promise<void>;
  freeDisk(): Promise<void>;
  remove(): Promise<void>;
};

/**
 * Debian's PostgreSQL on a free loopback port, with its data on a small disk of its own (a tmpfs) that can be filled. Needs root, for the
 * mount, and says so.
 */
export async function startSmallServer(): Promise<SmallServer> {
  const { account, control, init } = await findDebianPrograms();
  const disk = await mkdtemp(join(tmpdir(), 'parley-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk]).catch((cause: unknown) => {
    throw new Error('a small disk could not be mounted: run the fault suites as root', { cause });
  });
  if (account) await chown(disk, account.uid, account.gid);
  const data = join(disk, 'data');
  const filler = join(disk, 'filler');
  const port = await findFreePort();
  const settings = [
    ...['fsync=off', 'max_connections=60', 'max_wal_size=64MB', 'autovacuum=off', 'listen_addresses=127.0.0.1'],
    // No socket file: its lock would name a dead process that nobody may have collected.
    'unix_socket_directories=',
  ];
  const options = `-p ${port} ${settings.map((setting) => `-c ${setting}`).join(' ')}`;
  const start = ['--log', join(disk, 'server.log'), '--options', options];

  await init(data, ['--no-sync']);
  await control(data, 'start', start);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    async restart() {
      await control(data, 'restart', ['--mode', 'immediate', ...start]);
    },
    async fillDisk() {
      const file = await open(filler, 'w');
      try {
        await fill(file);
      } finally {
        await file.close();
      }
    },
    freeDisk: () => rm(filler),
    async remove() {
      await control(data, 'stop', ['--mode', 'immediate']).catch(() => undefined);
      await run('umount', [disk]);
      await rm(disk, { recursive: true, force: true });
    },
  };
}

/** Writes until nothing fits any more, in smaller and smaller pieces. */
async function fill(file: Awaited<ReturnType<typeof open>>): Promise<void> {
  for (let bytes = 1 << 20; bytes >= 512; ) {
    try {
      const { bytesWritten } = await file.write(Buffer.alloc(bytes));
      if (bytesWritten < bytes) bytes >>= 1;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      bytes >>= 1;
    }
  }
}
