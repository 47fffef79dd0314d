import { randomUUID } from 'node:crypto';
import { createEmulator } from 'emulate';
import { z } from 'zod';

export const NAMES = ['mara', 'omar', 'lena', 'tom'] as const;
export type Name = (typeof NAMES)[number];

export const APP_ID = 'A0PARLEY';
export const BOT_USER_ID = 'U0PARLEY';
export const CLIENT_ID = '1.1';
export const TEAM_ID = 'T000000001';

/** A message as the emulator keeps it. */
export type StoredMessage = {
  readonly ts: string;
  readonly text: string;
  readonly user: string;
  readonly thread_ts?: string;
  readonly blocks?: readonly object[];
};

export type Emulated = Awaited<ReturnType<typeof startEmulator>>;

const AnswerSchema = z.looseObject({ ok: z.boolean(), error: z.string().optional() });

/**
 * The second stand-in Slack: stateful, with strict scopes, and nobody's tokens but the bot's with `scopes` and Mara's with all of
 * them, for setting the scene and for looking at what is there. It gives people their ids; the team's id is its own.
 */
export async function startEmulator(scopes: readonly string[], clientSecret: string = randomUUID()) {
  const botToken = `xoxb-${randomUUID()}`;
  const maraToken = `xoxp-${randomUUID()}`;
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: seedOf({ scopes, botToken, maraToken, clientSecret }),
  });
  const api = new URL('/api/', emulator.url);

  const call = async (token: string, method: string, args: object) => {
    const response = await fetch(new URL(method, api), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const answer = AnswerSchema.parse(await response.json());
    if (!answer.ok) throw new Error(`${method} was refused while the scene was set: ${answer.error}`);
    return answer;
  };
  const asMara = (method: string, args: object = {}) => call(maraToken, method, args);

  const members = (await asMara('users.list')).members as { id: string; name: string }[];
  const idOf = (name: Name): string => {
    const found = members.find((one) => one.name === name);
    if (!found) throw new Error(`the emulator has no ${name}; it has ${members.map((one) => one.name).join(', ')}`);
    return found.id;
  };
  const createChannel = async (name: string, { isPrivate }: { isPrivate: boolean }): Promise<string> => {
    const { channel } = await asMara('conversations.create', { name, is_private: isPrivate });
    const { id } = channel as { id: string };
    const users = [...NAMES.filter((one) => one !== 'mara').map(idOf), BOT_USER_ID].join(',');
    await asMara('conversations.invite', { channel: id, users });
    return id;
  };
  const messagesOf = async (method: string, args: object) => (await asMara(method, args)).messages as StoredMessage[];

  return {
    apiUrl: api.href,
    botToken,
    idOf,
    asMara,
    createChannel,
    /** The newest message first, replies left out. */
    history: (channel: string) => messagesOf('conversations.history', { channel }),
    /** The message itself and its replies, oldest first. */
    thread: (channel: string, ts: string) => messagesOf('conversations.replies', { channel, ts }),
    /** A trigger that opens one form for this person within three seconds; of a press inside a form with that form's id. */
    async mintTrigger(userId: string, viewId?: string): Promise<string> {
      const args = { user_id: userId, ...(viewId === undefined ? {} : { view_id: viewId }) };
      return String((await call(botToken, 'views.generateTriggerId', args)).trigger_id);
    },
    /** Somebody agrees to an installation: the address Slack sends their browser to. */
    async authorize(userId: string, asked: { scope: string; state: string; redirectUri: string }): Promise<URL> {
      const { scope, state, redirectUri: redirect_uri } = asked;
      const response = await fetch(new URL('/oauth/v2/authorize/callback', emulator.url), {
        method: 'POST',
        body: new URLSearchParams({ user_id: userId, scope, state, redirect_uri, client_id: CLIENT_ID }),
        redirect: 'manual',
      });
      return new URL(response.headers.get('location') ?? '');
    },
    close: () => emulator.close(),
  };
}

type Tokens = {
  readonly scopes: readonly string[];
  readonly botToken: string;
  readonly maraToken: string;
  readonly clientSecret: string;
};

function seedOf({ scopes, botToken, maraToken, clientSecret }: Tokens) {
  const realNames: Record<Name, string> = {
    mara: 'Mara Lindt',
    omar: 'Omar Haddad',
    lena: 'Lena Brandt',
    tom: 'Tom Ellis',
  };
  return {
    slack: {
      team: { name: 'Halden Studio', domain: 'halden' },
      users: NAMES.map((name) => ({ name, real_name: realNames[name], is_admin: name === 'mara' })),
      oauth_apps: [
        {
          client_id: CLIENT_ID,
          client_secret: clientSecret,
          app_id: APP_ID,
          name: 'Parley',
          redirect_uris: [],
          scopes: [...scopes],
          bot_id: 'B0PARLEY',
          bot_user_id: BOT_USER_ID,
          bot_name: 'parley',
        },
      ],
      tokens: [
        { token: botToken, type: 'bot', user_id: BOT_USER_ID, app_id: APP_ID, bot_id: 'B0PARLEY', scopes: [...scopes] },
        { token: maraToken, type: 'user', user: 'mara' },
      ],
      strict_scopes: true,
    },
  };
}
