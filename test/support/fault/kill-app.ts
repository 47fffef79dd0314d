import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type ToApp = { readonly id: number; readonly aheadMs: number };
export type FromApp =
  | { readonly kind: 'ready'; readonly databaseUrl: string }
  | { readonly kind: 'ticked'; readonly id: number };

export type AppProcess = {
  readonly databaseUrl: string;
  /** Resolves when it is gone, whoever ended it. */
  readonly ended: Promise<void>;
  isAlive(): boolean;
  kill(): void;
  /** Tells it the time and has it do what is due; false when it ended instead. */
  tick(aheadMs: number): Promise<boolean>;
};

export type AppStart = {
  readonly env: Readonly<Record<string, string>>;
  readonly aheadMs: number;
  readonly log: (line: string) => void;
};

const ENTRY = fileURLToPath(new URL('kill-app-process.ts', import.meta.url));

/** Starts the app in a process of its own and waits until it is ready. Throws with the end of its log when it does not come up. */
export async function startAppProcess({ env, aheadMs, log }: AppStart): Promise<AppProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY], {
    env: { PATH: process.env.PATH ?? '', FAULT_CLOCK_AHEAD_MS: String(aheadMs), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const last: string[] = [];
  const note = (line: string) => {
    last.push(line);
    if (last.length > 30) last.shift();
    log(line);
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', note);
  let isAlive = true;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isAlive = false;
      resolve();
    });
  });
  const databaseUrl = await readyUrl(child, ended, last);
  let ticks = 0;
  return {
    databaseUrl,
    ended,
    isAlive: () => isAlive,
    kill: () => void child.kill('SIGKILL'),
    tick(ahead) {
      ticks += 1;
      const id = ticks;
      const ticked = new Promise<boolean>((resolve) => {
        const listen = (message: FromApp) => {
          if (message.kind !== 'ticked' || message.id !== id) return;
          child.off('message', listen);
          resolve(true);
        };
        child.on('message', listen);
      });
      if (!child.connected) return Promise.resolve(false);
      // The channel may close while this is on its way; that it ended says enough.
      child.send({ id, aheadMs: ahead } satisfies ToApp, () => undefined);
      return Promise.race([ticked, ended.then(() => false)]);
    },
  };
}

function readyUrl(child: ChildProcess, ended: Promise<void>, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromApp) => {
      if (message.kind === 'ready') resolve(message.databaseUrl);
    });
    void ended.then(() => reject(new Error(`the app ended instead of starting:\n${lines.join('\n')}`)));
  });
}
