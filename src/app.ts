import { randomInt } from 'node:crypto';
import { touchOf } from './domain/home-touch.ts';
import type { WorkspaceDefaults } from './domain/workspace.ts';
import { createAnswerFollower } from './jobs/answer-follower.ts';
import { createCardRefresher } from './jobs/card-refresher.ts';
import { type Clock, startClock } from './jobs/clock.ts';
import { createHomeRefresher, type HomeRef, type Refreshed } from './jobs/home-refresher.ts';
import { tick } from './jobs/tick.ts';
import { createChannelWatch } from './jobs/watch-channels.ts';
import { startWorker, type Worker } from './jobs/worker.ts';
import { unlockDeadWorkers } from './jobs/worker-lock.ts';
import { createBoltLogger } from './ops/bolt-logger.ts';
import type { Logger } from './ops/logging.ts';
import type { OpsAddress } from './ops/ops-server.ts';
import { type Ops, startOps } from './ops/start-ops.ts';
import { createStops, type Stops } from './ops/stops.ts';
import { watchTasks, watchTick } from './ops/watched-work.ts';
import { deriveSecret } from './privacy/derive-secret.ts';
import { createVault } from './privacy/vault.ts';
import { createPutOff } from './slack/listeners/put-off.ts';
import { createSlackSide, type SlackConnection } from './slack/slack-side.ts';
import { type Database, openDatabase, openPool } from './storage/database.ts';
import { applyMigrations, isMigrated } from './storage/migrations.ts';
import { createSealedColumn } from './storage/sealed-column.ts';
import { createStorage, type Storage } from './storage/storage.ts';
import { afterAnswers } from './usecases/after-answer.ts';
import type { Deps } from './usecases/deps.ts';
import { findTouchedHomes } from './usecases/find-touched-homes.ts';
import { refreshCard } from './usecases/refresh-card.ts';
import { requireRightKey, resealAll } from './usecases/reseal-all.ts';
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
  /** The least time between two posts in one channel, and between two cards in one workspace; Slack allows about one a second. */
  readonly postIntervalMs?: number;
  /** How long requests for one card are gathered. */
  readonly cardDelayMs?: number;
  /** How long what was done is gathered before Homes are shown anew, and the least time between two of them. */
  readonly homeDelayMs?: number;
  readonly homeIntervalMs?: number;
  /** How many jobs run at once. */
  readonly concurrency?: number;
  /** Where /healthz, /readyz and /metrics are served; nowhere unless given. */
  readonly ops?: OpsAddress | null;
};

export type ParleyApp = {
  /** The workspace of the token; null when every workspace can install the app. */
  readonly workspaceId: string | null;
  readonly storage: Storage;
  readonly deps: Deps;
  /** Where /healthz, /readyz and /metrics are; null when they are not served. */
  readonly opsUrl: string | null;
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
    const ops = await startOps({ address: options.ops, databaseUrl: options.databaseUrl, pool: database.pool, logger });
    stops.add('the pages for operations', () => ops.stop());
    if (!(await isMigrated(database))) await migrate(options);
    return await compose(options, { database, clock, stops, ops });
  } catch (error) {
    await stops.all();
    throw error;
  }
}

/** On connections of its own: a migration, or waiting for the replica that runs it, may take longer than any other statement. */
async function migrate({ databaseUrl: url, logger }: AppOptions): Promise<void> {
  const pool = openPool({ url, poolSize: 2, answersWithinMs: 0, logger });
  await applyMigrations({ pool, logger }).finally(() => pool.end());
}

