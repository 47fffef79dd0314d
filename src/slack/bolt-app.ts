import { App, type Logger as BoltLogger, type InstallationStore } from '@slack/bolt';
import type { Language } from '../i18n/index.ts';
import type { SlackConnection } from './connection.ts';
import type { Installations } from './installations/installations.ts';
import { oauthOptions } from './installations/oauth-options.ts';

export type BoltAppOptions = {
  readonly connection: SlackConnection;
  readonly find: Installations['find'];
  /** For installing over OAuth. */
  readonly installationStore: InstallationStore;
  readonly stateSecret: string;
  readonly defaultLanguage: Language;
  readonly boltLogger: BoltLogger;
};

/** Bolt, and how it receives; `init` and `start` are left to the caller. Payloads of workspaces without the app are refused before a listener runs. */
export function createBoltApp(options: BoltAppOptions): App {
  const { connection, boltLogger } = options;
  const { apiUrl } = connection;
  const slackApiUrl = apiUrl === null ? {} : { slackApiUrl: apiUrl };
  const shared = {
    logger: boltLogger,
    convoStore: false as const,
    deferInitialization: true,
    clientOptions: { ...slackApiUrl, retryConfig: { retries: 1 }, timeout: 10_000 },
  };
  if ('oauth' in connection)
    return new App({
      ...{ ...shared, ...oauthOptions({ ...options, app: connection.oauth, apiUrl }) },
      signingSecret: connection.signingSecret,
    });
  const authorize = createAuthorize(options.find);
  if (connection.mode === 'http') return new App({ ...shared, authorize, signingSecret: connection.signingSecret });
  // Its own object: Bolt would give the socket the few retries above, and a reconnect that runs out of them ends the process.
  const installerOptions = {
    clientOptions: { ...slackApiUrl, retryConfig: { forever: true, minTimeout: 1_000, maxTimeout: 30_000 } },
  };
  return new App({ ...shared, authorize, socketMode: true, appToken: connection.appToken, installerOptions });
}

function createAuthorize(find: Installations['find']) {
  return async ({ teamId }: { teamId: string | undefined }) => {
    const found = teamId === undefined ? null : await find(teamId);
    if (found === null) throw new Error('this app is not installed in that workspace');
    const { workspaceId, botToken, botId, botUserId } = found;
    return { teamId: workspaceId, botToken, botId, botUserId };
  };
}
