import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { withUtc } from './database-url.ts';
import { PrismaClient } from './generated/client.ts';
import { type Logger, silentLogger } from './logger.ts';

/** One pool of connections, and Prisma on top of it. `close` ends both and may be called once. */
export type Database = { prisma: PrismaClient; pool: pg.Pool; close(): Promise<void> };

export type DatabaseOptions = { url: string; poolSize?: number; logger?: Logger };

/** Opens the pool lazily: nothing connects before the first query, and a lost server is an error of that query only. */
export function openDatabase({ url, poolSize = 10, logger = silentLogger }: DatabaseOptions): Database {
  const pool = openPool({ url, poolSize, logger });
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
const CONNECT_WITHIN_MS = 2_500;

function openPool({ url, poolSize, logger }: Required<DatabaseOptions>): pg.Pool {
  const pool = new pg.Pool({
    connectionString: withUtc(url),
    max: poolSize,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  const onError = (error: Error) => logger.warn({ err: error }, 'a database connection was lost');
  // Without a listener on the pool and on each client, a restart of the server would end this process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
