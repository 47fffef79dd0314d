import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../free-port.ts';
import { findDebianPrograms } from './debian-programs.ts';
import { killServer } from './kill-process.ts';

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
  const { account, control, init } = await findDebianPrograms();
  const folder = await mkdtemp(join(tmpdir(), 'parley-kill-'));
  if (account) await chown(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const port = await findFreePort();
  // No socket file: its lock would name a dead process that nobody may have collected.
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
  const log = join(folder, 'server.log');
  const start = async () => {
    await control(data, 'start', ['--log', log, '--options', options]).catch(async (cause: unknown) => {
      throw new Error(`the server does not start:\n${await readFile(log, 'utf8')}`, { cause });
    });
  };
  const readPid = async () =>
    Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);

  await init(data);
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
      await control(data, 'stop', ['--mode', 'immediate']).catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
