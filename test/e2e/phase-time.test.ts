import { afterEach, describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/slack/ids.ts';
import { complaint, idOf, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const;
const LIVE = { [FIELDS.preset]: 'live' };

let world: E2eWorld;
afterEach(() => world.close());

const start = async (values: object = LIVE) => {
  world = await startWorld({ people: TEAM });
  return startReview(world, { client: 'Northwind', values: { ...values } });
};

describe('the time of a step', () => {
  it('ends the step when it is up, not before', async () => {
    const review = await start();
    world.advance({ minutes: 9 });
    await world.app().tick();
    expect(review.threadText()).not.toContain('What is good about');
    world.advance({ minutes: 1 });
    await world.app().tick();
    await review.step('positives');
    world.expectClean();
  });

  it('is one working day when nobody sets a date', async () => {
    const review = await start({ [FIELDS.deadline]: null });
    world.advance({ minutes: 24 * 60 - 1 });
    await world.app().tick();
    expect(review.threadText()).not.toContain('What is good about');
    world.advance({ minutes: 1 });
    await world.app().tick();
    await review.step('positives');
    world.expectClean();
  });

  it('is made up for when the app was down at that moment', async () => {
    const review = await start();
    await review.fill('omar', complaint('Late invoices.'));
    await world.stopApp();
    world.advance({ minutes: 30 });
    await world.startApp();
    await review.step('positives');
    expect(review.threadText()).toContain('1 person answered');
    world.advance({ minutes: 10 });
    await world.app().tick();
    await review.step('lessons');
    world.expectClean();
  });

  it('moves one step when two apps tick at once', async () => {
    const review = await start();
    const first = world.app();
    const second = await world.startApp();
    for (const phase of ['positives', 'lessons', 'vote'] as const) {
      world.advance({ minutes: 10 });
      await Promise.all([first.tick(), second.tick(), first.tick(), second.tick()]);
      await review.step(phase);
    }
    const { rows } = await world.db.query(
      `SELECT count(*)::int AS moves FROM "AuditEntry" WHERE action = 'phase_closed'`,
    );
    expect(rows).toEqual([{ moves: 3 }]);
    // Four questions, and the words of three steps.
    expect(review.thread()).toHaveLength(7);
    world.expectClean();
  });

  it('ends at the next start when everybody had answered before a crash', async () => {
    const review = await start({ [FIELDS.mode]: 'open' });
    for (const name of ['mara', 'omar'] as const) await review.nothing(name);
    // As if the process had died between the answer and the move: the answer is there, the step is not closed.
    await world.stopApp();
    await world.db.query(`
      INSERT INTO "Answer" ("workspaceId", "reviewId", phase, "personKey", content)
      SELECT "workspaceId", id, 'complaints', '${idOf('lena')}', '{"phase":"complaints","complaints":[]}' FROM "Review"`);
    await world.startApp();
    await review.step('positives');
    world.expectClean();
  });
});
