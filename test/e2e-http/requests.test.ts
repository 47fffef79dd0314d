import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND } from '../../src/slack/ids.ts';
import { APP_ID, TEAM_ID } from '../support/http/emulator.ts';
import { FORM, formOf, JSON_TYPE, type Reply, type RequestOptions } from '../support/http/signed-request.ts';
import { type HttpWorld, startHttpWorld } from '../support/http/world.ts';

/** Whatever tells of our insides: a stack, a path, the name of an error. */
const INSIDES = /\bat .+:\d+|node_modules|\/src\/|Error\b|prisma/i;
const CHALLENGE = { type: 'url_verification', token: 'x', challenge: 'c0ffee' };
const nowSeconds = () => Math.floor(Date.now() / 1000);

let world: HttpWorld;
beforeAll(async () => {
  world = await startHttpWorld();
});
afterAll(() => world.close());

const isAlive = async () => JSON.parse((await world.sender.event(CHALLENGE)).text).challenge === 'c0ffee';
/** A command that would be answered, were it believed. */
const aCommand = () => ({
  command: COMMAND,
  text: 'help',
  team_id: TEAM_ID,
  channel_id: world.channel,
  user_id: world.emulator.idOf('mara'),
  trigger_id: 'none',
  response_url: world.gateway.responseUrl(world.emulator.idOf('mara')),
});
const person = () => ({
  team: { id: TEAM_ID },
  user: { id: world.emulator.idOf('mara'), team_id: TEAM_ID },
  api_app_id: APP_ID,
});

describe('what Slack asks of an address', () => {
  it('answers the challenge', async () => {
    const reply = await world.sender.event(CHALLENGE);
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toEqual({ challenge: 'c0ffee' });
  });

  it('answers the check of its certificate, which is not signed', async () => {
    const reply = await world.sender.post(formOf({ ssl_check: '1', token: 'x' }), {
      headers: { 'x-slack-signature': '' },
    });
    expect(reply).toMatchObject({ status: 200, text: '' });
  });

  it('believes a right signature', async () => {
    expect(await world.sender.command(aCommand())).toMatchObject({ status: 200, text: '' });
    await world.gateway.waitFor(() => world.people.replies('mara').length === 1, 'the help');
  });
});

