import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../src/ops/bolt-logger.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { createSlackClients } from '../../src/slack/clients.ts';
import { createChannelGuard } from '../../src/slack/guard/channel-guard.ts';
import { createDirectory } from '../../src/slack/guard/directory.ts';
import { createTokenWatch, isTokenTrouble } from '../../src/slack/token-trouble.ts';
import { aChannel, aUser, US } from './guard/sample-people.ts';
import { refuse, type ScriptedSlack, startScriptedSlack } from './outbox/scripted-slack.ts';

const TOKEN = 'xoxb-17-secret';
const ERRORS = ['token_revoked', 'invalid_auth', 'account_inactive'];

let slack: ScriptedSlack;
let lines: string[];
beforeEach(async () => {
  slack = await startScriptedSlack({
    'conversations.info': ({ channel }) => ({ ok: true, channel: aChannel({ id: channel ?? '' }) }),
    'conversations.members': () => ({ ok: true, members: ['U1', 'UBOT'] }),
    'users.info': ({ user }) => ({ ok: true, user: aUser({ id: user ?? '', is_admin: true }) }),
  });
  lines = [];
});
afterEach(() => slack.close());

function open() {
  const logger = createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  const clients = createSlackClients({
    ...{ token: TOKEN, slackApiUrl: slack.slackApiUrl, logger: createBoltLogger(createLogger({ level: 'silent' })) },
    tokenWatch: createTokenWatch(logger),
  });
  let now = Date.parse('2026-11-02T09:00:00Z');
  const clock = () => new Date(now);
  const directory = createDirectory({ reads: clients.reads, teamId: 'T1', clock });
  const guard = createChannelGuard({ reads: clients.reads, directory, clock, ...US });
  const passMinute = () => {
    now += 60_000;
  };
  return { ...clients, directory, guard, passMinute };
}

describe('a token that Slack does not take', () => {
  it.each(ERRORS)('is logged once with what to do, and once more when it works again: %s', async (error) => {
    const { posts, reads } = open();
    slack.on('chat.postMessage', () => refuse(error));
    slack.on('auth.test', () => ({ ok: true }));
    const say = () => posts.chat.postMessage({ channel: 'C1', text: 'Hello' }).catch(() => undefined);
    for (let i = 0; i < 3; i += 1) await say();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(error);
    expect(lines[0]).toContain('SLACK_BOT_TOKEN');
    await reads.auth.test();
    expect(lines).toHaveLength(2);
    await say();
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain(TOKEN);
  });

  it.each(ERRORS)('makes nobody a stranger and no channel foreign: %s', async (error) => {
    const { guard, directory, passMinute } = open();
    for (const method of ['conversations.info', 'users.info', 'users.list']) slack.on(method, () => refuse(error));
    expect(await guard.check('C1')).toMatchObject({ ok: false, reason: 'unknown', retryAfterMs: 60_000 });
    expect(await directory.lookUpAll(['U1'])).toMatchObject([{ retryAfterMs: 60_000 }]);
    slack.on('conversations.info', () => ({ ok: true, channel: aChannel() }));
    slack.on('users.info', ({ user }) => ({ ok: true, user: aUser({ id: user ?? '' }) }));
    passMinute();
    expect(await guard.check('C1')).toMatchObject({ ok: true });
  });

  it('is told from an error about what was asked for', () => {
    expect(['channel_not_found', 'missing_scope', 'ratelimited', 'toString'].filter(isTokenTrouble)).toEqual([]);
  });
});
