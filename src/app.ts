import { randomInt } from 'node:crypto';
import { touchOf } from './domain/home-touch.ts';
import type { WorkspaceDefaults } from './domain/workspace.ts';
import { createCardRefresher } from './jobs/card-refresher.ts';
import { type Clock, startClock } from './jobs/clock.ts';
import { createHomeRefresher } from './jobs/home-refresher.ts';
import { tick } from './jobs/tick.ts';
import { createChannelWatch } from './jobs/watch-channels.ts';
import { startWorker, type Worker } from './jobs/worker.ts';
import { unlockDeadWorkers } from './jobs/worker-lock.ts';
import { createBoltLogger, type Logger } from './ops/logging.ts';
import { createStops, type Stops } from './ops/stops.ts';
import { createVault } from './privacy/vault.ts';
import { createSlackSide, type SlackConnection } from './slack/slack-side.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { applyMigrations } from './storage/migrations.ts';
import { createSealedColumn } from './storage/sealed-column.ts';
import { createStorage, type Storage } from './storage/storage.ts';
import type { Deps } from './usecases/deps.ts';
import { findTouchedHomes } from './usecases/find-touched-homes.ts';
import { refreshCard } from './usecases/refresh-card.ts';
import { resealAll } from './usecases/reseal-all.ts';
import { SEALED } from './usecases/sealed.ts';

export type AppOptions = {
  readonly slack: SlackConnection;
  readonly databaseUrl: string;
  readonly encryptionKey: Uint8Array;
  /** Keys that came before it; what they sealed is sealed anew before anything else happens. */
  readonly previousKeys?: readonly Uint8Array[];
  /** Settings of a workspace that is seen for the first time. */
  readonly defaults: WorkspaceDefaults;
  readonly logger: Logger;
  readonly clock?: () => Date;
  /** The least time between two posts in one channel; Slack allows about one a second. */
  readonly postIntervalMs?: number;
  /** How long requests for one card are gathered. */
  readonly cardDelayMs?: number;
  /** How long what was done is gathered before Homes are shown anew, and the least time between two of them. */
  readonly homeDelayMs?: number;
  readonly homeIntervalMs?: number;
  /** How many jobs run at once. */
  readonly concurrency?: number;
};

export type ParleyApp = {
  readonly workspaceId: string;
  readonly storage: Storage;
  readonly deps: Deps;
  /** Does what is due now instead of waiting for the next minute. */
  tick(): Promise<void>;
  /** Takes nothing new, finishes what runs, closes everything. */
  stop(): Promise<void>;
};

/** Starts the app: database, Slack, jobs, clock, in that order. It knows no environment; clock and transport are given. */
export async function startApp(options: AppOptions): Promise<ParleyApp> {
  const { logger, clock = () => new Date() } = options;
  const database = openDatabase({ url: options.databaseUrl, logger });
  const stops = createStops(logger);
  stops.add('the database', () => database.close());
  try {
    await applyMigrations({ pool: database.pool, logger });
    return await compose(options, { database, clock, stops });
  } catch (error) {
    await stops.all();
    throw error;
  }
}

async function compose(
  options: AppOptions,
  { database, clock, stops }: { database: Database; clock: () => Date; stops: Stops },
): Promise<ParleyApp> {
  const { logger } = options;
  const storage = createStorage(database, {
    onAudit(workspaceId, entry) {
      const touch = touchOf(entry);
      if (touch !== null) homes.touch(workspaceId, touch);
    },
  });
  const deps: Deps = {
    storage,
    clock,
    randomInt,
    vault: createVault(options.encryptionKey, options.previousKeys),
    defaults: options.defaults,
  };
  await resealAll({
    columns: SEALED.map((spec) => createSealedColumn(database.pool, spec)),
    vault: deps.vault,
    logger,
  });
  const cards = createCardRefresher({
    refresh: (card) => refreshCard(deps, card),
    delayMs: options.cardDelayMs ?? 700,
    onError: (err) => logger.warn({ err }, 'a card was not refreshed'),
  });
  const homes = createHomeRefresher({
    find: (workspaceId, touches) => findTouchedHomes(deps, { workspaceId, touches }),
    refresh: (home) => slack.refreshHome(home),
    delayMs: options.homeDelayMs ?? 1_000,
    paceMs: options.homeIntervalMs ?? 1_000,
    onError: (err) => logger.warn({ err }, 'a Home was not refreshed'),
  });
  const slack = await createSlackSide({
    ...deps,
    connection: options.slack,
    requestCard: cards.request,
    touchHomes: homes.touch,
    requestHome: homes.request,
    postIntervalMs: options.postIntervalMs ?? 1_000,
    logger,
    boltLogger: createBoltLogger(logger),
  });
  const worker: Worker = await startWorker({
    pool: database.pool,
    url: options.databaseUrl,
    tasks: { deliver_post: slack.deliverPost },
    concurrency: options.concurrency ?? 10,
    logger,
  });
  stops.add('the job worker', () => worker.stop());
  stops.add('the card refresher', () => cards.stop());
  stops.add('the refresher of Homes', () => homes.stop());
  const tickDeps = {
    ...deps,
    logger,
    findTimeZones: slack.findTimeZones,
    findPresence: slack.findPresence,
    findMembers: slack.findMembers,
    touchHomes: homes.touch,
    findAdmins: slack.findAdmins,
    redeliver: () => storage.sweep.enqueueOwedPosts(),
    unlockDeadWorkers: () => unlockDeadWorkers(database.pool),
    watchChannels: createChannelWatch({ ...deps, logger, findChannelRefusal: slack.findChannelRefusal }),
  };
  const minutes: Clock = startClock({ tick: (now) => tick(tickDeps, now), now: clock, logger });
  stops.add('the clock', () => minutes.stop());
  await slack.start();
  stops.add('Slack', () => slack.stop());
  // Requests for a fresh card that a crash swallowed.
  for (const card of await storage.sweep.findOpenReviews()) cards.request(card);
  void minutes.tickNow();

  return {
    workspaceId: slack.workspaceId,
    storage,
    deps,
    tick: () => minutes.tickNow(),
    stop: () => stops.all(),
  };
}
