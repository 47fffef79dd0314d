import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedServerUnavailable } from './postgres-binaries.ts';
import type { ServerAccount } from './server-account.ts';

const execute = promisify(execFile);

/** Where a cluster lives and how its programs are run. `home` holds the programs, `folder` the data. */
export type Cluster = { home: string; folder: string; account: ServerAccount | undefined };

export type Program = { name: 'initdb' | 'pg_ctl'; args: string[]; workingFolder: string };

/** Runs one of PostgreSQL's own programs under the server's account, in a folder that this account may enter. */
export async function runProgram(cluster: Cluster, { name, args, workingFolder }: Program): Promise<void> {
  // The programs are called by their full paths and find each other beside themselves.
  const env = { LC_ALL: 'C' };
  try {
    await execute(join(cluster.home, 'bin', name), args, { cwd: workingFolder, env, ...cluster.account });
  } catch (cause) {
    const { code, stderr } = cause as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') {
      const reason = 'its programs need glibc, and this system has none that fits (Alpine and other musl systems).';
      throw new EmbeddedServerUnavailable(reason, { cause });
    }
    throw new Error(`${name} failed: ${stderr?.trim() || (cause as Error).message}`, { cause });
  }
}

/** The socket folder of the server that runs on this cluster now, starting ones included; undefined if there is none. */
export async function findRunningServer(folder: string): Promise<{ socketFolder: string } | undefined> {
  const pidFile = join(folder, 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  if (await isPostgres(pid)) return { socketFolder: lines[4] ?? '' };
  // After a crash the id can belong to another program of ours, or to a dead process that nobody has collected;
  // PostgreSQL would refuse to start on account of it, as of the same id in the lock of its socket.
  await rm(pidFile, { force: true });
  if (lines[4]) await rm(join(lines[4], '.s.PGSQL.5432.lock'), { force: true });
  return undefined;
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // Z: dead, but nobody has collected it (containers whose first process does not).
    return /^\d+ \(postgres[^)]*\) [^ZX]/.test(status);
  }
  const { stdout } = await execute('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres');
}

/** Starts the server and waits until it takes connections; throws with the end of its log when it does not. */
export async function startServer(cluster: Cluster): Promise<void> {
  try {
    await control(cluster, ['start', '--log', 'server.log']);
  } catch (cause) {
    if (cause instanceof EmbeddedServerUnavailable) throw cause;
    const log = await readFile(join(cluster.folder, 'server.log'), 'utf8').catch(() => '');
    const tail = log.split('\n').slice(-8).join('\n');
    throw new Error(`The embedded PostgreSQL in ${cluster.folder} does not start. Its log ends with:\n${tail}`, {
      cause,
    });
  }
}

/** Stops the server and waits until it is gone. `immediate` skips the last checkpoint: for data nobody needs again. */
export async function stopServer(cluster: Cluster, mode: 'fast' | 'immediate'): Promise<void> {
  await control(cluster, ['stop', '--mode', mode]);
}

async function control(cluster: Cluster, args: string[]): Promise<void> {
  // pg_ctl hands paths to a shell without care for quotes and dollars: it gets relative ones.
  const all = [...args, '--wait', '--silent', '--pgdata', '.'];
  await runProgram(cluster, { name: 'pg_ctl', args: all, workingFolder: cluster.folder });
}
