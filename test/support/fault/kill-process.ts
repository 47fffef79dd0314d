import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const GONE_WITHIN_MS = 30_000;

/** kill -9, and waits until the process is gone; one that is dead but not collected by its parent counts as gone. */
export async function killHard(pid: number): Promise<void> {
  if (!Number.isInteger(pid) || pid <= 1) throw new Error(`no process to kill: ${pid}`);
  process.kill(pid, 'SIGKILL');
  await waitUntilGone([pid]);
}

/** kill -9 of the first process of a database server, and waits for those it had started: they end by themselves. */
export async function killServer(pid: number): Promise<void> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  await killHard(pid);
  await waitUntilGone(children.split(' ').filter(Boolean).map(Number));
}

async function waitUntilGone(pids: readonly number[]): Promise<void> {
  const deadlineMs = Date.now() + GONE_WITHIN_MS;
  for (const pid of pids) {
    while (await isAlive(pid)) {
      if (Date.now() > deadlineMs) throw new Error(`process ${pid} outlived the kill`);
      await wait(5);
    }
  }
}

async function isAlive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /^\d+ \(.*\) [^ZX]/.test(status);
}
