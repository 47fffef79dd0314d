import type pg from 'pg';

/** Rows by table, each row as the columns it has. */
export type TableDump = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Tables of the app in the database, by name. */
export async function listTables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Everything a reader of the database finds, jobs included, in the order in which the rows lie on the disk. */
export async function dumpTables(pool: pg.Pool): Promise<TableDump> {
  const sources = [
    ...(await listTables(pool)).map((name) => [name, `SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY ctid`]),
    [
      'jobs',
      `SELECT jsonb_build_object('key', j.key, 'payload', j.payload, 'queue', q.queue_name) AS row
       FROM graphile_worker._private_jobs j LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
       ORDER BY j.ctid`,
    ],
  ] as const;
  const dump: Record<string, Record<string, unknown>[]> = {};
  for (const [name = '', sql = ''] of sources)
    dump[name] = (await pool.query<{ row: Record<string, unknown> }>(sql)).rows.map(({ row }) => row);
  return dump;
}

/**
 * Removes every row, and every job, in a millisecond. New rows may then lie between the places of the old ones: where their
 * order on the disk is the point, take `truncateTables`.
 */
export async function emptyTables(pool: pg.Pool): Promise<void> {
  const deletions = (await listTables(pool)).map((name) => `DELETE FROM "${name}"`);
  // As a replica no foreign key or trigger is asked, so that the order of the tables does not matter.
  await pool.query(
    `BEGIN; SET LOCAL session_replication_role = replica; ${deletions.join('; ')};
     DELETE FROM graphile_worker._private_jobs; COMMIT`,
  );
}

/** Removes every row, and every job; the tables are as new. Slow: the server makes new files for each and its indexes. */
export async function truncateTables(pool: pg.Pool): Promise<void> {
  const names = (await listTables(pool)).map((name) => `"${name}"`).join(', ');
  await pool.query(`TRUNCATE ${names} CASCADE`);
  await pool.query('DELETE FROM graphile_worker._private_jobs');
}
