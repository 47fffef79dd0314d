import { afterEach, describe, expect, it } from 'vitest';
import type { PersonName } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { type CallFault, PAGE } from '../support/fault/slack-proxy.ts';
import { DISCONNECT_REASONS } from '../support/fault/slack-proxy-sockets.ts';
import { type FaultyWorld, startFaultyWorld } from '../support/fault/slack-world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const satisfies readonly PersonName[];
/** Slack's client waits five seconds before it connects again, and for a peer that says nothing some five more. */
const SOON = { timeout: 25_000, interval: 20 };

let world: FaultyWorld;
afterEach(() => world.close());

async function start(): Promise<Review> {
  world = await startFaultyWorld({ people: TEAM });
  return startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
}
const sockets = () => world.proxy.sockets;
/** The app has opened so many more sockets than before, and so many are open. */
const connected = (count: number, opened: number, patience = SOON) =>
  expect
    .poll(() => ({ open: sockets().count(), isNew: sockets().opened() >= opened }), patience)
    .toEqual({ open: count, isNew: true });

/** One more answer reaches the app, and the review goes on. */
async function hears(review: Review, words: string): Promise<void> {
  await expect
    .poll(
      async () => (await world.driver.command(idOf('mara'), review.channel, '/client-review help')).isAcknowledged,
      SOON,
    )
    .toBe(true);
  await review.fill('omar', complaint(words));
  await review.posted((text) => text.includes(words));
}

/** What Slack may say for a while when the app wants to connect; the first is one that its own client takes for the end. */
const NO_ADDRESS: readonly CallFault[] = [
  { kind: 'refused', error: 'invalid_auth' },
  { kind: 'status', status: 500 },
  { kind: 'body', body: PAGE },
];

describe('a socket that ends', () => {
  it('whatever the reason, is opened again by each of several processes, and nothing is missed meanwhile', async () => {
    const review = await start();
    const card = await review.card();
    for (let more = 0; more < 4; more += 1) await world.startApp();
    const before = sockets().opened();
    expect(before).toBe(5);
    for (const [index, reason] of DISCONNECT_REASONS.entries()) sockets().disconnect(reason, index);
    sockets().cut(3);
    await expect.poll(() => sockets().count(), SOON).toBe(1);
    for (const name of ['omar', 'lena'] as const)
      expect(await review.press(name, ACTIONS.nothingToSay, card)).toMatchObject({ isAcknowledged: true });
    await review.card((text) => text.includes('2 of 3'));
    await connected(5, before + 4);
    await review.nothing('mara');
    await review.step('positives');
  });

  it('is opened again although Slack gave no address for a while', async () => {
    const review = await start();
    const before = sockets().opened();
    world.proxy.queue('apps.connections.open', ...NO_ADDRESS);
    sockets().cut();
    await connected(1, before + 1);
    expect(world.proxy.countQueued()).toBe(0);
    await hears(review, 'Said after the outage.');
    const told = world.logs().filter((line) => line.includes('does not let us connect again'));
    expect(told).toHaveLength(2);
  });

  it('without a word, and falls silent instead, is given up and opened again, and what was sent into it comes again', async () => {
    const review = await start();
    const card = await review.card();
    const before = sockets().opened();
    sockets().silence();
    expect(await review.press('lena', ACTIONS.nothingToSay, card)).toMatchObject({ isAcknowledged: false });
    await connected(1, before + 1, SOON);
    await review.card((text) => text.includes('1 of 3'));
    await hears(review, 'Said after the silence.');
  });
});
