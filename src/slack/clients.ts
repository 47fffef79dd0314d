import { type Logger, WebClient, type WebClientOptions } from '@slack/web-api';

export type SlackClientOptions = {
  readonly token: string;
  readonly slackApiUrl?: string;
  readonly fetch?: NonNullable<WebClientOptions['fetch']>;
  /** In the shape the SDK wants; see `createBoltLogger`. */
  readonly logger?: Logger;
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
export function createSlackClients({ token, slackApiUrl, fetch, logger }: SlackClientOptions): SlackClients {
  const createClient = (retryConfig: NonNullable<WebClientOptions['retryConfig']>) =>
    new WebClient(token, {
      retryConfig,
      timeout: CALL_TIMEOUT_MS,
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
      ...(fetch === undefined ? {} : { fetch }),
      ...(logger === undefined ? {} : { logger }),
    });
  return {
    posts: createClient({ retries: 0 }),
    reads: createClient({ retries: 2, minTimeout: 200, maxTimeout: 1000 }),
  };
}
