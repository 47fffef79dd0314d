import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from '../ops/logging.ts';

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** How long Slack may take to give a socket's address. */
const TIMEOUT_MS = 10_000;

/**
 * For the calls by which Socket Mode asks for an address. The SDK gives up for good when Slack refuses one with a word like invalid_auth,
 * also when the app had long been connected: the process would go on and hear nothing until somebody starts it again. Once connected, a
 * refusal is therefore handed on as an outage, which the SDK outlasts; it is logged, once for each cause. At the start it stays a refusal.
 */
export function createReconnectFetch({ logger, fetch = globalThis.fetch }: { logger: Logger; fetch?: Fetch }): Fetch {
  let wasConnected = false;
  const told = new Set<string>();
  return async (url, init) => {
    const response = await fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status !== 200) return response;
    const text = await response.text();
    const { ok, error } = parseAnswer(text);
    if (ok === true) {
      wasConnected = true;
      told.clear();
    }
    if (typeof error !== 'string' || !wasConnected) return new Response(text);
    if (!told.has(error)) {
      told.add(error);
      logger.error({ cause: error }, `Slack does not let us connect again (${error}); trying on, see SLACK_APP_TOKEN`);
    }
    return new Response(null, { status: 503, statusText: error });
  };
}

function parseAnswer(text: string): { readonly ok?: unknown; readonly error?: unknown } {
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return {};
  }
}
