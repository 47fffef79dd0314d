import { type Config, listSecrets, parseConfig, readEnvFile, renderProblems } from './config.ts';
import { announceStart, describeStart } from './ops/banner.ts';
import { keepWasmSmall } from './ops/keep-wasm-small.ts';
import { createLogger } from './ops/logging.ts';
import { readVersion } from './ops/version.ts';
import { startEmbeddedServer } from './storage/embedded-server.ts';

const STOP_WITHIN_MS = 10_000;

async function main(): Promise<void> {
  keepWasmSmall();
  const parsed = parseConfig({ ...readEnvFile('.env'), ...process.env });
  if (!parsed.ok) {
    process.stderr.write(`${renderProblems(parsed.problems)}\n`);
    process.exitCode = 1;
    return;
  }
  await run(parsed.config);
}

async function run(config: Config): Promise<void> {
  const logger = createLogger({ level: config.logLevel, secrets: listSecrets(config) });
  // What a person submitted is in the database or was refused; a stray promise is no reason to leave everybody else without an answer.
  process.on('unhandledRejection', (reason) =>
    logger.error({ err: reason }, 'a promise was rejected and nobody waited for it'),
  );
  const { database } = config;
  const starting =
    database.mode === 'embedded' ? startEmbeddedServer({ dataDir: database.dataDir, logger }) : Promise.resolve(null);
  // Loading the app takes longer than the server does to start: both at once.
  const loading = import('./app.ts');
  loading.catch(() => undefined);
  const embedded = await starting;
  try {
    const { startApp } = await loading;
    const app = await startApp({
      slack: config.slack,
      databaseUrl: database.mode === 'external' ? database.url : (embedded?.url ?? ''),
      encryptionKey: config.encryptionKey,
      previousKeys: config.previousKeys,
      defaults: { language: config.defaultLanguage, timeZone: 'UTC', managerIds: config.managers, ...config.money },
      ops: config.ops,
      logger,
    });
    const started = {
      version: readVersion(),
      workspaces: app.workspaceId === null ? [] : [app.workspaceId],
      opsUrl: app.opsUrl,
    };
    announceStart(describeStart(config, started), {
      isTerminal: process.stdout.isTTY,
      write: (text) => process.stdout.write(text),
      logger,
    });
    const signal = await stopSignal();
    logger.info({ signal }, 'stopping');
    // A supervisor gives about as long; what did not end by then is picked up at the next start.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await app.stop();
  } finally {
    await embedded?.stop();
  }
}

/** The first signal to stop; whoever sends another does not want to wait. */
function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    let isStopping = false;
    const onSignal = (signal: string) => {
      if (isStopping) process.exit(1);
      isStopping = true;
      resolve(signal);
    };
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}

main().catch((error: unknown) => {
  createLogger({ level: 'error' }).error({ err: error }, 'Parley could not start');
  process.exitCode = 1;
});
