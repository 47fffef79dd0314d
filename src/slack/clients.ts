import { type Logger, WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Watch } from '../ops/watch.ts';
import { withBrokenAnswers } from './broken-answer.ts';
import { tellCallTrouble } from './call-trouble.ts';
import type { TokenWatch } from './token-trouble.ts';

export type SlackClientOptions = {
  readonly token: string;
  readonly slackApiUrl?: string;
  readonly fetch?: NonNullable<WebClientOptions['fetch']>;
  /** In the shape the SDK wants; see `createBoltLogger`. */
  readonly logger?: Logger;
  /** Hears of every call whether Slack took the token. */
  readonly tokenWatch?: TokenWatch;
  /** Hears of every call that failed. */
  readonly watch?: Pick<Watch, 'slackFailed' | 'slackLimited'>;
};

export type SlackClients = {
  /** For everything that writes: one attempt, so that a time-out never sends twice by itself. */
  readonly posts: WebClient;
  /** For everything that only asks: repeated twice on network errors. */
  readonly reads: WebClient;
};

/** How long a call may take. What waits for the end of an unknown call must wait longer than this. */
export const CALL_TIMEOUT_MS = 10_000;

/**
 * Two clients of one workspace, apart from each other: a rate limit on one never delays the other, and neither waits by itself,
 * it rejects with the time to come back. No `headers` are ever given: the SDK writes the token into that object, and clients
 * that share it would share the first one's token.
 */
export function createSlackClients({
  token,
  slackApiUrl,
  fetch,
  logger,
  tokenWatch,
  watch,
}: SlackClientOptions): SlackClients {
  const createClient = (retryConfig: NonNullable<WebClientOptions['retryConfig']>) =>
    new WatchedClient(
      token,
      { tokenWatch, watch },
      {
        retryConfig,
        timeout: CALL_TIMEOUT_MS,
        rejectRateLimitedCalls: true,
        allowAbsoluteUrls: false,
        ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
        ...(fetch === undefined ? {} : { fetch }),
        ...(logger === undefined ? {} : { logger }),
      },
    );
  return {
    posts: createClient({ retries: 0 }),
    reads: createClient({ retries: 2, minTimeout: 200, maxTimeout: 1000 }),
  };
}

type Watches = { readonly [Name in 'tokenWatch' | 'watch']: SlackClientOptions[Name] | undefined };

/** Tells its watches of each call whether it failed and whether Slack took the token; otherwise Slack's own client. */
class WatchedClient extends WebClient {
  readonly #watches: Watches;

  constructor(token: string, watches: Watches, options: WebClientOptions) {
    super(token, options);
    this.#watches = watches;
  }

  override async apiCall(...call: Parameters<WebClient['apiCall']>) {
    try {
      const result = await super.apiCall(...call);
      this.#watches.tokenWatch?.worked();
      return result;
    } catch (thrown) {
      const error = withBrokenAnswers(thrown);
      if (this.#watches.watch) tellCallTrouble(this.#watches.watch, call[0], error);
      if (error instanceof WebAPIPlatformError) this.#watches.tokenWatch?.refused(error.data.error);
      throw error;
    }
  }
}
