import { once } from 'node:events';
import { createServer, type IncomingMessage, request as requestUrl, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from '../../../demo/stand-in/web-api.ts';
import { createProxySockets } from './slack-proxy-sockets.ts';

type Fields = Record<string, unknown>;

/** One call of the app's on its way to Slack. */
export type ProxyCall = { readonly method: string; readonly args: Fields };

/** What becomes of one call. All but `late` and `answer_lost` keep it from Slack. */
export type CallFault =
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** Answered with 200 and a body that is none of Slack's. */
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'cut' }
  /** Done by Slack; the app hears nothing of it, half of it, or another's page, or waits in vain. */
  | { readonly kind: 'answer_lost'; readonly how: 'cut' | 'half' | 'page' | 'silence' }
  | { readonly kind: 'late'; readonly delayMs: number };

export type SeenCall = ProxyCall & {
  readonly fault: CallFault | null;
  /** Slack's own answer; null where the call did not reach it. */
  readonly answer: Fields | null;
};

export type SlackProxy = Awaited<ReturnType<typeof startSlackProxy>>;

/** A page as gateways and captive portals answer it. */
export const PAGE = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>';

/** Stands between the app and a Slack at `slackUrl`, for the Web API and Socket Mode, and does to what passes what it is told. */
export async function startSlackProxy(slackUrl: string) {
  const seen: SeenCall[] = [];
  const queued = new Map<string, CallFault[]>();
  let plan: (call: ProxyCall) => CallFault | null = () => null;
  let url = '';
  const toApp = (text: string) => text.replaceAll(slackUrl, url).replaceAll(slackUrl.replace(/^http/, 'ws'), toWs(url));
  const sockets = createProxySockets({ toApp });

  const forward = (request: IncomingMessage, body: Buffer) =>
    new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
      const { 'content-length': _, host: _host, 'transfer-encoding': _chunks, ...headers } = request.headers;
      const options = { method: request.method ?? 'POST', headers: { ...headers, 'content-length': body.length } };
      const onward = requestUrl(`${slackUrl}${request.url}`, options, (answer) => {
        buffer(answer).then(
          (answered) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: answered }),
          reject,
        );
      });
      onward.on('error', reject);
      onward.end(body);
    });

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const { pathname } = new URL(request.url ?? '/', 'http://proxy');
    const method = pathname.startsWith('/api/') ? pathname.slice('/api/'.length) : pathname;
    const args = pathname.startsWith('/api/')
      ? (parseArgs(request.headers['content-type'] ?? '', body.toString()) as Fields)
      : {};
    const call = { method, args };
    const fault = queued.get(method)?.shift() ?? plan(call);
    if (fault && isKept(fault)) {
      seen.push({ ...call, fault, answer: null });
      return answerInstead(response, fault);
    }
    if (fault?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const answer = await forward(request, body);
    const text = toApp(answer.body.toString());
    seen.push({ ...call, fault, answer: parseAnswer(text) });
    if (fault?.kind === 'answer_lost') return lose(response, text, fault.how);
    const { 'content-length': _, connection: _kept, 'transfer-encoding': _chunks, ...headers } = answer.headers;
    response.writeHead(answer.status, headers).end(text);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    stream.on('error', () => undefined);
    sockets.accept(request, stream, `${toWs(slackUrl)}${request.url}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    slackApiUrl: `${url}/api/`,
    sockets,
    /** Every call so far, in order. */
    calls: (method?: string) => seen.filter((call) => method === undefined || call.method === method),
    /** Decides about every call from now on for which nothing is queued. */
    planCalls(next: typeof plan | null) {
      plan = next ?? (() => null);
    },
    /** What becomes of the next calls of one method, in order. */
    queue(method: string, ...faults: readonly CallFault[]) {
      queued.set(method, [...(queued.get(method) ?? []), ...faults]);
    },
    /** How much of what was queued has not come to pass. */
    countQueued: () => [...queued.values()].reduce((sum, { length }) => sum + length, 0),
    /** Nothing more comes to pass of what was queued. */
    dropQueued: () => queued.clear(),
    async close() {
      sockets.closeAll();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

type Kept = Exclude<CallFault, { kind: 'late' | 'answer_lost' }>;

function isKept(fault: CallFault): fault is Kept {
  return fault.kind !== 'late' && fault.kind !== 'answer_lost';
}

function answerInstead(response: ServerResponse, fault: Kept): void {
  switch (fault.kind) {
    case 'refused':
      response.writeHead(200, JSON_TYPE).end(JSON.stringify({ ok: false, error: fault.error }));
      return;
    case 'status': {
      const retryAfter = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      response.writeHead(fault.status, { 'content-type': 'text/html', ...retryAfter }).end(PAGE);
      return;
    }
    case 'body':
      response.writeHead(200, JSON_TYPE).end(fault.body);
      return;
    case 'cut':
      response.destroy();
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

function lose(response: ServerResponse, text: string, how: 'cut' | 'half' | 'page' | 'silence'): void {
  if (how === 'silence') return;
  if (how === 'cut') return void response.destroy();
  if (how === 'page') return void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  // Promised in full, so that the rest is missed.
  response.writeHead(200, { ...JSON_TYPE, 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

function parseAnswer(text: string): Fields | null {
  try {
    return JSON.parse(text) as Fields;
  } catch {
    return null;
  }
}

function toWs(address: string): string {
  return address.replace(/^http/, 'ws');
}
