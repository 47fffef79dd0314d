import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { Watch } from '../ops/watch.ts';

/** Slack's errors that are counted by name; it has hundreds, and a name that it makes up tomorrow must not become a series. */
const COUNTED = new Set([
  ...['account_inactive', 'token_revoked', 'token_expired', 'invalid_auth', 'not_authed', 'missing_scope'],
  ...['team_access_not_granted', 'access_denied', 'ekm_access_denied', 'org_login_required'],
  ...['channel_not_found', 'not_in_channel', 'is_archived', 'is_inactive', 'restricted_action', 'user_not_found'],
  ...['users_not_found', 'user_disabled', 'user_not_in_channel', 'cannot_dm_bot', 'messages_tab_disabled'],
  ...['message_not_found', 'cant_update_message', 'cant_delete_message', 'edit_window_closed', 'thread_not_found'],
  ...['msg_too_long', 'msg_blocks_too_long', 'no_text', 'invalid_blocks', 'invalid_arguments', 'invalid_form_data'],
  ...['expired_trigger_id', 'invalid_trigger_id', 'exchanged_trigger_id', 'trigger_expired', 'view_too_large'],
  ...['hash_conflict', 'push_limit_reached', 'duplicate_external_id', 'view_not_found', 'not_found', 'not_enabled'],
  ...['ratelimited', 'rate_limited', 'message_limit_exceeded', 'slack_connect_file_upload_sharing_blocked'],
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org', 'file_not_found'],
]);

/** Tells the watch of a call that failed: by our name of the method and a word out of a fixed list. */
export function tellCallTrouble(
  watch: Pick<Watch, 'slackFailed' | 'slackLimited'>,
  method: string,
  error: unknown,
): void {
  if (error instanceof WebAPIRateLimitedError) watch.slackLimited(method);
  else watch.slackFailed(method, wordFor(error));
}

function wordFor(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return COUNTED.has(error.data.error) ? error.data.error : 'other';
  if (error instanceof WebAPIHTTPError) return error.statusCode >= 500 ? 'http_5xx' : 'http_4xx';
  return error instanceof WebAPIRequestError ? 'no_answer' : 'other';
}
