import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { listTables } from '../table-dump.ts';

/** What the delivery of messages does to their rows: it goes on while a form is refused. */
const OF_DELIVERY = [
  'sentTs',
  'revision',
  'deliveredRevision',
  'sendingPart',
  'sendingSince',
  'holdReason',
  'updatedAt',
];

/**
 * Every row of the app as text, without what the delivery of messages changes and without cards: to be compared before and after
 * something that must leave nothing behind.
 */
export async function readRows(pool: pg.Pool): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const table of await listTables(pool)) {
    const found = await pool.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
    for (const { row } of found.rows) {
      if (table === 'Post' && String(row.purpose).startsWith('card')) continue;
      if (table === 'Post') for (const column of OF_DELIVERY) delete row[column];
      rows.push(`${table} ${JSON.stringify(row)}`);
    }
  }
  return rows.sort();
}

/** Waits until a session of the app stands in front of a lock that the test holds. */
export async function waitForLocked(pool: pg.Pool, statement: string): Promise<number> {
  for (const deadlineMs = Date.now() + 30_000; Date.now() < deadlineMs; await wait(10)) {
    const { rows } = await pool.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database() AND query LIKE $1`,
      [`%${statement}%`],
    );
    if (rows[0]) return rows[0].pid;
  }
  throw new Error(`nothing like ${statement} waited for a lock within 30 s`);
}

/** Waits until every message is in Slack and no job is left. */
export async function waitUntilDelivered(pool: pg.Pool): Promise<void> {
  for (const deadlineMs = Date.now() + 30_000; Date.now() < deadlineMs; await wait(20)) {
    const { rows } = await pool.query<{ left: number }>(
      `SELECT (SELECT count(*) FROM "Post" WHERE "deliveredRevision" < revision OR "sendingPart" IS NOT NULL)::int
         + (SELECT count(*) FROM graphile_worker._private_jobs)::int AS left`,
    );
    if (rows[0]?.left === 0) return;
  }
  throw new Error('messages were still owed after 30 s');
}
