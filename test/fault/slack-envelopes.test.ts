import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_CHANNEL } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { complaint, createReview, idOf, openStartForm, type Review } from '../support/e2e/review.ts';
import { createTyping, type Typing } from '../support/e2e/typing.ts';
import type { EnvelopeFault } from '../support/fault/slack-proxy-sockets.ts';
import { type FaultyWorld, startFaultyWorld } from '../support/fault/slack-world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const satisfies readonly PersonName[];

let world: FaultyWorld;
let typing: Typing;
beforeAll(async () => {
  world = await startFaultyWorld({ people: TEAM });
  // Two processes, each with a socket of its own: further deliveries go to each in turn.
  await world.startApp();
  typing = await createTyping(world);
});
afterAll(async () => {
  typing.close();
  await world.close();
});

/** Mara starts a review by command and form, whatever becomes of the answer to her form. */
async function start(client: string): Promise<Review> {
  const { driver, standIn } = world;
  await openStartForm(world, { client });
  const earlier = new Set(standIn.messages(TEAM_CHANNEL).map(({ ts }) => ts));
  await driver.submit(idOf('mara'), { [FIELDS.mode]: 'open' });
  await driver.close(idOf('mara'));
  const card = await driver.waitFor(
    () =>
      standIn
        .messages(TEAM_CHANNEL)
        .find((one) => !earlier.has(one.ts) && !one.thread_ts && hasAction(one, ACTIONS.nextPhase)),
    { what: `the card of ${client}` },
  );
  const review = createReview(world, { channel: TEAM_CHANNEL, ts: card.ts });
  await review.step('complaints');
  return review;
}

/** Everything a person can send to a review, once each. */
async function holdReview(client: string): Promise<Review> {
  const { driver } = world;
  const review = await start(client);
  await review.press('omar', ACTIONS.answer);
  await driver.view(idOf('omar'));
  await review.send('omar', complaint(`They pay late, says Omar of ${client}.`));
  await typing.say('lena', { channel: review.channel, ts: review.ts }, `Too many calls, says Lena of ${client}.`);
  await review.card((text) => text.includes('2 of 3'));
  await review.press('mara', ACTIONS.nothingToSay);
  await review.step('positives');
  for (const name of TEAM) await review.press(name, ACTIONS.nothingToSay);
  await review.step('lessons');
  for (const name of TEAM) await review.press(name, ACTIONS.nothingToSay);
  await review.step('vote');
  await review.press('mara', ACTIONS.votePart);
  for (const name of ['omar', 'lena'] as const) await review.press(name, ACTIONS.voteKeep);
  await review.closed();
  return review;
}

/** Without what people typed themselves. */
const postsOfTheApp = (review: Review) =>
  review
    .thread()
    .filter((one) => one.bot_id)
    .map(world.reader.readMessage);

describe('Slack delivers what people do', () => {
  it.each<{ what: string; fault: EnvelopeFault }>([
    { what: 'three times at once, to both sockets', fault: { again: 2 } },
    { what: 'twice more after it was acknowledged, to both sockets', fault: { afterAck: 2 } },
    { what: 'again, because it was lost on the way', fault: { lost: true } },
    { what: 'again and again, because the acknowledgements are lost', fault: { acksLost: 2 } },
    { what: 'three times, and more after late acknowledgements', fault: { again: 2, acksLost: 1, afterAck: 1 } },
  ])('$what, and it is done once', async ({ what, fault }) => {
    world.proxy.sockets.planEnvelopes(() => fault);
    const client = `Agency ${what.length}`;
    const review = await holdReview(client);
    expect(review.cardText()).toContain('votes: 2 keep, 1 part, 0 unsure');
    await world.allDelivered();
    expect(await world.findWrongPosts()).toEqual([]);
    const reviews = await world.rows(
      'SELECT r.state FROM "Review" r JOIN "Client" c ON c.id = r."clientId" WHERE c.name = $1',
      [client],
    );
    expect(reviews).toEqual([{ state: 'closed' }]);
    const saying = (words: string) => postsOfTheApp(review).filter((text) => text.includes(words));
    // Omar's words stand under his name and in the summary; Lena typed hers into the thread, and only the summary repeats them.
    expect(saying('They pay late, says')).toHaveLength(2);
    expect(saying('Too many calls, says')).toHaveLength(1);
    expect(saying('*What hurts (2)*')).toHaveLength(1);
    expect(world.logs().filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
  });
});

describe('one process hears several times of one thing, and the person', () => {
  it.each<{ what: string; fault: EnvelopeFault }>([
    { what: 'at once', fault: { again: 2 } },
    { what: 'after it was acknowledged', fault: { afterAck: 2 } },
    { what: 'because the acknowledgements are lost', fault: { acksLost: 2 } },
  ])('hears one reply and sees one form, when it comes $what', async ({ what, fault }) => {
    const { driver, standIn, proxy } = world;
    proxy.sockets.planEnvelopes(null);
    // Each process remembers what it has heard itself.
    if (proxy.sockets.count() > 1) await world.stopApp();
    const client = `Once ${what}`;
    const review = await start(client);
    const card = await review.card();
    proxy.sockets.planEnvelopes(() => fault);
    const replies = () => driver.ephemerals(idOf('lena')).length + standIn.calls('views.open').length;
    const before = replies();
    for (const act of [
      () => driver.command(idOf('lena'), TEAM_CHANNEL, '/client-review help'),
      () => review.press('lena', ACTIONS.nothingToSay, card),
      () => review.press('lena', ACTIONS.answer, card),
    ]) {
      const delivered = proxy.sockets.deliveries();
      expect(await act()).toMatchObject({ isAcknowledged: true });
      await driver.waitFor(() => proxy.sockets.deliveries() === delivered + 3, { what: 'three deliveries' });
    }
    const form = await driver.view(idOf('lena'), VIEWS.complaint);
    // The last of three has been dealt with when the form that comes after it is.
    expect(await review.send('lena', complaint(`Too long a list, says Lena of ${client}.`))).toEqual({
      kind: 'closed',
    });
    expect(form.callback_id).toBe(VIEWS.complaint);
    await review.card((text) => text.includes('1 of 3'));
    expect(replies() - before).toBe(3);
    expect(proxy.calls('views.open').at(-1)?.answer).toMatchObject({ ok: true });
  });
});