describe('a request that is not from Slack', () => {
  it.each<[string, () => RequestOptions]>([
    ['is signed with another secret', () => ({ secret: 'another-secret' })],
    ['was recorded six minutes ago', () => ({ timestamp: nowSeconds() - 360 })],
    ['carries the signature of another body', () => ({ headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}` } })],
    [
      'has a new time on an old signature',
      () => ({ timestamp: nowSeconds() - 360, headers: { 'x-slack-request-timestamp': String(nowSeconds()) } }),
    ],
    ['has no signature', () => ({ headers: { 'x-slack-signature': '' } })],
    ['has no time', () => ({ headers: { 'x-slack-request-timestamp': '' } })],
    [
      'hides a command in a check of the certificate',
      () => ({ secret: 'another-secret', headers: { 'x-smuggled': 'yes' } }),
    ],
  ])('is refused when it %s', async (_, options) => {
    const calls = world.gateway.calls().length;
    const isSmuggled = options().headers?.['x-smuggled'] !== undefined;
    const body = formOf({ ...(isSmuggled ? { ssl_check: '2' } : {}), ...aCommand() });
    expect(await world.sender.post(body, options())).toMatchObject({ status: 401, text: '' });
    expect(await isAlive()).toBe(true);
    expect(world.gateway.calls()).toHaveLength(calls);
  });

  it('is refused when it is about another workspace', async () => {
    const calls = world.gateway.calls().length;
    const reply = await world.sender.command({ ...aCommand(), team_id: 'T0ELSEWHERE' });
    expect(reply).toMatchObject({ status: 401, text: '' });
    expect(world.gateway.calls()).toHaveLength(calls);
  });

  it('is not read to its end when it has none', async () => {
    const status = await new Promise((resolve, reject) => {
      // A connection of its own, dropped afterwards: half a request stays on it.
      const sent = request(
        world.appUrl,
        { method: 'POST', agent: false, headers: { 'content-type': FORM } },
        (answer) => {
          resolve(answer.statusCode);
          sent.destroy();
        },
      );
      sent.on('error', reject);
      sent.end('x'.repeat(5 * 1024 * 1024));
    });
    expect(status).toBe(413);
    expect(await isAlive()).toBe(true);
  });

  it('finds nothing at another path or by another verb', async () => {
    const elsewhere = await Promise.all([
      fetch(world.appUrl),
      fetch(new URL('/', world.appUrl)),
      fetch(new URL('/slack/install', world.appUrl)),
    ]);
    expect(elsewhere.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('wants a signature of every %s', async (method) => {
    const body = formOf({ payload: JSON.stringify({ type: 'view_submission' }) });
    for (const url of [world.appUrl, new URL('/slack/install', world.appUrl)]) {
      const unsigned = await fetch(url, { method, body, headers: { 'content-type': FORM } });
      expect({ status: unsigned.status, text: await unsigned.text() }).toEqual({ status: 401, text: '' });
    }
  });
});

describe('garbage with a right signature', () => {
  const unknownView = (view: object) => ({ type: 'view_submission', ...person(), trigger_id: 'x', view });
  const GARBAGE: Readonly<Record<string, () => [body: string, contentType: string]>> = {
    'a form without a payload': () => ['hello=world', FORM],
    'an empty body': () => ['', FORM],
    'a payload that is no JSON': () => [formOf({ payload: '{"type":' }), FORM],
    'a payload that is a number': () => [formOf({ payload: '5' }), FORM],
    'a payload that is a list': () => [formOf({ payload: '[]' }), FORM],
    'a charset Slack does not send': () => [formOf(aCommand()), `${FORM}; charset=utf-8`],
    'JSON that is none': () => ['<xml/>', JSON_TYPE],
    'an event without an event': () => [JSON.stringify({ type: 'event_callback', team_id: TEAM_ID }), JSON_TYPE],
    'an unknown event': () => [
      JSON.stringify({ type: 'event_callback', team_id: TEAM_ID, event: { type: 'moonrise' } }),
      JSON_TYPE,
    ],
    'an unknown command': () => [formOf({ ...aCommand(), command: '/somebody-elses' }), FORM],
    'an unknown button': () => [
      formOf({
        payload: JSON.stringify({
          type: 'block_actions',
          ...person(),
          trigger_id: 'x',
          actions: [{ type: 'button', action_id: 'gone', block_id: 'b' }],
        }),
      }),
      FORM,
    ],
    'a press without a button': () => [
      formOf({ payload: JSON.stringify({ type: 'block_actions', ...person(), actions: [] }) }),
      FORM,
    ],
    'a form of an old version': () => [
      formOf({
        payload: JSON.stringify(unknownView({ type: 'modal', callback_id: 'gone', blocks: [], state: { values: {} } })),
      }),
      FORM,
    ],
    'a form without fields': () => [
      formOf({ payload: JSON.stringify(unknownView({ type: 'modal', callback_id: 'answer_vote', blocks: [] })) }),
      FORM,
    ],
    'a form with foreign metadata': () => [
      formOf({
        payload: JSON.stringify(
          unknownView({
            type: 'modal',
            callback_id: 'answer_positive',
            private_metadata: '{"reviewId":"x"}',
            blocks: [],
            state: { values: { text: { text: { type: 'plain_text_input', value: 'words' } } } },
          }),
        ),
      }),
      FORM,
    ],
  };

  // Bolt takes three seconds to give up on what no listener wants: all of them at once.
  const replies = new Map<string, Promise<Reply>>();
  beforeAll(() => {
    for (const [name, make] of Object.entries(GARBAGE)) {
      const [body, contentType] = make();
      replies.set(name, world.sender.post(body, { contentType }));
    }
  });

  it.each(Object.keys(GARBAGE))('is answered without a stack and without a crash: %s', async (name) => {
    const { status, text } = await replies.get(name)!;
    expect(status === 200 || (status >= 400 && status < 500), `${status}`).toBe(true);
    expect(text).not.toMatch(INSIDES);
    expect(await isAlive()).toBe(true);
  });
});
