import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { sendTrouble } from '../../../src/slack/outbox/send-trouble.ts';

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error });

describe('sendTrouble', () => {
  it.each([
    [new WebAPIRateLimitedError(7), { kind: 'rate_limited', retryAfterMs: 7_000 }],
    [
      new Error('Retry header did not contain a valid timeout (url: x, retry-after header: null)'),
      { kind: 'rate_limited', retryAfterMs: 30_000 },
    ],
    [new WebAPIRequestError(new Error('socket hang up')), { kind: 'unknown_outcome' }],
    [new WebAPIHTTPError(503, 'Service Unavailable', {}), { kind: 'unknown_outcome' }],
  ])('sorts %s', (error, expected) => {
    expect(sendTrouble(error)).toMatchObject(expected);
  });

  it.each([
    ['ratelimited', { kind: 'rate_limited', retryAfterMs: 30_000 }],
    ['fatal_error', { kind: 'unknown_outcome', reason: 'fatal_error' }],
    ['request_timeout', { kind: 'unknown_outcome', reason: 'request_timeout' }],
    ['message_not_found', { kind: 'message_gone' }],
    ['cant_update_message', { kind: 'message_fixed' }],
    ['block_mismatch', { kind: 'message_fixed' }],
    ['channel_not_found', { kind: 'held', reason: 'not_member' }],
    ['not_in_channel', { kind: 'held', reason: 'not_member' }],
    ['is_archived', { kind: 'held', reason: 'archived' }],
    ['restricted_action', { kind: 'held', reason: 'unknown' }],
    ['user_not_found', { kind: 'held', reason: 'outsiders' }],
    ['token_revoked', { kind: 'workspace_failed', reason: 'token_revoked' }],
    ['account_inactive', { kind: 'workspace_failed', reason: 'account_inactive' }],
    ['missing_scope', { kind: 'workspace_failed', reason: 'missing_scope' }],
    ['msg_too_long', { kind: 'post_failed', reason: 'msg_too_long' }],
    ['invalid_blocks', { kind: 'post_failed', reason: 'invalid_blocks' }],
    ['never_heard_of', { kind: 'post_failed', reason: 'never_heard_of' }],
    ['constructor', { kind: 'post_failed', reason: 'constructor' }],
  ])('sorts the platform error %s', (error, expected) => {
    expect(sendTrouble(platform(error))).toEqual(expected);
  });

  it('throws on what is not an answer of the SDK', () => {
    expect(() => sendTrouble(new TypeError('a bug'))).toThrow('a bug');
  });
});
