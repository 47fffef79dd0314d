import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackClients } from '../../../src/slack/clients.ts';
import { createChannelGuard } from '../../../src/slack/guard/channel-guard.ts';
import { refused } from '../../../src/slack/guard/classify-channel.ts';
import { createDirectory } from '../../../src/slack/guard/directory.ts';
import { limited, refuse, type ScriptedSlack, startScriptedSlack } from '../outbox/scripted-slack.ts';
import { aChannel, aUser, US } from './sample-people.ts';

let slack: ScriptedSlack;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-11-02T09:00:00Z');
  slack = await startScriptedSlack({
    'conversations.info': () => ({ ok: true, channel: aChannel() }),
    'conversations.members': () => ({ ok: true, members: ['U1', 'U2', 'UBOT'] }),
    'users.info': ({ user }) => ({ ok: true, user: aUser({ id: user ?? '', is_bot: user === 'UBOT' }) }),
  });
});
afterEach(() => slack.close());

function openGuard() {
  const { reads } = createSlackClients({ token: 'xoxb-test', slackApiUrl: slack.slackApiUrl });
  const clock = () => new Date(now);
  const directory = createDirectory({ reads, teamId: 'T1', clock });
  return createChannelGuard({ reads, directory, clock, ...US });
}

describe('check', () => {
  it('lets a channel of our own pass, with the people who can be invited', async () => {
    expect(await openGuard().check('C1')).toEqual({
      ok: true,
      channel: { id: 'C1', name: 'northwind', isPrivate: true, memberIds: ['U1', 'U2'], leftOut: [] },
    });
  });

  it('finds the guest on the second page of members', async () => {
    slack.on('conversations.members', ({ cursor }) =>
      cursor === 'more'
        ? { ok: true, members: ['U3', 'UBOT'] }
        : { ok: true, members: ['U1'], response_metadata: { next_cursor: 'more' } },
    );
    slack.on('users.info', ({ user }) => ({ ok: true, user: aUser({ id: user ?? '', is_restricted: user === 'U3' }) }));
    expect(await openGuard().check('C1')).toMatchObject({ ok: false, reason: 'guests', wrongReaders: ['U3'] });
  });

  it('does not ask for the members of a shared channel', async () => {
    slack.on('conversations.info', () => ({ ok: true, channel: aChannel({ is_ext_shared: true }) }));
    expect(await openGuard().check('C1')).toEqual(refused('external'));
    expect(slack.callsOf('conversations.members')).toHaveLength(0);
  });

  it('refuses a direct message without asking', async () => {
    expect(await openGuard().check('D1')).toEqual(refused('direct_message'));
    expect(slack.calls).toHaveLength(0);
  });

  it.each([
    ['conversations.info', refuse('channel_not_found'), refused('not_member')],
    ['conversations.info', refuse('missing_scope', { needed: 'mpim:read' }), refused('direct_message')],
    ['conversations.info', refuse('missing_scope', { needed: 'channels:read,mpim:read' }), refused('unknown')],
    ['conversations.info', refuse('something_new'), refused('unknown')],
    ['conversations.info', { ok: true }, refused('unknown')],
    ['conversations.info', limited(12), refused('unknown', 12_000)],
    ['conversations.info', refuse('internal_error'), refused('unknown', 15_000)],
    ['conversations.members', refuse('fetch_members_failed'), refused('unknown')],
    ['conversations.members', limited(4), refused('unknown', 4_000)],
    ['conversations.members', { ok: true, members: [], response_metadata: { next_cursor: 'x' } }, refused('unknown')],
    ['users.info', limited(8), refused('unknown', 8_000)],
  ])('refuses when %s answers %j', async (method, reaction, expected) => {
    slack.on(method, () => reaction);
    expect(await openGuard().check('C1')).toEqual(expected);
  });

  it('counts somebody unknown to Slack as outside', async () => {
    slack.on('users.info', ({ user }) => (user === 'U2' ? refuse('user_not_found') : { ok: true, user: aUser() }));
    expect(await openGuard().check('C1')).toMatchObject({ reason: 'outsiders', wrongReaders: ['U2'] });
  });

  it('asks once for what goes out together, and anew after three seconds or an event', async () => {
    const guard = openGuard();
    await Promise.all([guard.check('C1'), guard.check('C1')]);
    now += 2_999;
    await guard.check('C1');
    expect(slack.callsOf('conversations.info')).toHaveLength(1);
    now += 1;
    slack.on('conversations.info', () => ({ ok: true, channel: aChannel({ is_pending_ext_shared: true }) }));
    expect((await guard.check('C1')).ok).toBe(false);
    guard.forget('C1');
    await guard.check('C1');
    expect(slack.callsOf('conversations.info')).toHaveLength(3);
  });
});
