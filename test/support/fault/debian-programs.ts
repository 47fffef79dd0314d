import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findServerAccount } from '../../../src/storage/server-account.ts';

const DEBIAN_SERVERS = '/usr/lib/postgresql';

export type DebianPrograms = {
  /** Who may run a server: PostgreSQL refuses root. Nobody else where we are not root. */
  readonly account: Awaited<ReturnType<typeof findServerAccount>>;
  /** Runs one of the programs, as that account. */
  run(name: string, args: readonly string[]): Promise<unknown>;
  /** `pg_ctl` on a data folder; resolves when it is done. */
  control(data: string, action: string, args?: readonly string[]): Promise<unknown>;
  /** Makes a cluster in a folder that is not there yet. */
  init(data: string, args?: readonly string[]): Promise<unknown>;
};

/** The programs of Debian's newest PostgreSQL. Throws, with what to do, where there is none. */
export async function findDebianPrograms(): Promise<DebianPrograms> {
  const bin = await findFolder();
  const account = await findServerAccount();
  const run = (name: string, args: readonly string[]) =>
    promisify(execFile)(join(bin, name), args, { cwd: '/', env: { LC_ALL: 'C.UTF-8' }, ...account });
  return {
    ...{ account, run },
    control: (data, action, args = []) => run('pg_ctl', [action, '--wait', '--silent', '--pgdata', data, ...args]),
    init: (data, args = []) =>
      run('initdb', [
        ...['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8'],
        ...args,
      ]),
  };
}

async function findFolder(): Promise<string> {
  const versions = (await readdir(DEBIAN_SERVERS).catch(() => [])).filter((name) => /^\d+$/.test(name));
  const [newest] = versions.sort((a, b) => Number(b) - Number(a));
  if (newest === undefined) throw new Error(`no PostgreSQL under ${DEBIAN_SERVERS}: apt-get install postgresql`);
  return join(DEBIAN_SERVERS, newest, 'bin');
}
