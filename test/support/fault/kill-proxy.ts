import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type KillProxyOptions = {
  /** The Web API that the app is kept from: `http://…/api/`. */
  readonly apiUrl: string;
  /** Translates a time of the app, in milliseconds, to the time that the messages in Slack have. */
  readonly toReal: (appMs: number) => number;
  /** Runs before a call goes on and before its answer goes back, and holds them up until it resolves. */
  readonly onTraffic: (traffic: Traffic) => Promise<void>;
};

/** `post`: the answer to a message that is in Slack now, which nobody but Slack knows yet. */
export type Traffic = 'call' | 'answer' | 'post';

export type KillProxy = {
  readonly apiUrl: string;
  /** Calls that Slack has not answered yet, whether or not anybody waits for the answer. */
  inFlight(): number;
  stop(): Promise<void>;
};

/** Stands between the app and Slack, sees each call twice, and makes Slack live in the time of the app where it is asked for times. */
export async function startKillProxy({ apiUrl, toReal, onTraffic }: KillProxyOptions): Promise<KillProxy> {
  let inFlight = 0;
  const forward = async (request: IncomingMessage, response: ServerResponse) => {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const body = await readBody(request);
    await onTraffic('call');
    inFlight += 1;
    const answer = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? '',
      },
      body: /^conversations\.(history|replies)/.test(method) ? inRealTime(body, toReal) : body,
    });
    const text = await answer.text().finally(() => {
      inFlight -= 1;
    });
    await onTraffic(method === 'chat.postMessage' ? 'post' : 'answer');
    const scopes = answer.headers.get('x-oauth-scopes');
    const headers = { 'content-type': 'application/json', ...(scopes === null ? {} : { 'x-oauth-scopes': scopes }) };
    response.writeHead(answer.status, headers).end(text);
  };
  const server = createServer((request, response) => {
    // A caller that was killed while it sent: there is nobody to answer.
    forward(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    inFlight: () => inFlight,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function inRealTime(body: string, toReal: (appMs: number) => number): string {
  const args = new URLSearchParams(body);
  for (const name of ['oldest', 'latest']) {
    const value = args.get(name);
    if (value !== null) args.set(name, String(toReal(Number(value) * 1000) / 1000));
  }
  return args.toString();
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
