import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, type HttpReview, startReview, wordsOf } from '../support/http/review.ts';
import { type HttpWorld, type Replica, startHttpWorld } from '../support/http/world.ts';

const TEAM = ['mara', 'omar', 'lena', 'tom'] as const;
const WORDS = 'They call on Sundays.';

let world: HttpWorld;
let replicas: Replica[];
beforeEach(async () => {
  world = await startHttpWorld();
  replicas = [await world.addReplica(), await world.addReplica()];
});
afterEach(async () => {
  for (const { app } of replicas) await app.stop();
  await world.close();
});

const count = async (table: string) => Number((await world.db.query(`SELECT count(*) FROM "${table}"`)).rows[0].count);

/** Everybody says nothing to the next two questions and votes; the last vote closes the review. */
async function finish(review: HttpReview): Promise<void> {
  for (const phase of ['positives', 'lessons'] as const) {
    await review.step(phase);
    for (const name of TEAM) await review.nothing(name);
  }
  await review.step('vote');
  for (const name of TEAM) await review.vote(name, 'keep');
  await review.card((one) => JSON.stringify(one).includes(ACTIONS.decide), 'a card that asks for the decision');
}

describe('three replicas behind a balancer', () => {
  it('are one app: requests go to each in turn, and the same one to all at once has one result', async () => {
    const review = await startReview(world, { values: { [FIELDS.mode]: 'open' } });
    for (const name of TEAM) {
      await review.press(name, ACTIONS.answer);
      const payload = await world.people.submissionPayload(name, complaint(`${name}: ${WORDS}`), VIEWS.complaint);
      const urls = [world.appUrl, ...replicas.map(({ url }) => url)];
      const replies = await Promise.all(urls.map((url) => world.sender.interaction(payload, { url })));
      expect(replies.map(({ status, text }) => [status, text])).toEqual(urls.map(() => [200, '']));
    }
    await review.step('positives');
    const answers = (await review.thread()).filter((message) => wordsOf(message).includes(WORDS));
    expect(answers).toHaveLength(TEAM.length);
    await finish(review);
    expect([await count('Review'), await count('Verdict')]).toEqual([1, 1]);
    const thread = await review.threadWords();
    expect(new Set(thread.split('\n')).size).toBe(thread.split('\n').length);
    world.expectClean();
  });

  it('are replaced one after the other while people answer, and nobody notices', async () => {
    const review = await startReview(world, { values: { [FIELDS.mode]: 'private' } });
    const replaced = [...replicas];
    for (const [i, name] of TEAM.entries()) {
      await review.press(name, ACTIONS.answer);
      const payload = await world.people.submissionPayload(name, complaint(`${name}: ${WORDS}`), VIEWS.complaint);
      const old = replaced[i];
      if (!old) {
        expect(await world.sender.interaction(payload)).toMatchObject({ status: 200, text: '' });
        continue;
      }
      // Its successor is there before it goes; the form on its way to it is saved and answered.
      replicas.push(await world.addReplica());
      // What is known of people has grown old, so that the form needs Slack's answer and is under way for as long as the test likes.
      world.advance({ minutes: 11 });
      const slack = world.gateway.hold('users.info');
      const reply = world.sender.interaction(payload, { url: old.url });
      await slack.isReached;
      world.leaveOut(old.url);
      const stopped = old.app.stop();
      slack.release();
      expect(await reply).toMatchObject({ status: 200, text: '' });
      await stopped;
      replicas = replicas.filter((one) => one !== old);
    }
    await finish(review);
    expect([await count('Review'), await count('Verdict')]).toEqual([1, 1]);
    expect(await review.threadWords()).toContain('omar: They call on Sundays.');
    world.expectClean();
  });
});
