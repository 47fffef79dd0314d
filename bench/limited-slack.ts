import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRateWindow, type RateWindow } from './rate-window.ts';

/** "Several hundred messages a minute" is what Slack says of a workspace; we take it for its lowest reading. */
export const MESSAGES_A_MINUTE = 300;

/** Calls a minute of one method, by Slack's tiers. What is not named is tier 4. */
const CALLS_A_MINUTE: Readonly<Record<string, number>> = {
  'users.list': 20,
  'usergroups.list': 20,
  'chat.update': 50,
  'chat.delete': 50,
  'conversations.info': 50,
  'conversations.open': 50,
  'chat.getPermalink': MESSAGES_A_MINUTE,
  'auth.test': MESSAGES_A_MINUTE,
};
const TIER_4 = 100;
const MINUTE_MS = 60_000;

export type Posted = { readonly channel: string; readonly at: number };

export type LimitedSlack = {
  readonly apiUrl: string;
  /** Messages that Slack took, in their order; `at` by performance.now(). */
  readonly posted: readonly Posted[];
  /** Calls that were answered with 200, and with 429, by method. */
  readonly taken: ReadonlyMap<string, number>;
  readonly limited: ReadonlyMap<string, number>;
  stop(): Promise<void>;
};

export type LimitedSlackOptions = {
  readonly teamId: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly timeZone: string | null }[];
  /** False: every call is taken, to see what the app can do by itself. */
  readonly hasLimits: boolean;
  /** How many of the people, from the first on, are in every channel; 5 unless given. */
  readonly inChannels?: number;
};

type Answer = Record<string, unknown>;

/**
 * Slack's side of the wire as far as delivery needs it, with Slack's limits: a message a second in a channel, so many messages a minute
 * in the workspace, tiers for the rest; 429 with Retry-After past them. It keeps nothing but counts.
 */
export async function startLimitedSlack(options: LimitedSlackOptions): Promise<LimitedSlack> {
  const posted: Posted[] = [];
  const taken = new Map<string, number>();
  const limited = new Map<string, number>();
  const count = (map: Map<string, number>, method: string) => map.set(method, (map.get(method) ?? 0) + 1);
  const limits = createLimits();
  const answer = createAnswers(options, posted);

  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const args = await readArguments(request);
    const waitMs = options.hasLimits ? limits(method, args) : 0;
    if (waitMs > 0) {
      count(limited, method);
      response.setHeader('retry-after', String(Math.ceil(waitMs / 1000)));
      send(response, 429, { ok: false, error: 'ratelimited' });
      return;
    }
    count(taken, method);
    send(response, 200, { ok: true, ...answer(method, args) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    ...{ posted, taken, limited },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** How long a call must wait, in milliseconds; 0 when it may go ahead. */
function createLimits(): (method: string, args: URLSearchParams) => number {
  const windows = new Map<string, RateWindow>();
  const take = (key: string, limit: number, windowMs: number) => {
    const window = windows.get(key) ?? createRateWindow(limit, windowMs);
    windows.set(key, window);
    return window.take(performance.now());
  };
  return (method, args) => {
    if (method !== 'chat.postMessage') return take(method, CALLS_A_MINUTE[method] ?? TIER_4, MINUTE_MS);
    const inWorkspace = take(method, MESSAGES_A_MINUTE, MINUTE_MS);
    return inWorkspace > 0 ? inWorkspace : take(`${method} ${args.get('channel')}`, 1, 1_000);
  };
}

function createAnswers({ teamId, people, inChannels = 5 }: LimitedSlackOptions, posted: Posted[]) {
  const users = people.map(({ id, name, timeZone }) => ({
    ...{ id, team_id: teamId, name, real_name: name, tz: timeZone, locale: 'en-US', deleted: false },
    profile: { real_name: name, display_name: name, team: teamId },
    ...{ is_bot: false, is_admin: false, is_owner: false, is_restricted: false, is_ultra_restricted: false },
  }));
  const byId = new Map(users.map((user) => [user.id, user]));
  const channelMembers = [...users.slice(0, inChannels).map(({ id }) => id), 'U0BOT'];
  const bot = { id: 'U0BOT', team_id: teamId, name: 'parley', is_bot: true, profile: { team: teamId } };

  return (method: string, args: URLSearchParams): Answer => {
    const channel = args.get('channel') ?? '';
    switch (method) {
      case 'auth.test':
        return { team_id: teamId, user_id: bot.id, bot_id: 'B0BOT' };
      case 'users.list': {
        const from = Number(args.get('cursor') || 0);
        const next = from + Number(args.get('limit') ?? 200);
        const cursor = next < users.length ? String(next) : '';
        return { members: users.slice(from, next), response_metadata: { next_cursor: cursor } };
      }
      case 'users.info':
        return { user: byId.get(args.get('user') ?? '') ?? bot };
      case 'conversations.info':
        return {
          channel: { id: channel, is_channel: true, is_private: true, is_member: true, context_team_id: teamId },
        };
      case 'conversations.members':
        return { members: channelMembers };
      case 'chat.postMessage': {
        posted.push({ channel, at: performance.now() });
        const place = channel.startsWith('U') ? `D${channel.slice(1)}` : channel;
        return { channel: place, ts: `1700000000.${String(posted.length).padStart(6, '0')}` };
      }
      default:
        return {};
    }
  };
}

async function readArguments(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

function send(response: ServerResponse, status: number, body: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
