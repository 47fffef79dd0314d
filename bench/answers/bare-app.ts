import { App } from '@slack/bolt';
import pg from 'pg';
import { VIEWS } from '../../src/slack/ids.ts';
import { SIGNING_SECRET } from './form-body.ts';
import { fillIn, type Recorded } from './recorded.ts';

/**
 * What Bolt and `pg` do without us, in a process of its own. Reads its task from the environment: one INSERT, or the statements that
 * our app sends for the same form, in one transaction.
 */
const { PORT, DATABASE_URL, RECORDED } = process.env;
const recorded: Recorded | null = RECORDED ? JSON.parse(RECORDED) : null;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
const app = new App({
  signingSecret: SIGNING_SECRET,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' }),
  convoStore: false,
});

app.view(VIEWS.complaint, async ({ ack, body, view }) => {
  const { reviewId } = JSON.parse(view.private_metadata) as { reviewId: string };
  const person = { reviewId, userId: body.user.id };
  if (recorded === null)
    await pool.query('INSERT INTO bare_answer (review_id, user_id, content) VALUES ($1, $2, $3)', [
      ...[person.reviewId, person.userId],
      JSON.stringify(view.state.values),
    ]);
  else await inOneTransaction(fillIn(recorded, person));
  await ack();
});

async function inOneTransaction(statements: readonly pg.QueryConfig[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const statement of statements) await client.query(statement);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

await app.start(Number(PORT));
process.send?.('ready');