async function compose(
  options: AppOptions,
  { database, clock, stops, ops }: { database: Database; clock: () => Date; stops: Stops; ops: Ops },
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
  const columns = SEALED.map((spec) => createSealedColumn(database.pool, spec));
  requireRightKey(await resealAll({ columns, vault: deps.vault, logger }));
  const { cards, answers, homes } = createGatherers({ deps, options, refreshHome: (home) => slack.refreshHome(home) });
  const putOff = createPutOff(logger);
  const slack = await createSlackSide({
    ...deps,
    putOff,
    connection: options.slack,
    stateSecret: deriveSecret(options.encryptionKey, 'oauth state'),
    requestCard: cards.request,
    followAnswer: answers.follow,
    touchHomes: homes.touch,
    requestHome: homes.request,
    postIntervalMs: options.postIntervalMs ?? 1_000,
    logger,
    boltLogger: createBoltLogger(logger),
    watch: ops.watch,
  });
  ops.followSlack(slack.connectionState);
  const worker: Worker = await startWorker({
    pool: database.pool,
    url: options.databaseUrl,
    tasks: watchTasks({ deliver_post: slack.deliverPost }, ops.watch),
    concurrency: options.concurrency ?? 10,
    logger,
  });
  stops.add('the job worker', () => worker.stop());
  stops.add('the card refresher', () => cards.stop());
  stops.add('what follows answers', () => answers.stop());
  stops.add('the refresher of Homes', () => homes.stop());
  const tickDeps = {
    ...deps,
    logger,
    lookupsOf: slack.lookupsOf,
    touchHomes: homes.touch,
    redeliver: () => storage.sweep.enqueueOwedPosts(),
    unlockDeadWorkers: () => unlockDeadWorkers(database.pool),
    watchChannels: createChannelWatch({ ...deps, logger, findChannelRefusal: slack.findChannelRefusal }),
  };
  const tickAll = async (now: Date) => {
    // Replies that came before a step ended belong to it.
    await putOff.doAll();
    await tick(tickDeps, now);
  };
  const minutes: Clock = startClock({ tick: watchTick(tickAll, ops.watch), now: clock, logger });
  stops.add('the clock', () => minutes.stop());
  await slack.start();
  stops.add('Slack', () => slack.stop());
  const catchUp = async () => {
    for (const card of await storage.sweep.findOpenReviews()) cards.request(card);
  };
  // Not waited for: requests for a fresh card that a crash swallowed, and what fell due meanwhile. Whoever clicks now is answered already.
  const caughtUp = catchUp().catch((err: unknown) => logger.warn({ err }, 'cards were not refreshed at the start'));
  stops.add('what is made up for at the start', () => caughtUp);
  void caughtUp.then(() => minutes.tickNow());

  return {
    workspaceId: slack.workspaceId,
    storage,
    deps,
    opsUrl: ops.url,
    tick: () => minutes.tickNow(),
    stop: () => stops.all(),
  };
}

type Gathering = {
  readonly deps: Deps;
  readonly options: AppOptions;
  readonly refreshHome: (home: HomeRef) => Promise<Refreshed>;
};

/** What is asked for many times in a moment and done once: cards, what follows answers, Homes. */
function createGatherers({ deps, options, refreshHome }: Gathering) {
  const { logger } = options;
  const cards = createCardRefresher({
    refresh: (card) => refreshCard(deps, card),
    delayMs: options.cardDelayMs ?? 700,
    paceMs: options.postIntervalMs ?? 1_000,
    onError: (err) => logger.warn({ err }, 'a card was not refreshed'),
  });
  const answers = createAnswerFollower({
    afterAnswers: (given) => afterAnswers(deps, given, cards.request),
    delayMs: 100,
    onError: (err) => logger.warn({ err }, 'what follows an answer was put off to the next tick'),
  });
  const homes = createHomeRefresher({
    find: (workspaceId, touches) => findTouchedHomes(deps, { workspaceId, touches }),
    refresh: refreshHome,
    delayMs: options.homeDelayMs ?? 1_000,
    paceMs: options.homeIntervalMs ?? 1_000,
    onError: (err) => logger.warn({ err }, 'a Home was not refreshed'),
  });
  return { cards, answers, homes };
}
