import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SIGNING_SECRET } from './form-body.ts';
import type { Load, LoadResult } from './load-generator.ts';
import { freePort } from './postgres.ts';
import { ENCRYPTION_KEY } from './teams.ts';

export type AppProcess = { readonly port: number; readonly child: ChildProcess; stop(): Promise<void> };

type Start = {
  readonly databaseUrl: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  /** Runs what `npm run build` made instead of the sources. */
  readonly isBuilt?: boolean;
};

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Our app, with signed HTTP, as `npm start` runs it, or as `npm run start:built` does. */
export async function startParley({ apiUrl, env, ...start }: Start & { readonly apiUrl: string }): Promise<AppProcess> {
  const ours = {
    ...{ SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: apiUrl },
    ...{ ENCRYPTION_KEY: Buffer.from(ENCRYPTION_KEY).toString('base64'), MANAGERS: 'U00000', ...env },
  };
  const file = start.isBuilt ? '../../dist/main.js' : '../../src/main.ts';
  const nodeOptions = [...(start.isBuilt ? await builtOptions() : []), ...(start.nodeOptions ?? [])];
  return startProcess(pathOf(file), { ...start, nodeOptions, env: ours }, isReadyLine);
}

/** What stands between `node` and the file in the script of package.json. */
async function builtOptions(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(pathOf('../../package.json'), 'utf8')) as {
    scripts: Record<'start:built', string>;
  };
  return scripts['start:built'].split(' ').slice(1, -1);
}

const isReadyLine = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    let seen = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (seen.includes('Parley is ready')) return;
      seen += chunk.toString();
      if (seen.includes('Parley is ready')) resolve();
    });
  });

const saysReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.on('message', (message) => message === 'ready' && resolve()));

/** A Bolt app without us, of a file beside this one. */
export function startBare(file: string, start: Start): Promise<AppProcess> {
  return startProcess(pathOf(file), start, saysReady);
}

async function startProcess(
  file: string,
  { databaseUrl, env, nodeOptions = [], isBuilt = false }: Start,
  isReady: (child: ChildProcess) => Promise<void>,
): Promise<AppProcess> {
  const port = await freePort();
  const child = fork(file, {
    execArgv: [...(isBuilt ? [] : ['--import', 'tsx']), ...nodeOptions],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), DATABASE_URL: databaseUrl, ...env },
    silent: true,
  });
  let said = '';
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  };
  child.stderr?.on('data', keep);
  child.stdout?.on('data', keep);
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${code}: ${said}`);
  });
  died.catch(() => undefined);
  await Promise.race([isReady(child), died]);
  return {
    port,
    child,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export type LoadProcess = { run(load: Load): Promise<LoadResult>; stop(): void };

/** Sends requests from a process of its own. */
export async function startLoad(): Promise<LoadProcess> {
  const child = fork(pathOf('load-generator.ts'), { execArgv: ['--import', 'tsx'] });
  await saysReady(child);
  return {
    async run(load) {
      const answered = once(child, 'message');
      child.send(load);
      const [result] = (await answered) as [LoadResult | { error: string }];
      if ('error' in result) throw new Error(`the load was not finished: ${result.error}`);
      return result;
    },
    stop: () => void child.kill(),
  };
}
