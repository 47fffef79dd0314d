import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT, PEOPLE, TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { complaint, idOf, type Review, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const TEAM = ['mara', 'omar', 'lena'] as const;
const members = TEAM.map((name) => PEOPLE[name].id);
const mara = idOf('mara');

let world: E2eWorld;
let review: Review;
beforeEach(async () => {
  world = await startWorld({ people: TEAM });
  review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
});
afterEach(() => world.close());

/** Slack tells the app of something. */
async function tell(event: { type: string; [field: string]: unknown }): Promise<void> {
  await world.standIn.world.sockets.deliver('events_api', {
    ...{ token: 'verification-token', team_id: TEAM_ID, api_app_id: BOT.appId, type: 'event_callback', event },
    ...{ event_id: `Ev${event.type}`, event_time: 1, authorizations: [{ team_id: TEAM_ID, user_id: BOT.botUserId }] },
  });
}

async function tick(minutes = 1): Promise<void> {
  world.advance({ minutes });
  await world.app().tick();
}

const notice = () => world.driver.directMessages(mara).find((one) => hasAction(one, ACTIONS.moveReview));

describe('a channel that the app lost during a review', () => {
  const HOME = { is_archived: false, members: [...members, BOT.botUserId] };

  it.each([
    { what: 'archived', event: 'group_archive', change: { is_archived: true }, why: 'The channel is archived.' },
    { what: 'left', event: 'group_left', change: { members }, why: 'I am no longer a member' },
  ])('pauses it at once when it was $what, keeps a form that was open, and lets it go on', async (lost) => {
    const { driver, standIn, reader } = world;
    await review.press('omar', ACTIONS.answer);
    await driver.view(idOf('omar'));
    standIn.setChannel(TEAM_CHANNEL, lost.change);
    await tell({ type: lost.event, channel: TEAM_CHANNEL });
    const told = await driver.waitFor(() => notice(), { what: 'the message to Mara' });
    expect(reader.readMessage(told)).toContain(lost.why);
    expect(await review.send('omar', complaint('Said meanwhile.'))).toEqual({ kind: 'closed' });
    await tick(3 * 24 * 60);
    expect(review.threadText()).not.toContain('Said meanwhile.');

    standIn.setChannel(TEAM_CHANNEL, HOME);
    await tick();
    await review.posted((text) => text.includes('Said meanwhile.'));
    await review.card((text) => text.includes('1 of 3'));
    expect(review.threadText()).not.toContain('What is good about');
    await driver.waitFor(() => notice() === undefined, { what: 'the message to say that it goes on' });
    world.expectClean();
  });

  it('is looked at every ten minutes where no event tells of it', async () => {
    world.standIn.setChannel(TEAM_CHANNEL, { is_archived: true });
    await tick(11);
    await world.driver.waitFor(() => notice(), { what: 'the message to Mara' });
    world.expectClean();
  });
});

describe('a token that Slack does not take any more', () => {
  const errors = () => world.logs().filter((line) => line.includes('does not take the bot token'));

  it('loses nothing: answers are stored, presses are harmless, and what is owed goes out when it works again', async () => {
    const { driver, standIn } = world;
    await review.press('omar', ACTIONS.answer);
    await driver.view(idOf('omar'));
    const { app } = standIn.workspace;
    const { botToken } = app;
    app.botToken = 'xoxb-another';
    world.advance({ minutes: 15 });
    expect(await review.send('omar', complaint('Said without a token.'))).toEqual({ kind: 'closed' });
    const card = await review.card();
    for (const action of [ACTIONS.nothingToSay, ACTIONS.myAnswers, ACTIONS.nextPhase])
      expect(await review.press('lena', action, card)).toMatchObject({ isAcknowledged: true });
    await driver.command(mara, TEAM_CHANNEL, '/client-review list');
    for (let minute = 0; minute < 3; minute += 1) await tick();
    expect(errors()).toHaveLength(1);
    expect(world.logs().join()).not.toContain(botToken);
    const { rows } = await world.db.query('SELECT "pausedReason", state FROM "Review"');
    expect(rows).toEqual([{ pausedReason: null, state: 'complaints' }]);

    app.botToken = botToken;
    // What was being sent with the other token ends first: it is put off by a minute as well.
    const busy = () => world.db.query('SELECT FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL');
    await expect.poll(async () => (await busy()).rowCount, { timeout: 10_000, interval: 10 }).toBe(0);
    // The queue goes by the database's clock, which the test does not move: the minute that a message waits is over.
    await world.db.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await tick(2);
    await review.posted((text) => text.includes('Said without a token.'));
    await review.card((text) => text.includes('2 of 3'));
    // Nobody was told that the channel or they themselves had become strangers.
    expect(driver.directMessages(mara)).toEqual([]);
    expect(standIn.violations()).toEqual([]);
  });
});
