import type pg from 'pg';
import { PEOPLE } from './sample-agency.ts';

/** In the channel: the card of each past review and what stands in its thread about what followed. */
const SHOWN_KINDS = ['card', 'decision', 'plan', 'parting', 'meeting_note'];
/** To the manager: the meeting with its sheet, and the question for a last lesson. */
const SHOWN_TO_MANAGER = ['meeting', 'last_lesson'];

/** What the past posted was read long ago: nothing of it is owed any more, and nothing of it arrives when the app starts. */
export async function settleAll(pool: pg.Pool): Promise<void> {
  await pool.query('UPDATE "Post" SET "deliveredRevision" = revision');
  await pool.query('DELETE FROM graphile_worker._private_jobs');
}

/** The same, but for the few messages from which the forms of a plan, a meeting or a parting are opened: those arrive. */
export async function settleSeed(pool: pg.Pool): Promise<void> {
  await settleAll(pool);
  await pool.query(
    `UPDATE "Post" SET "deliveredRevision" = 0
     WHERE message->>'kind' = ANY($1) OR (message->>'kind' = ANY($2) AND "channelId" = $3)`,
    [SHOWN_KINDS, SHOWN_TO_MANAGER, PEOPLE.mara.id],
  );
}
