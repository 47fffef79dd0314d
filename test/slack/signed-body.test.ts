import type { IncomingMessage } from 'node:http';
import { stringify } from 'node:querystring';
import { HTTPModuleFunctions } from '@slack/bolt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotFromSlack, readSignedBody } from '../../src/slack/signed-body.ts';
import { FORM, JSON_TYPE, signatureOf } from '../support/http/signed-request.ts';

const SECRET = 'a signing secret of this test';

type Sent = { readonly body: string; readonly type?: string; readonly headers?: Record<string, string | undefined> };

/** A request as Bolt has it once its body was read. */
function requestOf({ body, type = FORM, headers = {} }: Sent) {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = signatureOf(SECRET, timestamp, body);
  const signed = { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': signature };
  return { rawBody: Buffer.from(body), headers: { 'content-type': type, ...signed, ...headers } };
}

const parse = (request: object) =>
  HTTPModuleFunctions.parseHTTPRequestBody(request as Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]);

type Result = { readonly parsed: unknown } | { readonly refused: string };

/** What the app is given of a request, or why it is given nothing. */
async function byUs(sent: Sent): Promise<Result> {
  const request = requestOf(sent);
  return resultOf(async () => {
    await readSignedBody(request as unknown as IncomingMessage, SECRET);
    return parse(request);
  });
}

async function byBolt(sent: Sent): Promise<Result> {
  const request = requestOf(sent) as unknown as IncomingMessage;
  return resultOf(async () =>
    parse(await HTTPModuleFunctions.parseAndVerifyHTTPRequest({ enabled: true, signingSecret: SECRET }, request)),
  );
}

async function resultOf(read: () => Promise<unknown>): Promise<Result> {
  try {
    return { parsed: await read() };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

const payloads = fc.oneof(fc.jsonValue(), fc.object(), fc.record({ text: fc.string({ unit: 'binary' }) }));
const forms = fc.oneof(
  payloads.map((payload) => stringify({ payload: JSON.stringify(payload) })),
  payloads.map((payload) => `payload=${encodeURIComponent(JSON.stringify(payload)).replaceAll('%20', '+')}`),
  // Cut off, or with something in it that is no encoding.
  fc
    .tuple(payloads, fc.nat(), fc.constantFrom('', '%', '%7', '%zz', '%ff', '&payload=%7B%7D', '&a=b', '='))
    .map(([payload, at, odd]) => {
      const whole = stringify({ payload: JSON.stringify(payload) });
      const where = at % (whole.length + 1);
      return whole.slice(0, where) + odd + whole.slice(where);
    }),
  fc.dictionary(fc.string(), fc.string()).map((fields) => stringify(fields)),
  fc.string({ unit: 'binary' }),
);

describe('a signed body', () => {
  it('is to the app what it is to Bolt, whatever is in it', async () => {
    const sent = fc.record({ body: forms, type: fc.constantFrom(FORM, JSON_TYPE, 'text/plain') });
    await fc.assert(
      fc.asyncProperty(sent, async (one) => {
        expect(await byUs(one)).toEqual(await byBolt(one));
      }),
      { numRuns: 500 },
    );
  });

  const body = stringify({ payload: '{"type":"view_submission"}' });
  it.each<[string, Sent]>([
    ['a signature of something else', { body, headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}` } }],
    ['a signature of another version', { body, headers: { 'x-slack-signature': 'v1=0' } }],
    ['no signature', { body, headers: { 'x-slack-signature': undefined } }],
    ['no time', { body, headers: { 'x-slack-request-timestamp': undefined } }],
    ['a time that is none', { body, headers: { 'x-slack-request-timestamp': 'soon' } }],
    ['an old time', { body, headers: { 'x-slack-request-timestamp': '1700000000' } }],
    [
      'a command with a signature of something else',
      { body: 'command=%2Fx', headers: { 'x-slack-signature': 'v0=0' } },
    ],
  ])('is refused with %s, as by Bolt', async (_what, sent) => {
    const refused = await byUs(sent);
    expect(refused).toEqual({ refused: expect.stringContaining('Failed to verify authenticity') });
    expect(refused).toEqual(await byBolt(sent));
    await expect(readSignedBody(requestOf(sent) as unknown as IncomingMessage, SECRET)).rejects.toThrow(NotFromSlack);
  });

  it('need not be signed to look at our certificate, and smuggles nothing in with that', async () => {
    const headers = { 'x-slack-signature': 'v0=0' };
    for (const smuggled of ['', '&payload=%7B%22type%22%3A%22view_submission%22%7D', '&type=url_verification']) {
      const sent = { body: `ssl_check=1${smuggled}`, headers };
      expect(await byUs(sent)).toEqual({ parsed: { ssl_check: '1' } });
      expect(await byUs(sent)).toEqual(await byBolt(sent));
    }
    expect(await byUs({ body: 'payload=%7B%22ssl_check%22%3A%221%22%7D', headers })).toHaveProperty('refused');
  });
});
