import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { App } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../src/ops/bolt-logger.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { createHttpReceiver } from '../../src/slack/http-receiver.ts';
import { ACTIONS, COMMAND, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { findFreePort } from '../support/free-port.ts';
import { TEAM_ID } from '../support/http/emulator.ts';
import { complaint, startReview } from '../support/http/review.ts';
import { FORM, formOf, JSON_TYPE, type RequestOptions } from '../support/http/signed-request.ts';
import { type HttpWorld, startHttpWorld } from '../support/http/world.ts';
import { dumpTables } from '../support/table-dump.ts';

let world: HttpWorld;
beforeAll(async () => {
  world = await startHttpWorld();
});
afterAll(() => world.close());

const now = () => Math.floor(Date.now() / 1000);
const HELP = () => ({ command: COMMAND, text: 'help', team_id: TEAM_ID, channel_id: world.channel });
const aCommand = () =>
  formOf({
    ...{ ...HELP(), user_id: world.emulator.idOf('mara'), trigger_id: 'none' },
    response_url: world.gateway.responseUrl(world.emulator.idOf('mara')),
  });

describe('the time stamp of a signed request', () => {
  it.each<[string, () => RequestOptions, number]>([
    ['is now', () => ({}), 200],
    ['is four minutes old', () => ({ timestamp: now() - 240 }), 200],
    ['is ahead by half a minute, as clocks are', () => ({ timestamp: now() + 30 }), 200],
    ['is six minutes old', () => ({ timestamp: now() - 360 }), 401],
    ['is ahead by two minutes', () => ({ timestamp: now() + 120 }), 401],
    ['is of next year', () => ({ timestamp: now() + 31_536_000 }), 401],
    ['is no number', () => ({ headers: { 'x-slack-request-timestamp': 'soon' } }), 401],
    ['never ends', () => ({ headers: { 'x-slack-request-timestamp': 'Infinity' } }), 401],
  ])('that %s', async (_title, options, status) => {
    expect(await world.sender.post(aCommand(), options())).toMatchObject({ status });
  });
});

describe('a signed body that is no payload', () => {
  it.each([
    ['null', JSON_TYPE, 'null'],
    ['null with space around it', JSON_TYPE, ' null\n'],
    ['a form whose payload is null', FORM, 'payload=null'],
    ['a form whose payload is null, spelled otherwise', FORM, '%70ayload=%6eull'],
    ['a number', JSON_TYPE, '7'],
    ['a list', JSON_TYPE, '[]'],
    ['an object of nothing', JSON_TYPE, '{}'],
    ['text', 'text/plain', 'hello'],
    ['a form under another type', 'multipart/form-data', 'payload=%7B%7D'],
    [
      'an event without its event',
      JSON_TYPE,
      JSON.stringify({ type: 'event_callback', team_id: TEAM_ID, event: null }),
    ],
    ['ids that are lists', FORM, `${'user_id=U1&user_id=U2&'}command=%2Fclient-review&team_id=${TEAM_ID}`],
  ])('is answered 400 at once: %s', async (_title, contentType, body) => {
    expect(await world.sender.post(body, { contentType })).toMatchObject({ status: 400, text: '' });
  });

  it('is answered 413 when it is larger than four megabytes', async () => {
    const { status } = await world.sender.post('x'.repeat(5 * 1024 * 1024)).catch(() => ({ status: 413 }));
    expect(status).toBe(413);
  });

  it('is not found at another path', async () => {
    const url = new URL('/slack/nothing', world.appUrl).href;
    expect(await world.sender.post('x', { url })).toMatchObject({ status: 404, text: '' });
    const unsigned = await fetch(url, { method: 'POST', body: 'x' });
    expect({ status: unsigned.status, text: await unsigned.text() }).toEqual({ status: 401, text: '' });
  });
});

describe('a request that is sent again', () => {
  it('has one result: an answer, a step, a start, a decision each happen once', async () => {
    const { people, sender, channel, db } = world;
    const bodies: string[] = [];
    const { interaction } = sender;
    sender.interaction = (payload, options) => {
      bodies.push(formOf({ payload: JSON.stringify(payload) }));
      return interaction(payload, options);
    };
    const review = await startReview(world, { values: { [FIELDS.mode]: 'private' } });
    await review.press('omar', ACTIONS.answer);
    await people.submit('omar', complaint('They call on Sundays.'), VIEWS.complaint);
    const message = await review.step('complaints');
    await people.press('mara', { channel, message }, ACTIONS.nextPhase);
    await review.step('positives');
    sender.interaction = interaction;
    const state = async () => {
      const { Answer, Review, Client, Participant, Statement, Decision } = await dumpTables(db as never);
      return { Answer, Review, Client, Participant, Statement, Decision };
    };
    const before = await state();
    for (const body of bodies) expect(await sender.post(body)).toMatchObject({ status: 200 });
    // Presses are acknowledged before they are done.
    await world.stopApp();
    expect(await state()).toEqual(before);
  });
});

describe('a body that comes slowly', () => {
  it('is given up, and its connection closed', async () => {
    const logger = createBoltLogger(createLogger({ level: 'silent' }));
    const receiver = createHttpReceiver({ signingSecret: 'x'.repeat(32), logger });
    new App({ receiver, logger, authorize: async () => ({}) });
    const port = await findFreePort();
    await receiver.start(port, { requestTimeout: 200, headersTimeout: 200, connectionsCheckingInterval: 50 });
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{',
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 4\d\d/);
    await receiver.stop();
  });
});
