import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, startReview } from '../support/http/review.ts';
import { type HttpWorld, startHttpWorld } from '../support/http/world.ts';

let world: HttpWorld;
beforeEach(async () => {
  world = await startHttpWorld();
});
afterEach(() => world.close());

const answers = async () => Number((await world.db.query('SELECT count(*) FROM "Answer"')).rows[0].count);
/** Omar's form, filled in and not sent yet; what is known of people has grown old, so that it needs Slack's answer. */
async function filledForm() {
  const review = await startReview(world);
  await review.press('omar', ACTIONS.answer);
  const payload = await world.people.submissionPayload('omar', complaint('They call on Sundays.'), VIEWS.complaint);
  world.advance({ minutes: 11 });
  return payload;
}

describe('a start', () => {
  it('fails when its port is taken, and the app that has it goes on', async () => {
    await expect(world.startAnother()).rejects.toThrow(/EADDRINUSE/);
    expect((await world.sender.event({ type: 'url_verification', challenge: 'c' })).status).toBe(200);
  });
});

describe('a stop', () => {
  it('waits for a form under way, and its words are there', async () => {
    const payload = await filledForm();
    const slack = world.gateway.hold('users.info');
    const reply = world.sender.interaction(payload);
    await slack.isReached;
    const stopped = world.stopApp();
    slack.release();
    expect(await reply).toMatchObject({ status: 200, text: '' });
    await stopped;
    expect(await answers()).toBe(1);
    await expect(fetch(world.appUrl)).rejects.toThrow();
  });

  it('leaves the port to the next start, which goes on', async () => {
    const review = await startReview(world);
    await world.stopApp();
    const next = await world.startAnother();
    try {
      await review.press('mara', ACTIONS.nextPhase);
      await review.step('positives');
      world.expectClean();
    } finally {
      await next.stop();
    }
  });
});

describe('the three seconds', () => {
  it('are kept when Slack does not say who somebody is', async () => {
    const payload = await filledForm();
    const slack = world.gateway.hold('users.info');
    const reply = await world.sender.interaction(payload);
    slack.release();
    expect(reply).toMatchObject({ status: 200, text: '' });
    expect(await answers()).toBe(1);
  });
});
