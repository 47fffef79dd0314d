import { startApp } from '../../../src/app.ts';
import { type Config, listSecrets, parseConfig } from '../../../src/config.ts';
import { createLogger } from '../../../src/ops/logging.ts';
import { startEmbeddedServer } from '../../../src/storage/embedded-server.ts';
import type { FromApp, ToApp } from './kill-app.ts';

/**
 * What `npm start` runs (src/main.ts) with two things that only a test wants: another time than now, and no pauses for Slack's pace.
 * Its parent says what time it is and asks for ticks; without a parent it ends.
 */
async function main(): Promise<void> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { config } = parsed;
  let aheadMs = Number(process.env.FAULT_CLOCK_AHEAD_MS);
  const databaseUrl = await openServer(config);
  const app = await startApp({
    slack: config.slack,
    databaseUrl,
    encryptionKey: config.encryptionKey,
    defaults: { language: config.defaultLanguage, timeZone: 'UTC', managerIds: config.managers, ...config.money },
    logger: logger(config),
    clock: () => new Date(Date.now() + aheadMs),
    postIntervalMs: 5,
    cardDelayMs: 30,
    homeDelayMs: 30,
    homeIntervalMs: 5,
  });
  process.on('message', async (message: ToApp) => {
    aheadMs = message.aheadMs;
    await app.tick();
    tell({ kind: 'ticked', id: message.id });
  });
  tell({ kind: 'ready', databaseUrl });
}

function logger(config: Config) {
  return createLogger({ level: 'debug', secrets: listSecrets(config) });
}

async function openServer(config: Config): Promise<string> {
  const { database } = config;
  if (database.mode === 'external') return database.url;
  return (await startEmbeddedServer({ dataDir: database.dataDir, logger: logger(config) })).url;
}

function tell(message: FromApp): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit(1));
await main();
