import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { HostileAppOptions } from './hostile-app.ts';

const PROGRAM = fileURLToPath(new URL('hostile-app.ts', import.meta.url));

export type HostileProcess = {
  /** Bytes in use after a collection. */
  heap(): Promise<number>;
  tick(): Promise<void>;
  advance(minutes: number): Promise<void>;
  stop(): Promise<void>;
  /** SIGKILL, at once. */
  kill(): Promise<void>;
  readonly isAlive: () => boolean;
};

/** Starts the app in a process of its own and resolves when it is ready; its log lines go to `onLine`. */
export async function startHostileProcess(
  options: HostileAppOptions,
  onLine: (line: string) => void,
): Promise<HostileProcess> {
  const child = fork(PROGRAM, [JSON.stringify(options)], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', onLine);
  const ask = createAsker(child);
  await ask(0);
  let nextId = 0;
  const tell = (act: string, argument = 0): Promise<unknown> => {
    nextId += 1;
    const answered = ask(nextId);
    child.send({ id: nextId, act, argument });
    return answered;
  };
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  const gone = async () => {
    if (isAlive()) await once(child, 'exit');
  };
  return {
    heap: async () => Number(await tell('heap')),
    tick: async () => void (await tell('tick')),
    advance: async (minutes) => void (await tell('advance', minutes)),
    async stop() {
      if (!isAlive()) return;
      await tell('stop');
      await gone();
    },
    async kill() {
      child.kill('SIGKILL');
      await gone();
    },
    isAlive,
  };
}

/** Waits for the answer with an id; rejects when the process ends before. */
function createAsker(child: ChildProcess) {
  return (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const done = (finish: () => void) => {
        child.off('message', onMessage);
        child.off('exit', onExit);
        finish();
      };
      const onMessage = (message: unknown) => {
        const answer = message as { id: number; result: unknown };
        if (answer.id === id) done(() => resolve(answer.result));
      };
      const onExit = (code: number | null, signal: string | null) =>
        done(() => reject(new Error(`the app ended with ${code ?? signal}`)));
      child.on('message', onMessage);
      child.on('exit', onExit);
    });
}
