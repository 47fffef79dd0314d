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

/**
 * Has a person's message in every open review, uncommitted: whoever saves their answer to the first question waits for it half-way, with the
 * answer written. Ended, it leaves nothing.
 */
export async function holdMessagesOf(holder: pg.Client, userId: string): Promise<void> {
  await holder.query('BEGIN');
  await holder.query(
    `INSERT INTO "Post" ("workspaceId", purpose, "reviewId", "channelId")
     SELECT "workspaceId", 'answer:' || id || ':complaints:' || $1, id, "channelId" FROM "Review" WHERE state = 'complaints'
     ON CONFLICT DO NOTHING`,
    [userId],
  );
}

/** How a statement that saves open answers is known among those that run: by what only they are given. */
const SAVES_ANSWERS = `query LIKE '%post jsonb, job jsonb, entry jsonb%' AND datname = current_database() AND pid <> pg_backend_pid()`;

/** Waits until an answer of the app stands in front of a message that the test holds; gives the session's process. */
export async function waitForHeldAnswer(pool: pg.Pool): Promise<number> {
  for (const deadlineMs = Date.now() + 30_000; Date.now() < deadlineMs; await wait(10)) {
    const { rows } = await pool.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND ${SAVES_ANSWERS}`,
    );
    if (rows[0]) return rows[0].pid;
  }
  throw new Error('no answer waited for a lock within 30 s');
}

/** Waits until no answer is being saved, by an app that is gone either. */
export async function waitUntilSaved(pool: pg.Pool): Promise<void> {
  for (const deadlineMs = Date.now() + 30_000; Date.now() < deadlineMs; await wait(10)) {
    const { rowCount } = await pool.query(`SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND ${SAVES_ANSWERS}`);
    if (rowCount === 0) return;
  }
  throw new Error('an answer was still being saved after 30 s');
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
