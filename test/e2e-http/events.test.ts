import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTIONS } from '../../src/slack/ids.ts';
import { TEAM_ID } from '../support/http/emulator.ts';
import { startReview } from '../support/http/review.ts';
import { type HttpWorld, startHttpWorld } from '../support/http/world.ts';

const SUBSCRIBED: readonly string[] = parse(readFileSync('manifest.yml', 'utf8')).settings.event_subscriptions
  .bot_events;

let world: HttpWorld;
beforeEach(async () => {
  world = await startHttpWorld();
});
afterEach(() => world.close());

let eventNumber = 0;
const send = (event: { type: string; [field: string]: unknown }, headers: Record<string, string> = {}) => {
  eventNumber += 1;
  const envelope = { type: 'event_callback', team_id: TEAM_ID, event_id: `Ev${eventNumber}`, event_time: 1, event };
  return world.sender.event(envelope, { headers });
};
const sample = (type: string): { type: string } => {
  const events: Record<string, object> = {
    member_joined_channel: {
      user: world.emulator.idOf('tom'),
      channel: world.channel,
      channel_type: 'G',
      team: TEAM_ID,
    },
    member_left_channel: {
      user: world.emulator.idOf('tom'),
      channel: world.channel,
      channel_type: 'G',
      team: TEAM_ID,
    },
    channel_shared: { channel: world.channel, connected_team_id: 'T0CLIENT' },
    channel_unshared: { channel: world.channel, previously_connected_team_id: 'T0CLIENT' },
    channel_id_changed: { old_channel_id: 'C0OLD', new_channel_id: 'C0NEW' },
    channel_archive: { channel: world.channel, user: world.emulator.idOf('tom') },
    group_archive: { channel: world.channel, user: world.emulator.idOf('tom') },
    channel_left: { channel: world.channel, actor_id: world.emulator.idOf('tom') },
    group_left: { channel: world.channel, actor_id: world.emulator.idOf('tom') },
    'message.channels': { type: 'message', channel: 'C0LOUNGE', channel_type: 'channel', ...aReply },
    'message.groups': { type: 'message', channel: world.channel, channel_type: 'group', ...aReply },
    subteam_updated: { subteam: { id: 'S0DESIGN', team_id: TEAM_ID, handle: 'design', date_delete: 0 } },
    subteam_members_changed: { subteam_id: 'S0DESIGN', team_id: TEAM_ID, added_users: [], removed_users: [] },
    app_home_opened: { user: world.emulator.idOf('tom'), channel: 'D0TOM', tab: 'home', event_ts: '1.1' },
    app_uninstalled: {},
    tokens_revoked: { tokens: { oauth: [], bot: ['U0PARLEY'] } },
    user_change: { user: { id: world.emulator.idOf('tom'), team_id: TEAM_ID } },
  };
  const fields = events[type];
  if (!fields) throw new Error(`manifest.yml subscribes to ${type}: say here what Slack sends`);
  return { type, ...fields };
};
/** In a thread that is none of ours. */
const aReply = { user: 'U0SOMEBODY', text: 'Lunch?', ts: '1772528400.000200', thread_ts: '1772528400.000100' };
const refusals = (reason: RegExp) =>
  world.gateway
    .calls('chat.postMessage')
    .filter(({ args }) => args.channel === world.emulator.idOf('mara') && reason.test(JSON.stringify(args)));

describe('events over signed HTTP', () => {
  it('are acknowledged at once, those the manifest asks for and repeated ones', async () => {
    for (const type of SUBSCRIBED) {
      expect(await send(sample(type)), type).toMatchObject({ status: 200, text: '' });
      const again = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
      expect(await send(sample(type), again), `${type} again`).toMatchObject({ status: 200, text: '' });
    }
    world.expectClean();
  });

  it('stop the review in a channel that became shared, until it is internal again', async () => {
    const { gateway, channel } = world;
    const review = await startReview(world);
    gateway.amend('conversations.info', (answer) => ({
      ...answer,
      channel: { ...(answer.channel as object), is_ext_shared: true },
    }));
    await send(sample('channel_shared'));
    await review.press('mara', ACTIONS.nextPhase);
    const told = await gateway.waitFor(() => refusals(/Northwind/)[0], 'a word to the facilitator');
    expect(told.args.channel).not.toBe(channel);
    expect(await review.thread()).toHaveLength(1);

    gateway.amend('conversations.info', (answer) => answer);
    await send(sample('channel_unshared'));
    const goesOn = () => gateway.calls('chat.update').some(({ args }) => /goes on in/.test(JSON.stringify(args)));
    await gateway.waitFor(goesOn, 'the word that it goes on');
    await review.press('mara', ACTIONS.nextPhase);
    await review.step('positives');
    world.expectClean();
  });

  it('stop the review when a guest joins', async () => {
    const { gateway } = world;
    const review = await startReview(world);
    const tom = world.emulator.idOf('tom');
    gateway.amend('users.info', (answer, args) =>
      args.user === tom ? { ...answer, user: { ...(answer.user as object), is_restricted: true } } : answer,
    );
    await send(sample('user_change'));
    await send(sample('member_joined_channel'));
    await review.press('mara', ACTIONS.nextPhase);
    await gateway.waitFor(() => refusals(/Northwind/)[0], 'a word to the facilitator');
    expect(await review.thread()).toHaveLength(1);
    world.expectClean();
  });

  it('follow a channel to its new id', async () => {
    await startReview(world);
    const where = async () => (await world.db.query('SELECT "channelId" FROM "Review"')).rows[0].channelId;
    await send({ type: 'channel_id_changed', old_channel_id: world.channel, new_channel_id: 'C0MOVED' });
    // Acknowledged before it is done: the app's stop waits for what is under way.
    await world.stopApp();
    expect(await where()).toBe('C0MOVED');
  });

  it('of another workspace change nothing', async () => {
    await startReview(world);
    const event = { type: 'channel_id_changed', old_channel_id: world.channel, new_channel_id: 'C0MOVED' };
    const reply = await world.sender.event({ type: 'event_callback', team_id: 'T0ELSEWHERE', event_id: 'Ev', event });
    expect(reply.status).toBe(401);
    await world.stopApp();
    expect((await world.db.query('SELECT "channelId" FROM "Review"')).rows[0].channelId).toBe(world.channel);
  });
});
