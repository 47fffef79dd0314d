import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../../src/ops/bolt-logger.ts';
import { createLogger } from '../../../src/ops/logging.ts';
import { createSlackClients } from '../../../src/slack/clients.ts';
import { createSender } from '../../../src/slack/outbox/send-message.ts';
import { aMessage } from './sample-posts.ts';
import { refuse, type ScriptedSlack, startScriptedSlack } from './scripted-slack.ts';

let slack: ScriptedSlack;
const happened: string[] = [];

beforeEach(async () => {
  happened.length = 0;
  slack = await startScriptedSlack();
});
afterEach(() => slack.close());

function openSender(sleep: (ms: number) => Promise<unknown> = async (ms) => happened.push(`pause ${ms}`)) {
  const logger = createBoltLogger(createLogger({ level: 'silent' }));
  const { posts } = createSlackClients({ token: 'xoxb-test', slackApiUrl: slack.slackApiUrl, logger });
  return createSender(posts, { intervalMs: 1_000, sleep });
}

describe('createSender', () => {
  it('pauses after each call, whatever came of it', async () => {
    slack.on('chat.postMessage', () => {
      happened.push('post');
      return { ok: true, channel: 'C1', ts: '17.01' };
    });
    slack.on('chat.update', () => {
      happened.push('update');
      return refuse('message_not_found');
    });
    const sender = openSender();
    const new1 = { channel: 'C1', threadTs: null, message: aMessage('Hello'), key: 'parley-1' };
    const sent = await sender.post(new1);
    const updated = await sender.update({ channel: 'C1', ts: '17.01' }, aMessage('Hello again'), 'parley-1');
    expect([sent.ok, updated.ok]).toEqual([true, false]);
    expect(happened).toEqual(['post', 'pause 1000', 'update', 'pause 1000']);
  });

  it('gives the answer at once, and holds the next call until the pause is over', async () => {
    slack.on('chat.postMessage', () => {
      happened.push('post');
      return { ok: true, channel: 'C1', ts: '17.01' };
    });
    const pauses: (() => void)[] = [];
    const sender = openSender(() => new Promise<void>((resolve) => pauses.push(resolve)));
    const message = { channel: 'C1', threadTs: null, message: aMessage('Hello'), key: 'parley-1' };
    expect(await sender.post(message)).toMatchObject({ ok: true });
    const second = sender.post(message).then(() => happened.push('second is there'));
    const rested = sender.rest().then(() => happened.push('rested'));
    await new Promise(setImmediate);
    expect(happened).toEqual(['post']);
    pauses[0]?.();
    await rested;
    await second;
    expect(happened.toSorted()).toEqual(['post', 'post', 'rested', 'second is there']);
  });

  it('throws when Slack says ok and names no place', async () => {
    slack.on('chat.postMessage', () => ({ ok: true }));
    const post = openSender().post({ channel: 'C1', threadTs: null, message: aMessage('Hello'), key: 'parley-1' });
    await expect(post).rejects.toThrow('without a ts');
  });
});
