import pg from 'pg';
import { copyRows, orderByReferences } from './copy-rows.ts';
import { openDatabase } from './database.ts';
import { type Logger, silentLogger } from './logger.ts';
import { applyMigrations, listMigrationNames } from './migrations.ts';
import { enqueueOwedPosts } from './post-store.ts';
import { digestTables, fixTextForm, listAppTables, quoteName, type TableDigest } from './table-digest.ts';

/** Why nothing was copied. `details`: the names that the sentence to a person needs. */
export type CopyRefusal = {
  readonly ok: false;
  readonly reason:
    | 'source_empty'
    | 'source_in_use'
    | 'source_older'
    | 'source_newer'
    | 'target_not_empty'
    | 'target_not_ours'
    | 'copy_differs';
  readonly details: readonly string[];
};

export type CopyResult =
  /** `jobs`: how many were made; null when the database went away after the copy, and the app makes them at its start. */
  { readonly ok: true; readonly tables: readonly TableDigest[]; readonly jobs: number | null } | CopyRefusal;

export type CopyOptions = { readonly fromUrl: string; readonly toUrl: string; readonly logger?: Logger };

/** Thrown inside the transaction so that nothing of it stays. */
class Refused extends Error {
  readonly refusal: CopyRefusal;
  constructor(reason: CopyRefusal['reason'], details: readonly string[] = []) {
    super(reason);
    this.refusal = { ok: false, reason, details };
  }
}

/**
 * Copies everything of one database into an empty one: all tables in one transaction, each compared with its source by count and
 * checksum before it is committed. The jobs of the queue are not copied but made anew for the messages that are owed. The source is
 * only read. Refuses while another program is connected to the source: what that wrote meanwhile would be lost.
 */
export async function copyDatabase({ fromUrl, toUrl, logger = silentLogger }: CopyOptions): Promise<CopyResult> {
  try {
    const tables = await copyAll({ fromUrl, toUrl, logger });
    // Everything is there by now, whatever becomes of the jobs.
    return { ok: true, tables, jobs: await makeJobs(toUrl).catch(() => null) };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function copyAll({ fromUrl, toUrl, logger }: Required<CopyOptions>): Promise<TableDigest[]> {
  const from = await connect(fromUrl);
  try {
    await from.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await refuseUnlessAlone(from);
    const tables = await checkSource(from);
    const to = await prepareTarget(toUrl, logger);
    try {
      await to.query('BEGIN');
      const digests = await fillTarget(from, to, tables);
      await refuseUnlessAlone(from);
      await to.query('COMMIT');
      return digests;
    } finally {
      await to.end();
    }
  } finally {
    await from.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await fixTextForm(client);
    await client.query(`SET lock_timeout = '10s'`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** An app that runs holds connections to its database from its start to its end. */
async function refuseUnlessAlone(client: pg.Client): Promise<void> {
  // Within a transaction the server shows the connections of its first look again.
  await client.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ name: string }>(
    `SELECT coalesce(nullif(application_name, ''), 'a program without a name') AS name FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  if (rows.length > 0) throw new Refused('source_in_use', [...new Set(rows.map(({ name }) => name))]);
}

/** The tables of the source, which must be exactly of this build: only then do the columns of both agree. */
async function checkSource(from: pg.Client): Promise<string[]> {
  const tables = await listAppTables(from);
  if (tables.length === 0) throw new Refused('source_empty');
  const { rows } = await from.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = rows.map(({ name }) => name);
  const ours = await listMigrationNames();
  const missing = ours.filter((name) => !applied.includes(name));
  if (missing.length > 0) throw new Refused('source_older', missing);
  const unknown = applied.filter((name) => !ours.includes(name));
  if (unknown.length > 0) throw new Refused('source_newer', unknown);
  return tables;
}

/** Gives the target the tables of this build, unless it holds somebody else's. */
async function prepareTarget(url: string, logger: Logger): Promise<pg.Client> {
  const to = await connect(url);
  try {
    const tables = await listAppTables(to);
    const { rows } = await to.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS "isOurs"`);
    if (tables.length > 0 && !rows[0].isOurs) throw new Refused('target_not_ours', tables);
    const database = openDatabase({ url, poolSize: 3 });
    await applyMigrations({ pool: database.pool, logger }).finally(() => database.close());
    return to;
  } catch (error) {
    await to.end();
    throw error;
  }
}

/** Copies and compares; the tables of the target are ours alone from the look at their emptiness to the end. */
async function fillTarget(from: pg.Client, to: pg.Client, tables: readonly string[]): Promise<TableDigest[]> {
  await to.query(`LOCK TABLE ${tables.map(quoteName).join(', ')} IN ACCESS EXCLUSIVE MODE`);
  const filled = (await digestTables(to, tables)).filter(({ rows }) => rows > 0);
  if (filled.length > 0)
    throw new Refused(
      'target_not_empty',
      filled.map(({ table }) => table),
    );
  for (const table of await orderByReferences(from, tables)) await copyRows(from, to, table);
  const [sources, copies] = [await digestTables(from, tables), await digestTables(to, tables)];
  const different = sources.filter(
    ({ rows, checksum }, i) => copies[i]?.rows !== rows || copies[i].checksum !== checksum,
  );
  if (different.length > 0)
    throw new Refused(
      'copy_differs',
      different.map(({ table }) => table),
    );
  return copies;
}

const JOBS_AT_ONCE = 500;

/** The jobs of all messages that are owed. A kill before the end costs nothing: the tick of the app makes what is missing. */
async function makeJobs(url: string): Promise<number> {
  const database = openDatabase({ url, poolSize: 2 });
  try {
    for (let jobs = 0; ; ) {
      const added = await enqueueOwedPosts(database.prisma, { limit: JOBS_AT_ONCE });
      jobs += added;
      if (added < JOBS_AT_ONCE) return jobs;
    }
  } finally {
    await database.close();
  }
}
