import { WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../src/ops/bolt-logger.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { createSlackClients } from '../../src/slack/clients.ts';
import { limited, refuse, type ScriptedSlack, startScriptedSlack } from './outbox/scripted-slack.ts';

let slack: ScriptedSlack;

beforeEach(async () => {
  slack = await startScriptedSlack();
});
afterEach(() => slack.close());

const logger = createBoltLogger(createLogger({ level: 'silent' }));
const open = (token: string) => createSlackClients({ token, slackApiUrl: slack.slackApiUrl, logger });
const message = { channel: 'C1', text: 'Hello' };

describe('createSlackClients', () => {
  it('never posts a second time by itself', async () => {
    slack.on('chat.postMessage', () => 'hang up');
    await expect(open('xoxb-a').posts.chat.postMessage(message)).rejects.toThrow(WebAPIRequestError);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('repeats a read whose connection broke', async () => {
    slack.on('auth.test', (_args, call) => (call < 3 ? 'hang up' : { ok: true }));
    expect((await open('xoxb-a').reads.auth.test()).ok).toBe(true);
  });

  it('rejects a limited call with its time, at once, and lets the other client go on', async () => {
    slack.on('chat.postMessage', () => limited(60));
    slack.on('auth.test', () => ({ ok: true }));
    const { posts, reads } = open('xoxb-a');
    const error = await posts.chat.postMessage(message).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(WebAPIRateLimitedError);
    expect(error).toMatchObject({ retryAfter: 60 });
    expect((await reads.auth.test()).ok).toBe(true);
  });

  it('tells its watch of calls that failed, by method and a word out of a fixed list', async () => {
    const told: string[] = [];
    const watch = {
      slackFailed: (method: string, error: string) => void told.push(`${method}: ${error}`),
      slackLimited: (method: string) => void told.push(`${method} is limited`),
    };
    const { posts } = createSlackClients({ token: 'xoxb-a', slackApiUrl: slack.slackApiUrl, logger, watch });
    const answers = [
      { ok: true },
      refuse('not_in_channel'),
      refuse('made_up_c012ab3cd'),
      limited(60),
      'hang up',
    ] as const;
    for (const answer of answers) {
      slack.on('chat.postMessage', () => answer);
      await posts.chat.postMessage(message).catch(() => undefined);
    }
    expect(told).toEqual([
      ...['chat.postMessage: not_in_channel', 'chat.postMessage: other', 'chat.postMessage is limited'],
      'chat.postMessage: no_answer',
    ]);
  });

  it('keeps the tokens of two workspaces apart', async () => {
    slack.on('auth.test', () => ({ ok: true }));
    const [first, second] = [open('xoxb-a'), open('xoxb-b')];
    for (const client of [first.posts, second.posts, first.reads, second.reads]) await client.auth.test();
    const tokens = ['Bearer xoxb-a', 'Bearer xoxb-b', 'Bearer xoxb-a', 'Bearer xoxb-b'];
    expect(slack.tokens).toEqual(tokens);
  });
});
