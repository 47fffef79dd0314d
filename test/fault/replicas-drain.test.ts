import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';
import {
  holdMessagesOf,
  waitForHeldAnswer,
  waitUntilDelivered,
  waitUntilSaved,
} from '../support/fault/database-rows.ts';
import { type AppProcess, startAppProcess } from '../support/fault/replicas-process.ts';

const WORDS = 'Every sign-off is followed by one more thing.';

let world: E2eWorld;
let app: AppProcess;
let holder: pg.Client;
let review: Review;

beforeAll(async () => {
  world = await startWorld({ people: ['mara', 'omar', 'lena'] });
  review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
  await world.stopApp();
});
afterAll(() => world.close());

/** An app in a process of its own, and a message held by the test that a form on its way has to wait for. */
beforeEach(async () => {
  await world.db.query(`DELETE FROM "Answer"; DELETE FROM "Post" WHERE purpose LIKE 'answer:%'`);
  await world.db.query(`DELETE FROM "AuditEntry" WHERE action = 'answer_saved'`);
  const { connectionString: databaseUrl = '' } = world.db.options;
  app = await startAppProcess({ apiUrl: world.standIn.slackApiUrl, databaseUrl });
  await review.press('omar', ACTIONS.answer);
  await world.driver.view(idOf('omar'));
  await waitUntilDelivered(world.db);
  holder = new pg.Client({ connectionString: databaseUrl });
  await holder.connect();
  await holdMessagesOf(holder, idOf('omar'));
});
afterEach(async () => {
  app.signal('SIGKILL');
  await app.ended;
  await holder.end();
});

/** The form is on its way, in a transaction that waits; its answer comes later. */
const sendHeld = async () => {
  const sending = review.send('omar', complaint(WORDS));
  await waitForHeldAnswer(world.db);
  return { sending };
};
const answers = async () => (await world.db.query('SELECT 1 FROM "Answer"')).rowCount;
/** The server finishes what it has begun, whether the app is still there or not: then all of it is there, or nothing. */
async function expectNothingHalf(): Promise<void> {
  await holder.query('ROLLBACK');
  await waitUntilSaved(world.db);
  const { rows } = await world.db.query(
    `SELECT (SELECT count(*) FROM "Answer")::int AS answers, (SELECT count(*) FROM "Post" WHERE purpose LIKE 'answer:%')::int AS messages,
       (SELECT count(*) FROM graphile_worker.jobs WHERE key LIKE '%:answer:%')::int AS jobs,
       (SELECT count(*) FROM "AuditEntry" WHERE action = 'answer_saved')::int AS entries`,
  );
  expect([
    [0, 0, 0, 0],
    [1, 1, 1, 1],
  ]).toContainEqual(Object.values(rows[0]));
}

describe('SIGTERM', () => {
  it('ends the app at once when it comes twice', async () => {
    const { sending } = await sendHeld();
    app.signal('SIGTERM');
    await app.says('stopping');
    app.signal('SIGTERM');
    expect(await app.ended).toBe(1);
    await sending;
    await expectNothingHalf();
    await world.driver.close(idOf('omar'));
  });

  it('ends it also when something never does, and leaves nothing half-written', async () => {
    const { sending } = await sendHeld();
    expect(await sending).toEqual({
      kind: 'errors',
      errors: { [FIELDS.text]: world.t.forms.errors.took_too_long },
    });
    app.signal('SIGTERM');
    expect(await app.ended).toBe(1);
    await expectNothingHalf();
    await world.driver.close(idOf('omar'));
  });

  it('lets a form that is on its way be committed and acknowledged, and ends with code 0', async () => {
    const { sending } = await sendHeld();
    app.signal('SIGTERM');
    await app.says('stopping');
    await holder.query('ROLLBACK');
    expect(await sending).toEqual({ kind: 'closed' });
    expect(await app.ended).toBe(0);
    expect(await answers()).toBe(1);
    expect(app.log()).not.toContain('"level":"error"');

    // What follows the answer is not lost with the process.
    await world.startApp();
    await world.app().tick();
    await review.posted((text) => text.includes(WORDS));
  });
});
