import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { defaultBodyLimit, HTTPModuleFunctions, verifySlackRequest } from '@slack/bolt';

export const FORM = 'application/x-www-form-urlencoded';
const PAYLOAD = 'payload=';
/** How the body of every interaction begins: a form of one field, in which there is an object. */
export const INTERACTION = `${PAYLOAD}%7B`;
const SSL_CHECK = 'ssl_check=1';

/** The request is not from Slack. Says why, without what is in it. */
export class NotFromSlack extends Error {}

/**
 * Reads a request for Bolt, which takes its body from there, and checks with Bolt's own function that Slack signed it; throws
 * `NotFromSlack` otherwise. Gives the body as it came. An interaction is handed on as the JSON that its form holds: by itself Bolt
 * decodes the form twice, a letter at a time, a sixth of what an answer costs. Only Slack's look at our certificate
 * is not signed; nothing else that may come with it is handed on.
 */
export async function readSignedBody(request: IncomingMessage, signingSecret: string): Promise<string> {
  const buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, defaultBodyLimit);
  const body = buffered.rawBody.toString();
  const isForm = request.headers['content-type'] === FORM;
  const isInteraction = isForm && body.startsWith(INTERACTION) && !body.includes('&');
  if (isForm && !isInteraction && parse(body).ssl_check === '1') {
    buffered.rawBody = Buffer.from(SSL_CHECK);
    return SSL_CHECK;
  }
  checkSignature(request, { signingSecret, body });
  const json = isInteraction ? decode(body.slice(PAYLOAD.length)) : null;
  if (json !== null) {
    buffered.rawBody = Buffer.from(json);
    request.headers['content-type'] = 'application/json';
  }
  return body;
}

function checkSignature(request: IncomingMessage, signed: { signingSecret: string; body: string }): void {
  try {
    const headerOf = (name: string) => HTTPModuleFunctions.getHeader(request, name);
    const headers = {
      'x-slack-signature': headerOf('x-slack-signature'),
      'x-slack-request-timestamp': Number(headerOf('x-slack-request-timestamp')),
    };
    verifySlackRequest({ ...signed, headers });
  } catch (error) {
    throw new NotFromSlack((error as Error).message);
  }
}

/** Null where it is not encoded as it should be: Bolt then makes of it what it can. */
function decode(value: string): string | null {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
