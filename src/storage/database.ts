import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { withUtc } from './database-url.ts';
import { PrismaClient } from './generated/client.ts';
import { type Logger, silentLogger } from './logger.ts';

/** One pool of connections, and Prisma on top of it. `close` ends both and may be called once. */
export type Database = { prisma: PrismaClient; pool: pg.Pool; close(): Promise<void> };

export type DatabaseOptions = {
  url: string;
  poolSize?: number;
  /** How long the server may take to answer one statement; 0 for as long as it likes. */
  answersWithinMs?: number;
  logger?: Logger;
};

/**
 * Opens the pool lazily: nothing connects before the first query, and a lost server is an error of that query only. So is one that
 * accepts and then says nothing: its connection is given up with the query.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options);
  // Minimal: the longer texts of errors repeat the values of the query, which may be what a person wrote.
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Less than the three seconds that Slack waits for an answer: a form can still say that the database is away. */
const CONNECT_WITHIN_MS = 2_000;
/** As long as a transaction may last. No statement of ours comes near it. */
const ANSWERS_WITHIN_MS = 15_000;

/** The pool alone, for what has no use for Prisma. It ends by its own `end`. */
export function openPool(options: DatabaseOptions): pg.Pool {
  const { url, poolSize = 10, answersWithinMs = ANSWERS_WITHIN_MS, logger = silentLogger } = options;
  const pool = new pg.Pool({
    connectionString: withUtc(url),
    max: poolSize,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    // A connection whose other end is gone without a word says nothing, and neither does the system for a quarter of an hour.
    ...(answersWithinMs > 0 ? { query_timeout: answersWithinMs } : {}),
  });
  const onError = (error: Error) => logger.warn({ err: error }, 'a database connection was lost');
  // Without a listener on the pool and on each client, a restart of the server would end this process.
  pool.on('error', onError);
  pool.on('connect', (client) => {
    client.on('error', onError);
    closeWhenUnanswered(client);
  });
  return pool;
}

type Query = (...args: unknown[]) => unknown;

/**
 * Ends a connection with the first query that is not answered in time. The driver gives up the query only: the connection would go back
 * to the pool, and whoever gets it next would wait for nothing.
 */
function closeWhenUnanswered(client: pg.PoolClient): void {
  const query = client.query.bind(client) as Query;
  const look = (error: unknown) => {
    // To `end` a client that waits for an answer breaks its connection, and the pool drops it.
    if (error instanceof Error && error.message === 'Query read timeout')
      void (client as pg.Client & pg.PoolClient).end();
  };
  const watched: Query = (...args) => {
    const callback = args.at(-1);
    if (typeof callback === 'function')
      return query(...args.slice(0, -1), (error: unknown, ...rest: unknown[]) => {
        look(error);
        callback(error, ...rest);
      });
    const result = query(...args);
    if (result instanceof Promise) result.catch(look);
    return result;
  };
  client.query = watched as typeof client.query;
}
