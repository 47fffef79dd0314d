import { SlackError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { ChannelRefusal } from '../../domain/post.ts';
import { isLimitWithoutTime } from '../guard/read-trouble.ts';

/** What a failed call means for the message. All but `unknown_outcome` are certain: nothing was posted by this call. */
export type SendTrouble =
  | { readonly kind: 'rate_limited'; readonly retryAfterMs: number }
  /** Time-out, lost connection, 5xx, Slack's own breakdown: it may have been done. */
  | { readonly kind: 'unknown_outcome'; readonly reason: string }
  | { readonly kind: 'held'; readonly reason: ChannelRefusal }
  /** Slack has not looked at the message's picture yet. */
  | { readonly kind: 'not_ready'; readonly retryAfterMs: number }
  /** The message to change is not there any more. */
  | { readonly kind: 'message_gone' }
  /** The message is there and cannot be changed. */
  | { readonly kind: 'message_fixed' }
  /** This message cannot be sent as it is. */
  | { readonly kind: 'post_failed'; readonly reason: string }
  /** Nothing can be sent in this workspace until somebody repairs the installation. */
  | { readonly kind: 'workspace_failed'; readonly reason: string };

const LIMIT_PAUSE_MS = 30_000;

type Meaning = 'limited' | 'unknown' | 'gone' | 'fixed' | 'workspace' | { readonly held: ChannelRefusal };

/** Slack's errors for chat.postMessage, chat.update and chat.delete. One not listed fails the post and is logged. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ratelimited: 'limited',
  rate_limited: 'limited',
  message_limit_exceeded: 'limited',
  external_channel_migrating: 'limited',
  team_added_to_org: 'limited',

  internal_error: 'unknown',
  fatal_error: 'unknown',
  service_unavailable: 'unknown',
  request_timeout: 'unknown',
  update_failed: 'unknown',

  message_not_found: 'gone',
  cant_update_message: 'fixed',
  cant_delete_message: 'fixed',
  edit_window_closed: 'fixed',
  block_mismatch: 'fixed',
  compliance_exports_prevent_deletion: 'fixed',

  channel_not_found: { held: 'not_member' },
  not_in_channel: { held: 'not_member' },
  is_archived: { held: 'archived' },
  is_inactive: { held: 'archived' },
  restricted_action: { held: 'unknown' },
  restricted_action_read_only_channel: { held: 'unknown' },
  restricted_action_thread_only_channel: { held: 'unknown' },
  restricted_action_non_threadable_channel: { held: 'unknown' },
  restricted_action_thread_locked: { held: 'unknown' },
  user_not_found: { held: 'outsiders' },
  cannot_dm_bot: { held: 'not_member' },

  account_inactive: 'workspace',
  token_revoked: 'workspace',
  token_expired: 'workspace',
  invalid_auth: 'workspace',
  not_authed: 'workspace',
  missing_scope: 'workspace',
  no_permission: 'workspace',
  not_allowed_token_type: 'workspace',
  access_denied: 'workspace',
  accesslimited: 'workspace',
  ekm_access_denied: 'workspace',
  enterprise_is_restricted: 'workspace',
  messages_tab_disabled: 'workspace',
  org_login_required: 'workspace',
  team_access_not_granted: 'workspace',
  team_not_found: 'workspace',
  two_factor_setup_required: 'workspace',
};

/** Sorts the error of a call that writes. Errors that do not come from the SDK are bugs and thrown on. */
export function sendTrouble(error: unknown): SendTrouble {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'rate_limited', retryAfterMs: error.retryAfter * 1000 };
  if (isLimitWithoutTime(error)) return { kind: 'rate_limited', retryAfterMs: LIMIT_PAUSE_MS };
  if (error instanceof WebAPIPlatformError) return byMeaning(error.data.error);
  if (error instanceof SlackError) return { kind: 'unknown_outcome', reason: error.code };
  throw error;
}

function byMeaning(reason: string): SendTrouble {
  const meaning = Object.hasOwn(MEANINGS, reason) ? MEANINGS[reason] : undefined;
  switch (meaning) {
    case undefined:
      return { kind: 'post_failed', reason };
    case 'limited':
      return { kind: 'rate_limited', retryAfterMs: LIMIT_PAUSE_MS };
    case 'unknown':
      return { kind: 'unknown_outcome', reason };
    case 'gone':
      return { kind: 'message_gone' };
    case 'fixed':
      return { kind: 'message_fixed' };
    case 'workspace':
      return { kind: 'workspace_failed', reason };
    default:
      return { kind: 'held', reason: meaning.held };
  }
}
