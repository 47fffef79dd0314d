import { execFile } from 'node:child_process';
import { chown, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findFreePort } from '../free-port.ts';
import { findDebianPrograms } from './debian-programs.ts';

const run = promisify(execFile);
/** Room for a cluster and a few thousand rows. */
const DISK = '320m';
/** Room for what the log of changes may grow to, and as much again. */
const LOG_DISK = '64m';
/** Less than any change of rows writes into it. */
const LITTLE_LOG = 400;

export type SmallServer = {
  readonly url: string;
  readonly port: number;
  /** Breaks every connection and comes back, as after a crash. */
  restart(): Promise<void>;
  /** Takes all that is left of its disk. */
  fillDisk(): Promise<void>;
  freeDisk(): Promise<void>;
  /** Takes all that is left of the disk of its log of changes, and of the log itself all but the last bytes: the next change ends the server. */
  fillLog(): Promise<void>;
  freeLog(): Promise<void>;
  /** What the server itself says. */
  log(): Promise<string>;
  /** What its supervisor does: starts it if it has ended for good. Resolves when it takes connections. */
  ensureRunning(): Promise<void>;
  remove(): Promise<void>;
};

/**
 * Debian's PostgreSQL on a free loopback port, with its data and its log of changes on small disks of their own (tmpfs) that can be filled.
 * Needs root, for the mounts, and says so.
 */
export async function startSmallServer(): Promise<SmallServer> {
  const { account, control, init } = await findDebianPrograms();
  const disk = await mountSmall(DISK);
  const logDisk = await mountSmall(LOG_DISK);
  if (account) for (const one of [disk, logDisk]) await chown(one, account.uid, account.gid);
  const data = join(disk, 'data');
  const [filler, logFiller] = [join(disk, 'filler'), join(logDisk, 'filler')];
  const port = await findFreePort();
  const settings = [
    ...['fsync=off', 'max_connections=60', 'autovacuum=off', 'listen_addresses=127.0.0.1'],
    // No segment lies ready for the time after this one.
    ...['max_wal_size=16MB', 'min_wal_size=2MB', 'wal_recycle=off'],
    // No socket file: its lock would name a dead process that nobody may have collected.
    'unix_socket_directories=',
  ];
  const options = `-p ${port} ${settings.map((setting) => `-c ${setting}`).join(' ')}`;
  const log = join(disk, 'server.log');
  const start = ['--log', log, '--options', options];

  await init(data, ['--no-sync', '--wal-segsize=1', '--waldir', join(logDisk, 'wal')]);
  await control(data, 'start', start);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return {
    url,
    port,
    async restart() {
      await control(data, 'restart', ['--mode', 'immediate', ...start]);
    },
    fillDisk: () => fill(filler),
    freeDisk: () => rm(filler),
    async fillLog() {
      await fill(logFiller);
      await fillSegments(url);
    },
    freeLog: () => rm(logFiller),
    log: () => readFile(log, 'utf8'),
    async ensureRunning() {
      for (let asked = 0; asked < 200 && !(await answers(url)); asked += 1) {
        const isRunning = await control(data, 'status').then(
          () => true,
          () => false,
        );
        if (!isRunning) await control(data, 'start', start);
      }
    },
    async remove() {
      await control(data, 'stop', ['--mode', 'immediate']).catch(() => undefined);
      for (const one of [disk, logDisk]) {
        await run('umount', [one]);
        await rm(one, { recursive: true, force: true });
      }
    },
  };
}

async function mountSmall(size: string): Promise<string> {
  const disk = await mkdtemp(join(tmpdir(), 'parley-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).catch((cause: unknown) => {
    throw new Error('a small disk could not be mounted: run the fault suites as root', { cause });
  });
  return disk;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

const PLACE_IN_LOG = `
  SELECT ((pg_current_wal_insert_lsn() - '0/0') % (1024 * 1024))::int AS at,
    (SELECT count(*)::int FROM pg_ls_waldir() WHERE name > pg_walfile_name(pg_current_wal_insert_lsn())) AS ready`;

/** Writes notes that nobody reads into the log of changes until next to nothing is left of the last segment that lies ready. */
async function fillSegments(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ at: number; ready: number }>(PLACE_IN_LOG);
      const { at = 0, ready = 0 } = rows[0] ?? {};
      const left = 1024 * 1024 - at;
      if (left <= LITTLE_LOG && ready === 0) return;
      const bytes = ready > 0 ? left : Math.floor(left / 2) - LITTLE_LOG / 4;
      await client.query(`SELECT pg_logical_emit_message(false, '', repeat('.', $1))`, [Math.max(1, bytes)]);
    }
  } finally {
    await client.end();
  }
}

/** Fills a disk by a file: in smaller and smaller pieces, until nothing fits any more. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let bytes = 1 << 20; bytes >= 512; ) {
      try {
        const { bytesWritten } = await file.write(Buffer.alloc(bytes));
        if (bytesWritten < bytes) bytes >>= 1;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        bytes >>= 1;
      }
    }
  } finally {
    await file.close();
  }
}
