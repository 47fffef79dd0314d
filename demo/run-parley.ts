import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParleyApp, startApp } from '../src/app.ts';
import type { Language } from '../src/domain/language.ts';
import { createLogger, type Logger } from '../src/ops/logging.ts';
import { createVault } from '../src/privacy/vault.ts';
import { openDatabase } from '../src/storage/database.ts';
import { startEmbeddedServer } from '../src/storage/embedded-server.ts';
import { applyMigrations } from '../src/storage/migrations.ts';
import { createStorage } from '../src/storage/storage.ts';
import { agencyWorkspace, BOT } from './sample-agency.ts';
import { seedAgency } from './seed.ts';
import { seedFollowUp } from './seed-follow-up.ts';
import { seedPulses } from './seed-pulses.ts';
import { settleAll, settleSeed } from './settle-seed.ts';
import { type StandIn, startStandIn } from './stand-in/stand-in.ts';

export type Demo = { readonly standIn: StandIn; readonly app: ParleyApp; stop(): Promise<void> };

export type DemoOptions = {
  readonly language: Language;
  readonly port?: number;
  /** The real one unless given. */
  readonly clock?: () => Date;
  /** Whether eight weeks of pulses lie behind the agency, and what followed its decisions: plans, a meeting, partings; true unless given. */
  readonly hasPulses?: boolean;
};

/** The stand-in Slack, a fresh embedded database with the sample agency in it, and the real app between them. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { language, port, clock = () => new Date() } = options;
  const logger = createLogger({ level: 'error' });
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-demo-'));
  const stops: (() => Promise<unknown>)[] = [() => rm(dataDir, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of stops.reverse()) await step();
  };
  try {
    const [standIn, server] = await Promise.all([
      startStandIn({ workspace: agencyWorkspace(language), ...(port === undefined ? {} : { port }) }),
      startEmbeddedServer({ dataDir, logger, isThrowAway: true }),
    ]);
    stops.push(
      () => server.stop(),
      () => standIn.stop(),
    );
    const encryptionKey = randomBytes(32);
    await seed({ ...options, clock, url: server.url, encryptionKey, logger });
    const app = await startApp({
      slack: { mode: 'socket', botToken: BOT.botToken, appToken: BOT.appToken, apiUrl: standIn.slackApiUrl },
      databaseUrl: server.url,
      encryptionKey,
      defaults: { language, timeZone: 'Europe/Berlin', managerIds: [], hourlyCost: 60, currency: 'EUR' },
      logger,
      clock,
      // The stand-in has no limit of one post a second.
      postIntervalMs: 50,
      cardDelayMs: 100,
      homeDelayMs: 200,
      homeIntervalMs: 50,
    });
    stops.push(() => app.stop());
    return { standIn, app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Seeding = DemoOptions & { url: string; encryptionKey: Uint8Array; clock: () => Date; logger: Logger };

async function seed({ url, encryptionKey, language, clock, hasPulses = true, logger }: Seeding): Promise<void> {
  const database = openDatabase({ url, logger });
  try {
    await applyMigrations({ pool: database.pool, logger });
    const defaults = { language, timeZone: 'Europe/Berlin', managerIds: [], hourlyCost: 60, currency: 'EUR' };
    const storage = createStorage(database);
    const deps = { storage, clock, randomInt, vault: createVault(encryptionKey), defaults };
    const clients = await seedAgency(deps, language);
    if (!hasPulses) return await settleAll(database.pool);
    await seedPulses(deps, clients, language);
    await seedFollowUp(deps, clients, language);
    await settleSeed(database.pool);
  } finally {
    await database.close();
  }
}
