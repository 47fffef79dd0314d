import { App, type Logger as BoltLogger, type InstallationStore, SocketModeReceiver } from '@slack/bolt';
import type { Language } from '../i18n/index.ts';
import type { Logger } from '../ops/logging.ts';
import type { SlackState } from '../ops/readiness.ts';
import type { SlackConnection } from './connection.ts';
import { followSocket } from './connection-state.ts';
import { createHttpReceiver } from './http-receiver.ts';
import type { Installations } from './installations/installations.ts';
import { oauthOptions } from './installations/oauth-options.ts';
import { createReconnectFetch } from './reconnect-fetch.ts';

export type BoltAppOptions = {
  readonly connection: SlackConnection;
  readonly find: Installations['find'];
  /** For installing over OAuth. */
  readonly installationStore: InstallationStore;
  readonly stateSecret: string;
  readonly defaultLanguage: Language;
  readonly logger: Logger;
  readonly boltLogger: BoltLogger;
};

/** Bolt's app, and for Socket Mode how its socket is. */
export type Entrance = { readonly bolt: App; readonly socketState: (() => SlackState) | null };

/** Bolt, and how it receives; `init` and `start` are left to the caller. Payloads of workspaces without the app are refused before a listener runs. */
export function createBoltApp(options: BoltAppOptions): Entrance {
  const { connection, boltLogger } = options;
  const { apiUrl } = connection;
  const slackApiUrl = apiUrl === null ? {} : { slackApiUrl: apiUrl };
  const shared = {
    logger: boltLogger,
    convoStore: false as const,
    deferInitialization: true,
    // Errors come with the context of their request.
    extendedErrorHandler: true as const,
    clientOptions: { ...slackApiUrl, retryConfig: { retries: 1 }, timeout: 10_000 },
  };
  if ('oauth' in connection) {
    const oauth = oauthOptions({ ...options, app: connection.oauth, apiUrl });
    // Bolt finds the receiver's installer by itself, and authorizes with it.
    const receiver = createHttpReceiver({ signingSecret: connection.signingSecret, logger: boltLogger, ...oauth });
    return { bolt: new App({ ...shared, receiver }), socketState: null };
  }
  const authorize = createAuthorize(options.find);
  if (connection.mode === 'http') {
    const receiver = createHttpReceiver({ signingSecret: connection.signingSecret, logger: boltLogger });
    return { bolt: new App({ ...shared, authorize, receiver }), socketState: null };
  }
  // Its own object: Bolt would give the socket the few retries above, and a reconnect that runs out of them ends the process.
  const installerOptions = {
    clientOptions: {
      ...slackApiUrl,
      retryConfig: { forever: true, minTimeout: 1_000, maxTimeout: 30_000 },
      fetch: createReconnectFetch({ logger: options.logger }),
    },
  };
  const receiver = new SocketModeReceiver({ appToken: connection.appToken, logger: boltLogger, installerOptions });
  return { bolt: new App({ ...shared, authorize, receiver }), socketState: followSocket(receiver.client) };
}

function createAuthorize(find: Installations['find']) {
  return async ({ teamId }: { teamId: string | undefined }) => {
    const found = teamId === undefined ? null : await find(teamId);
    if (found === null) throw new Error('this app is not installed in that workspace');
    const { workspaceId, botToken, botId, botUserId } = found;
    return { teamId: workspaceId, botToken, botId, botUserId };
  };
}
