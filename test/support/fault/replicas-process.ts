import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { BOT } from '../../../demo/sample-agency.ts';

const SAYS_WITHIN_MS = 60_000;

export type AppProcess = {
  signal(name: NodeJS.Signals): void;
  /** Resolves when the app has logged this. */
  says(text: string): Promise<void>;
  /** Resolves with the exit code, null when a signal ended it. */
  readonly ended: Promise<number | null>;
  log(): string;
};

/** The app as it is started in production, in a process of its own, over Socket Mode. Resolves when it is ready. */
export async function startAppProcess({ apiUrl, databaseUrl }: { apiUrl: string; databaseUrl: string }) {
  const app = spawnApp({
    SLACK_BOT_TOKEN: BOT.botToken,
    SLACK_APP_TOKEN: BOT.appToken,
    SLACK_API_URL: apiUrl,
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'info',
  });
  await app.says(READY);
  return app;
}

/** What the app logs when it takes requests. */
export const READY = 'Parley is ready';

/** The app in a process of its own with this environment and no other. */
export function spawnApp(environment: Readonly<Record<string, string>>): AppProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return follow(child);
}

function follow(child: ChildProcess): AppProcess {
  let log = '';
  const listeners = new Set<() => void>();
  const hear = (data: Buffer) => {
    log += data.toString();
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    signal: (name) => void child.kill(name),
    says: (text) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        const look = () => {
          if (!log.includes(text)) return;
          stop();
          resolve();
        };
        const fail = (why: string) => {
          stop();
          reject(new Error(`the app did not say “${text}”: ${why}. Its log:\n${log}`));
        };
        const timer = setTimeout(() => fail('too late'), SAYS_WITHIN_MS);
        void ended.then((code) => fail(`it ended with ${code}`));
        listeners.add(look);
        look();
      }),
    ended,
    log: () => log,
  };
}
