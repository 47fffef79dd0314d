/**
 * What Slack's Web API may answer besides ok, by method, for the methods that the app uses: the tables "Errors" of Slack's reference
 * (docs.slack.dev/reference/methods/METHOD), as the machine-readable copies of them in github.com/slack-ruby/slack-api-ref have them:
 * chat.postMessage, chat.postEphemeral and chat.update of fb4870d with the errors that all methods share, apps.connections.open of
 * 0eb3e88, all others of 860ab16.
 */

/** Errors that the reference lists with every method. */
export const SHARED_ERRORS = [
  'access_denied',
  'account_inactive',
  'accesslimited',
  'deprecated_endpoint',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'fatal_error',
  'internal_error',
  'invalid_arg_name',
  'invalid_arguments',
  'invalid_array_arg',
  'invalid_auth',
  'invalid_charset',
  'invalid_form_data',
  'invalid_post_type',
  'method_deprecated',
  'missing_post_type',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_access_not_granted',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
] as const;

/** Errors whose description says that they pass. */
export const PASSING_ERRORS: readonly string[] = [
  'external_channel_migrating',
  'fatal_error',
  'internal_error',
  'rate_limited',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
];

const BLOCKS = ['invalid_blocks', 'invalid_blocks_format'];
const METADATA = [
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_must_be_sent_from_app',
  'metadata_too_large',
];
const TRIGGER = ['exchanged_trigger_id', 'expired_trigger_id', 'invalid_trigger_id'];
const WINDOW = ['invalid_cursor', 'invalid_metadata_filter_keys', 'invalid_ts_latest', 'invalid_ts_oldest'];

/** The errors of one method alone. */
const OWN_ERRORS: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open': ['forbidden_team', 'insecure_request', 'is_bot', 'missing_args'],
  'auth.test': [],
  'chat.delete': [
    'cant_delete_message',
    'channel_not_found',
    'compliance_exports_prevent_deletion',
    'message_not_found',
  ],
  'chat.getPermalink': ['channel_not_found', 'message_not_found'],
  'chat.postEphemeral': [
    ...BLOCKS,
    'channel_not_found',
    'is_archived',
    'message_limit_exceeded',
    'messages_tab_disabled',
    'msg_too_long',
    'no_text',
    'restricted_action',
    'too_many_attachments',
    'user_not_in_channel',
  ],
  'chat.postMessage': [
    ...BLOCKS,
    ...METADATA,
    'as_user_not_supported',
    'cannot_reply_to_message',
    'channel_not_found',
    'duplicate_channel_not_found',
    'duplicate_message_not_found',
    'is_archived',
    'message_limit_exceeded',
    'messages_tab_disabled',
    'missing_file_data',
    'msg_too_long',
    'no_text',
    'not_in_channel',
    'rate_limited',
    'restricted_action',
    'restricted_action_non_threadable_channel',
    'restricted_action_read_only_channel',
    'restricted_action_thread_locked',
    'restricted_action_thread_only_channel',
    'slack_connect_canvas_sharing_blocked',
    'slack_connect_file_link_sharing_blocked',
    'too_many_attachments',
    'too_many_contact_cards',
  ],
  'chat.update': [
    ...METADATA,
    'as_user_not_supported',
    'block_mismatch',
    'cant_broadcast_message',
    'cant_update_message',
    'channel_not_found',
    'edit_window_closed',
    'external_channel_migrating',
    'invalid_attachments',
    'invalid_blocks',
    'is_inactive',
    'message_not_found',
    'msg_too_long',
    'no_dual_broadcast_content_update',
    'no_text',
    'slack_connect_file_link_sharing_blocked',
    'team_not_found',
    'too_many_attachments',
    'update_failed',
  ],
  'conversations.history': [...WINDOW, 'channel_is_limited_access', 'channel_not_found', 'not_in_channel'],
  'conversations.info': ['channel_not_found'],
  'conversations.members': [
    'channel_not_found',
    'fetch_members_failed',
    'invalid_cursor',
    'invalid_limit',
    'method_not_supported_for_channel_type',
  ],
  'conversations.replies': [
    ...WINDOW,
    'channel_not_found',
    'list_record_comment_fetch_failed',
    'method_not_supported_for_channel_type',
    'thread_not_found',
  ],
  'files.completeUploadExternal': [
    'channel_not_found',
    'channels_limit_exceeded',
    'file_not_found',
    'file_update_failed',
    'invalid_blocks',
    'invalid_channel',
    'not_in_channel',
    'posting_to_channel_denied',
  ],
  'files.getUploadURLExternal': [
    'alt_txt_too_large',
    'file_upload_size_restricted',
    'file_uploads_disabled',
    'missing_argument',
    'snippet_too_large',
    'storage_limit_reached',
    'unknown_snippet_type',
    'unknown_subtype',
  ],
  'reactions.add': [
    'already_reacted',
    'bad_timestamp',
    'channel_not_found',
    'external_channel_migrating',
    'invalid_name',
    'is_archived',
    'message_not_found',
    'no_access',
    'no_item_specified',
    'not_reactable',
    'thread_locked',
    'too_many_emoji',
    'too_many_reactions',
  ],
  'usergroups.list': ['invalid_cursor', 'invalid_team', 'missing_argument', 'plan_upgrade_required', 'users_not_found'],
  'usergroups.users.list': ['invalid_cursor', 'no_such_subteam', 'plan_upgrade_required'],
  'users.conversations': [
    'invalid_cursor',
    'invalid_limit',
    'invalid_types',
    'method_not_supported_for_channel_type',
    'missing_argument',
  ],
  'users.info': ['too_many_users', 'user_not_found', 'user_not_visible'],
  'users.list': ['invalid_cursor', 'limit_required', 'missing_argument'],
  'views.open': [...TRIGGER, 'duplicate_external_id', 'view_too_large'],
  'views.publish': [
    'duplicate_external_id',
    'hash_conflict',
    'missing_profile_id',
    'not_enabled',
    'not_implemented',
    'view_too_large',
  ],
  'views.push': [...TRIGGER, 'duplicate_external_id', 'not_found', 'push_limit_reached', 'view_too_large'],
  'views.update': ['duplicate_external_id', 'hash_conflict', 'not_found', 'view_too_large'],
};

export const METHODS_WITH_ERRORS: readonly string[] = Object.keys(OWN_ERRORS);

/** Every error that Slack documents for a method. */
export function errorsOf(method: string): readonly string[] {
  const own = OWN_ERRORS[method];
  if (!own) throw new Error(`${method} is not in the table of errors: add those that Slack documents for it`);
  return [...new Set([...own, ...SHARED_ERRORS])].sort();
}
