import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findServerAccount } from '../../../src/storage/server-account.ts';
import { killServer } from './kill-process.ts';

const run = promisify(execFile);
const DEBIAN_SERVERS = '/usr/lib/postgresql';

export type DebianServer = {
  readonly url: string;
  /** kill -9 of its first process; resolves when the others have ended too. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops it, if it runs, and deletes its data. */
  remove(): Promise<void>;
};

/** A server of Debian's newest PostgreSQL on a free loopback port, with Debian's own settings and data of its own. */
export async function startDebianServer(): Promise<DebianServer> {
  const bin = await findPrograms();
  const account = await findServerAccount();
  const folder = await mkdtemp(join(tmpdir(), 'parley-kill-'));
  if (account) await chown(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const port = await findFreePort();
  const program = (name: string, args: string[]) =>
    run(join(bin, name), args, { cwd: '/', env: { LC_ALL: 'C.UTF-8' }, ...account });
  const control = (action: string, args: string[] = []) =>
    program('pg_ctl', [action, '--wait', '--silent', '--pgdata', data, ...args]);
  // No socket file: its lock would name a dead process that nobody may have collected.
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
  const log = join(folder, 'server.log');
  const start = async () => {
    await control('start', ['--log', log, '--options', options]).catch(async (cause: unknown) => {
      throw new Error(`the server does not start:\n${await readFile(log, 'utf8')}`, { cause });
    });
  };
  const readPid = async () =>
    Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);

  await program('initdb', ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8']);
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    async kill() {
      await killServer(await readPid());
      // Where nobody collects dead processes (containers), PostgreSQL would take the dead one for alive.
      await rm(join(data, 'postmaster.pid'), { force: true });
    },
    async remove() {
      await control('stop', ['--mode', 'immediate']).catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function findPrograms(): Promise<string> {
  const versions = (await readdir(DEBIAN_SERVERS).catch(() => [])).filter((name) => /^\d+$/.test(name));
  const [newest] = versions.sort((a, b) => Number(b) - Number(a));
  if (newest === undefined) throw new Error(`no PostgreSQL under ${DEBIAN_SERVERS}: apt-get install postgresql`);
  return join(DEBIAN_SERVERS, newest, 'bin');
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
