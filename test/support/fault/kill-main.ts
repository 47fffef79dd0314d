import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AppProcess, AppStart } from './kill-app.ts';
import type { AppKind } from './kill-world.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The app as everybody starts it, with its own clock, its own ticks each minute, and Slack's pace. */
export function realApp(): AppKind {
  return {
    launch: npmStart,
    clock: { aheadMs: () => 0, now: () => new Date(), advance: () => undefined, toReal: (ms) => ms },
    // Nothing makes its time pass faster.
    tickPauseMs: 1_000,
  };
}

/** `npm start` in a process group of its own, all of which a kill ends at once, as the end of a container does. */
async function npmStart({ env, log }: AppStart): Promise<AppProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { PATH, HOME, LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let isAlive = true;
  // `close` and not `exit`: npm is gone before the app it started.
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      isAlive = false;
      resolve();
    });
  });
  await untilReady(child, ended, log);
  return {
    databaseUrl: env.DATABASE_URL ?? (await embeddedUrl(env.DATA_DIR ?? '')),
    ended,
    isAlive: () => isAlive,
    kill: () => killGroup(child),
    tick: async () => isAlive,
  };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined || pid <= 1) throw new Error(`no process to kill: ${pid}`);
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It has ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function untilReady(child: ChildProcess, ended: Promise<void>, log: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const hear = (line: string) => {
      log(line);
      lines.push(line);
      if (line.includes('Parley is ready')) resolve();
    };
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', hear);
    child.once('error', reject);
    void ended.then(() => reject(new Error(`the app ended instead of starting:\n${lines.slice(-30).join('\n')}`)));
  });
}

/** Where the embedded server of this data folder listens; it says so in the file of its process id, in the fifth line. */
async function embeddedUrl(dataDir: string): Promise<string> {
  const lines = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return `postgresql://postgres@localhost/parley?host=${encodeURIComponent(lines[4] ?? '')}`;
}
