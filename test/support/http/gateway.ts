import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGate, type Gate } from './gate.ts';

type Json = Record<string, unknown>;

/** One call of the app's and Slack's answer. `response_url` stands for a reply to a command. */
export type Call = { readonly method: string; readonly args: Json; readonly status: number; readonly answer: Json };

export type Amend = (answer: Json, args: Json) => Json;
export type Gateway = Awaited<ReturnType<typeof startGateway>>;

const DEADLINE_MS = 8_000;

/**
 * Stands between the app and the emulator: keeps every call with its answer, and lets a test say what the emulator cannot: fields
 * it does not have (guests, Slack Connect), an answer that comes late or never. It also takes the replies to commands, which the
 * emulator has no address for. What waits here is woken by the next call; nothing polls.
 */
export async function startGateway(apiUrl: string, scopes: readonly string[]) {
  const calls: Call[] = [];
  const listeners: ((call: Call) => void)[] = [];
  const amends = new Map<string, Amend>();
  const holds = new Map<string, { reached: Gate; released: Gate }>();
  let lost: { method: string; isMeant: (args: Json) => boolean } | null = null;
  let nextCall = createGate();

  const keep = (call: Call) => {
    calls.push(call);
    for (const listener of listeners) listener(call);
    const seen = nextCall;
    nextCall = createGate();
    seen.open();
  };

  const forward = async (request: IncomingMessage, response: ServerResponse) => {
    const method = (request.url ?? '').replace('/api/', '');
    const body = await text(request);
    if (method.startsWith('/respond/')) {
      response.end('ok');
      keep({
        method: 'response_url',
        args: { to: method, ...(JSON.parse(body) as Json) },
        status: 200,
        answer: { ok: true },
      });
      return;
    }
    const args = readArgs(body);
    const hold = holds.get(method);
    hold?.reached.open();
    await hold?.released.opened;
    const answered = await fetch(new URL(method, apiUrl), {
      method: 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? '',
      },
      body,
    });
    const given = (await answered.json()) as Json;
    const answer = amends.get(method)?.(given, args) ?? given;
    const isLost = lost?.method === method && lost.isMeant(args);
    if (isLost) {
      lost = null;
      request.socket.destroy();
    } else {
      // The scopes granted, as in every answer of Slack's; the emulator does not say them.
      const headers = { 'content-type': 'application/json', 'x-oauth-scopes': scopes.join(',') };
      response.writeHead(answered.status, headers).end(JSON.stringify(answer));
    }
    keep({ method, args, status: answered.status, answer });
  };
  const server = createServer((request, response) => {
    forward(request, response).catch((error: unknown) => {
      keep({ method: request.url ?? '', args: {}, status: 502, answer: { ok: false, error: String(error) } });
      response.writeHead(502).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    slackApiUrl: `${url}/api/`,
    responseUrl: (userId: string) => `${url}/respond/${userId}`,
    calls: (method?: string) => calls.filter((call) => method === undefined || call.method === method),
    onCall: (listener: (call: Call) => void) => void listeners.push(listener),
    /** Changes what Slack answers to a method from now on. */
    amend: (method: string, change: Amend) => void amends.set(method, change),
    /** Lets the next such call of a method happen and its answer get lost. */
    loseAnswerOf(method: string, isMeant: (args: Json) => boolean) {
      lost = { method, isMeant };
    },
    /** Keeps calls of a method waiting until they are let through. */
    hold(method: string) {
      const reached = createGate();
      const released = createGate();
      holds.set(method, { reached, released });
      return {
        isReached: reached.opened,
        release() {
          holds.delete(method);
          released.open();
        },
      };
    },
    /** Looks again after each call until there is something; throws when there is nothing for eight seconds. */
    async waitFor<T>(find: () => Promise<T | undefined | false> | T | undefined | false, what: string): Promise<T> {
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, DEADLINE_MS, 'late');
      });
      try {
        for (;;) {
          // Taken before the look: a call in between is not missed.
          const changed = nextCall.opened;
          const found = await find();
          if (found !== undefined && found !== false) return found;
          if ((await Promise.race([changed, deadline])) === 'late')
            throw new Error(`waited ${DEADLINE_MS} ms for ${what}; last calls: ${lastCalls(calls)}`);
        }
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The SDK sends a form in which whatever is not a plain value is JSON. */
function readArgs(body: string): Json {
  const entries = [...new URLSearchParams(body)].map(([key, value]) => {
    const isJson = ['view', 'blocks', 'metadata'].includes(key);
    return [key, isJson ? (JSON.parse(value) as unknown) : value];
  });
  return Object.fromEntries(entries);
}

function lastCalls(calls: readonly Call[]): string {
  return calls
    .slice(-8)
    .map(({ method, answer }) => `${method} → ${answer.ok === true ? 'ok' : String(answer.error)}`)
    .join(', ');
}
