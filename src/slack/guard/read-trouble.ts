import { SlackError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { isTokenTrouble } from '../token-trouble.ts';

/** Platform errors that pass by themselves. */
const PASSING = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
  // While a workspace moves to an Enterprise organisation, or a channel to another one.
  'team_added_to_org',
  'external_channel_migrating',
];
const PAUSE_MS = 15_000;
/** Until somebody repairs the installation; asked again with the tick. */
const TOKEN_PAUSE_MS = 60_000;

/** What a failed look-up tells: Slack's own word for a definite answer, or how soon it is worth asking again. */
export type ReadTrouble =
  | { readonly kind: 'answer'; readonly error: string; readonly needed: string }
  | { readonly kind: 'passing'; readonly retryAfterMs: number; readonly isRateLimit: boolean };

/**
 * Sorts the error of a read. Whatever is not Slack's definite answer counts as passing: time-outs, lost connections, rate limits,
 * 5xx, and a token that Slack does not take. Errors that do not come from the SDK are bugs and thrown on.
 */
export function readTrouble(error: unknown): ReadTrouble {
  const passing = (retryAfterMs: number, isRateLimit: boolean): ReadTrouble => ({
    kind: 'passing',
    retryAfterMs,
    isRateLimit,
  });
  if (error instanceof WebAPIRateLimitedError) return passing(error.retryAfter * 1000, true);
  if (isLimitWithoutTime(error)) return passing(PAUSE_MS, true);
  // It says nothing of who was asked for: taken for an answer, everybody would be a stranger.
  if (error instanceof WebAPIPlatformError && isTokenTrouble(error.data.error)) return passing(TOKEN_PAUSE_MS, false);
  if (error instanceof WebAPIPlatformError && !PASSING.includes(error.data.error))
    return { kind: 'answer', error: error.data.error, needed: String(Reflect.get(error.data, 'needed') ?? '') };
  if (error instanceof SlackError) return passing(PAUSE_MS, false);
  throw error;
}

/** The SDK's answer to a 429 without a usable Retry-After is a plain Error. */
export function isLimitWithoutTime(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Retry header did not contain a valid timeout');
}
