import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type Logger, silentLogger } from './logger.ts';
import { prepareCluster, writeSettings } from './server-cluster.ts';
import { type Cluster, findRunningServer, startServer, stopServer } from './server-process.ts';

const DATABASE = 'parley';
/** Every app on the cluster holds this lock shared; who gets it alone is the last one and stops the server. */
const HOLDER_LOCK = 5_871_001;
const START_LIMIT_MS = 30_000;
const REJOIN_PAUSE_MS = 1_000;
const LAST_JOIN_LIMIT_MS = 3_000;
const LEFTOVERS_PAUSE_MS = 100;
const NOT_READY_CODES = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P03'];

export type EmbeddedServer = { url: string; stop(): Promise<void> };

export type EmbeddedServerOptions = {
  /** The cluster is kept in its subfolder `postgres`. */
  dataDir: string;
  logger?: Logger;
  /** For tests: no fsync, and the data is deleted at stop. */
  isThrowAway?: boolean;
};

/**
 * Starts the PostgreSQL shipped with the app on `dataDir`, or joins the one that runs there already (after a kill -9 of
 * the app, or for a second app). `url` names its database `parley`, over a socket only this account may open.
 * A server that dies meanwhile is started again, at the same url. `stop` stops the server unless another app still uses it.
 * Throws EmbeddedServerUnavailable where it cannot run.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataDir, logger = silentLogger, isThrowAway = false } = options;
  const cluster = await prepareCluster({ dataDir, logger, isThrowAway });
  const stopped = new AbortController();
  const joining = { cluster, isThrowAway, logger, signal: stopped.signal };
  const { holder: first, socketFolder } = await joinServer(joining);
  await ensureDatabase(first);
  const presence = keepJoined(first, { ...joining, socketFolder });
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    stopped.abort();
    const holder = await presence.end();
    const isLast = isThrowAway || (await releaseHolder(holder));
    if (isLast && (await findRunningServer(cluster.folder)))
      await stopServer(cluster, isThrowAway ? 'immediate' : 'fast');
    await holder.end().catch(() => undefined);
    if (isLast) await removeSocketFolder(cluster, socketFolder);
    if (isThrowAway)
      await Promise.all([dirname(cluster.folder), dataDir].map((path) => rm(path, { recursive: true, force: true })));
  };
  return {
    url: `postgresql://postgres@localhost/${DATABASE}?host=${encodeURIComponent(socketFolder)}`,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

type Joined = { holder: pg.Client; socketFolder: string };
type Joining = {
  cluster: Cluster;
  isThrowAway: boolean;
  logger: Logger;
  /** Where the server was before it died; decided anew unless given. */
  socketFolder?: string;
  signal: AbortSignal;
};

/** Joins again whenever the connection is lost, which starts a server that died. `end` resolves to the last holder. */
function keepJoined(first: pg.Client, joining: Joining): { end(): Promise<pg.Client> } {
  const { cluster, logger, signal } = joining;
  let holder = first;
  let isLost = false;
  let rejoining: Promise<void> = Promise.resolve();
  const rejoin = async () => {
    while (!signal.aborted) {
      try {
        ({ holder } = await joinServer(joining));
        isLost = false;
        logger.warn({}, 'the embedded database was lost and is there again');
        return watch();
      } catch (error) {
        if (signal.aborted) return;
        logger.error({ err: error }, 'the embedded database does not start; trying again');
        await wait(REJOIN_PAUSE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  const watch = () => {
    holder.once('end', () => {
      isLost = true;
      if (!signal.aborted) rejoining = rejoin();
    });
  };
  watch();
  return {
    async end() {
      await rejoining;
      // Stopped in the moment in which the server was started again: it is joined, so that the last app can stop it.
      const deadlineMs = Date.now() + LAST_JOIN_LIMIT_MS;
      while (isLost && Date.now() < deadlineMs) {
        const running = await findRunningServer(cluster.folder);
        if (!running) break;
        const again = running.socketFolder ? await connectHolder(running.socketFolder, logger) : undefined;
        if (again) return again;
        await wait(20);
      }
      return holder;
    },
  };
}

/** Joins the running server, starting it if none runs; goes round again while one is starting, stopping or raced for. */
async function joinServer(joining: Joining): Promise<Joined> {
  const { cluster, logger, signal } = joining;
  const deadlineMs = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadlineMs && !signal.aborted) {
    const running = await findRunningServer(cluster.folder);
    // While it starts, its socket is not known yet.
    const holder = running?.socketFolder ? await connectHolder(running.socketFolder, logger) : undefined;
    if (running && holder) return { holder, socketFolder: running.socketFolder };
    if (running) await wait(20);
    else await startUnlessRaced(joining);
  }
  const remedy = `Look into ${cluster.folder}/server.log, or stop the process named in postmaster.pid there.`;
  throw new Error(`The embedded PostgreSQL took no connection for ${START_LIMIT_MS / 1000} s. ${remedy}`);
}

async function startUnlessRaced({ cluster, isThrowAway, socketFolder: earlier }: Joining): Promise<void> {
  const socketFolder = await writeSettings(cluster, isThrowAway, earlier);
  try {
    await startServer(cluster);
  } catch (error) {
    const winner = await findRunningServer(cluster.folder);
    if (winner) return;
    if (socketFolder !== earlier) await removeSocketFolder(cluster, socketFolder);
    if (!isOfDyingServer(error)) throw error;
    await wait(LEFTOVERS_PAUSE_MS);
  }
}

/** The first process of the server before was killed, and those it had started still hold its memory; they end by themselves. */
function isOfDyingServer(error: unknown): boolean {
  return (error as Error).message.includes('pre-existing shared memory block');
}

async function removeSocketFolder(cluster: Cluster, socketFolder: string): Promise<void> {
  if (socketFolder !== cluster.folder) await rm(socketFolder, { recursive: true, force: true });
}

/** A connection that holds the shared lock; undefined when the server is not ready, or its last app is stopping it. */
async function connectHolder(socketFolder: string, logger: Logger): Promise<pg.Client | undefined> {
  const client = new pg.Client({ host: socketFolder, port: 5432, user: 'postgres', database: 'postgres' });
  client.on('error', (error) => logger.debug({ err: error }, 'the embedded database closed a connection'));
  try {
    await client.connect();
    const { rows } = await client.query('SELECT pg_try_advisory_lock_shared($1) AS joined', [HOLDER_LOCK]);
    if (rows[0].joined) return client;
  } catch (error) {
    if (!isNotReady(error)) throw error;
  }
  await client.end().catch(() => undefined);
  return undefined;
}

function isNotReady(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return NOT_READY_CODES.includes(String(code)) || String(message).startsWith('Connection terminated');
}

/** Whether we were the last app. With the connection lost nobody can tell, and the server is left running. */
async function releaseHolder(holder: pg.Client): Promise<boolean> {
  try {
    await holder.query('SELECT pg_advisory_unlock_shared($1)', [HOLDER_LOCK]);
    const { rows } = await holder.query('SELECT pg_try_advisory_lock($1) AS last', [HOLDER_LOCK]);
    return rows[0].last;
  } catch {
    return false;
  }
}

async function ensureDatabase(holder: pg.Client): Promise<void> {
  const { rowCount } = await holder.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount) return;
  await holder.query(`CREATE DATABASE ${DATABASE}`).catch((error: pg.DatabaseError) => {
    // 42P04, 23505: another app made it in this moment.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}
