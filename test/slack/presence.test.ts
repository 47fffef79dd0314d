import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../src/ops/bolt-logger.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { createSlackClients } from '../../src/slack/clients.ts';
import { createChannelGuard } from '../../src/slack/guard/channel-guard.ts';
import { createDirectory } from '../../src/slack/guard/directory.ts';
import { createFindPresence } from '../../src/slack/presence.ts';
import { aChannel, aUser, US } from './guard/sample-people.ts';
import { limited, refuse, type ScriptedSlack, startScriptedSlack } from './outbox/scripted-slack.ts';

let slack: ScriptedSlack;
let deactivated: string[];
beforeEach(async () => {
  deactivated = [];
  slack = await startScriptedSlack({
    'conversations.info': () => ({ ok: true, channel: aChannel() }),
    'conversations.members': () => ({ ok: true, members: ['U1', 'U2', US.botUserId] }),
    'users.info': ({ user = '' }) => ({ ok: true, user: aUser({ id: user, deleted: deactivated.includes(user) }) }),
  });
});
afterEach(() => slack.close());

function open() {
  const logger = createBoltLogger(createLogger({ level: 'fatal' }));
  const { reads } = createSlackClients({ token: 'xoxb-test', slackApiUrl: slack.slackApiUrl, logger });
  const clock = () => new Date('2026-11-02T09:00:00Z');
  const directory = createDirectory({ reads, clock, teamId: US.teamId });
  const guard = createChannelGuard({ reads, directory, clock, ...US });
  const find = createFindPresence({ guard, directory });
  return { directory, ask: () => find({ channelId: 'C1', userIds: ['U1', 'U3'] }) };
}

describe('findPresence', () => {
  it('says who people are and who is in the channel', async () => {
    const { members, inChannel } = await open().ask();
    expect(members.map((member) => member?.id)).toEqual(['U1', 'U3']);
    expect(inChannel).toEqual(['U1', 'U2', US.botUserId]);
  });

  it.each([
    ['has a guest', { is_restricted: true }],
    ['has somebody from outside', { is_stranger: true }],
  ])('does not know who is in a channel that %s', async (_, patch) => {
    slack.on('users.info', ({ user = '' }) => ({
      ok: true,
      user: aUser({ id: user, ...(user === 'U2' ? patch : {}) }),
    }));
    const { members, inChannel } = await open().ask();
    expect(inChannel).toBeNull();
    expect(members).toMatchObject([{ id: 'U1', isGuest: false, isOutside: false }, { id: 'U3' }]);
  });

  it.each([
    ['a rate limit', limited(5)],
    ['a token that is revoked', refuse('token_revoked')],
    ['a lost connection', 'hang up' as const],
  ])('takes %s for no answer', async (_, reaction) => {
    slack.on('users.info', () => reaction);
    expect(await open().ask()).toEqual({ members: [null, null], inChannel: null });
  });

  it('sees somebody who is back in the channel at once', async () => {
    deactivated = ['U1'];
    const { directory, ask } = open();
    expect((await ask()).inChannel).not.toContain('U1');
    deactivated = [];
    directory.forget('U1');
    expect((await ask()).inChannel).toContain('U1');
  });
});
