import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SlackArgs = Readonly<Record<string, string>>;
export type SlackCall = { readonly method: string; readonly args: SlackArgs };

/** What Slack does with one call: answers, answers with another status, or breaks the connection. */
export type SlackReaction =
  | object
  | { readonly status: number; readonly headers?: Record<string, string> }
  | 'hang up'
  | 'never answer';
export type SlackScript = (args: SlackArgs, call: number) => SlackReaction | Promise<SlackReaction>;

export type ScriptedSlack = Awaited<ReturnType<typeof startScriptedSlack>>;

/** Slack's side of the wire, told by the test what to say; a method nobody scripted is unknown. */
export async function startScriptedSlack(defaults: Readonly<Record<string, SlackScript>> = {}) {
  const scripts = new Map(Object.entries(defaults));
  const calls: SlackCall[] = [];
  const tokens: string[] = [];
  const callsOf = (method: string) => calls.filter((call) => call.method === method).map(({ args }) => args);

  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const args = Object.fromEntries(new URLSearchParams(await readBody(request)));
    tokens.push(request.headers.authorization ?? '');
    calls.push({ method, args });
    const script = scripts.get(method) ?? (() => ({ ok: false, error: 'unknown_method' }));
    const reaction = await script(args, callsOf(method).length);
    if (reaction === 'hang up') return request.socket.destroy();
    if (reaction === 'never answer') return;
    const { status = 200, headers = {} } = reaction as { status?: number; headers?: Record<string, string> };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(reaction));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    calls,
    tokens,
    callsOf,
    on: (method: string, script: SlackScript) => scripts.set(method, script),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export const refuse = (error: string, rest: object = {}) => ({ ok: false, error, ...rest });
export const limited = (seconds: number) => ({ status: 429, headers: { 'retry-after': String(seconds) } });
