import { startApp } from '../../../src/app.ts';
import { createLogger } from '../../../src/ops/logging.ts';

/** What the test gives to the app's process, as JSON in its first argument. */
export type HostileAppOptions = {
  readonly databaseUrl: string;
  readonly slackApiUrl: string;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly port: number;
  readonly encryptionKey: string;
  readonly previousKeys: readonly string[];
  readonly aheadMs: number;
  readonly logLevel: string;
  readonly postIntervalMs: number;
};

/** The real app in a process of its own: its heap can be measured and the process killed. It is told what to do by messages. */
async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '') as HostileAppOptions;
  const logger = createLogger({ level: options.logLevel });
  process.on('unhandledRejection', (reason) => logger.fatal({ err: reason }, 'UNHANDLED REJECTION'));
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'UNCAUGHT EXCEPTION');
    process.exit(1);
  });
  const key = (text: string) => Buffer.from(text, 'hex');
  const { databaseUrl, slackApiUrl: apiUrl, botToken, signingSecret, port, postIntervalMs } = options;
  let aheadMs = options.aheadMs;
  const app = await startApp({
    slack: { mode: 'http', botToken, signingSecret, port, apiUrl },
    databaseUrl,
    encryptionKey: key(options.encryptionKey),
    previousKeys: options.previousKeys.map(key),
    defaults: { language: 'en', timeZone: 'Europe/Berlin', managerIds: [], hourlyCost: 60, currency: 'EUR' },
    logger,
    clock: () => new Date(Date.now() + aheadMs),
    ...{ postIntervalMs, cardDelayMs: 20, homeDelayMs: 20, homeIntervalMs: 5 },
  });
  const acts: Record<string, (argument: number) => Promise<unknown> | unknown> = {
    heap: () => {
      globalThis.gc?.();
      return process.memoryUsage().heapUsed;
    },
    tick: () => app.tick(),
    advance: (minutes) => {
      aheadMs += minutes * 60_000;
    },
    stop: () => app.stop(),
  };
  process.on('message', async ({ id, act, argument }: { id: number; act: string; argument: number }) => {
    process.send?.({ id, result: (await acts[act]?.(argument)) ?? null });
    if (act === 'stop') process.disconnect();
  });
  // The test is gone.
  process.on('disconnect', () => process.exit(0));
  process.send?.({ id: 0, result: 'ready' });
}

await main();
