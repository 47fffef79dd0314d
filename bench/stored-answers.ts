import type { Database } from '../src/storage/database.ts';
import { PULSE_TIME, WORKSPACE } from './big-agency.ts';

export const STORED_ANSWERS = 1_000_000;
/** Of them so many are statements of closed reviews, fifty in each; the others are ratings of the weekly pulse. */
const STATEMENTS = 100_000;
const STATEMENTS_EACH = 50;
const PEOPLE_EACH = 50;
/** Older than anything a Home reads: its own weeks are filled by the case. */
const BEFORE_WEEK = PULSE_TIME.week - 10;

/**
 * What years leave behind: a million answers in all, however many clients they are spread over, and the decided reviews that some of
 * them were given in. Call it when the clients are there.
 */
export async function fillAnswers({ pool }: Database): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // A million checks of foreign keys that hold by construction would take longer than everything else.
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(
      `INSERT INTO "PulseAnswer" ("workspaceId", week, "clientId", "userId", rating, signals)
       SELECT $1, $2::int - n / ($3::int * c.clients), c.ids[1 + (n / $3::int) % c.clients], 'U' || lpad((n % $3::int)::text, 5, '0'),
         1 + n % 5, '{}'
       FROM (SELECT array_agg(id ORDER BY "nameKey") AS ids, count(*)::int AS clients FROM "Client" WHERE "workspaceId" = $1) c,
         generate_series(0, $4::int - 1) n`,
      [WORKSPACE, BEFORE_WEEK, PEOPLE_EACH, STORED_ANSWERS - STATEMENTS],
    );
    await client.query(
      `INSERT INTO "Review" ("workspaceId", id, "clientId", "channelId", "facilitatorId", mode, preset, language, state, "startedAt",
         "closedAt", revealed)
       SELECT $1, gen_random_uuid(), c.ids[1 + n % c.clients], 'C1', 'U00000', 'open', 'async', 'en', 'decided',
         $2::timestamptz - (n || ' hours')::interval, $2::timestamptz - (n || ' hours')::interval, '{}'
       FROM (SELECT array_agg(id ORDER BY "nameKey") AS ids, count(*)::int AS clients FROM "Client" WHERE "workspaceId" = $1) c,
         generate_series(1, $3::int) n`,
      [WORKSPACE, PULSE_TIME.opens, STATEMENTS / STATEMENTS_EACH],
    );
    await client.query(
      `INSERT INTO "Statement" ("workspaceId", id, "reviewId", "clientId", kind, text, signals)
       SELECT $1, gen_random_uuid(), r.id, r."clientId", 'complaint', 'They answer late, again', '{}'
       FROM "Review" r CROSS JOIN generate_series(1, $2::int) WHERE r."workspaceId" = $1 AND r.state = 'decided'`,
      [WORKSPACE, STATEMENTS_EACH],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
