import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from '../ops/logging.ts';

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** How long Slack may take to give a socket's address. */
const TIMEOUT_MS = 10_000;

/**
 * For the calls by which Socket Mode asks for an address. The SDK gives up for good when Slack refuses one with a word like invalid_auth,
 * also when the app had long been connected: the process would go on and hear nothing until somebody starts it again. Once connected,
 * whatever is no address is therefore handed on as an outage, which the SDK outlasts with pauses of a second to half a minute; it is
 * logged, once for each cause. At the start a refusal stays one.
 */
export function createReconnectFetch({ logger, fetch = globalThis.fetch }: { logger: Logger; fetch?: Fetch }): Fetch {
  let wasConnected = false;
  const told = new Set<string>();
  return async (url, init) => {
    const response = await fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status !== 200) return response;
    const text = await response.text();
    const { ok, error } = parseAnswer(text);
    if (ok) {
      wasConnected = true;
      told.clear();
    }
    if (ok || !wasConnected) return new Response(text);
    if (!told.has(error)) {
      told.add(error);
      logger.error({ cause: error }, `Slack does not let us connect again (${error}); trying on, see SLACK_APP_TOKEN`);
    }
    return new Response(null, { status: 503 });
  };
}

/** Whether it is an address, and Slack's word where it is not. */
function parseAnswer(text: string): { readonly ok: boolean; readonly error: string } {
  try {
    const { ok, url, error } = { ...(JSON.parse(text) as { ok?: unknown; url?: unknown; error?: unknown }) };
    return { ok: ok === true && typeof url === 'string', error: typeof error === 'string' ? error : 'no_address' };
  } catch {
    return { ok: false, error: 'no_json' };
  }
}
