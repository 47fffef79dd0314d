import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const ManifestSchema = z.object({
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()).min(1), bot_optional: z.array(z.string()).default([]) }),
  }),
});

export type ManifestScopes = { readonly required: readonly string[]; readonly optional: readonly string[] };

/** What manifest.yml asks for: what every installation grants, and what an admin may leave out. */
export function readManifestScopes(): ManifestScopes {
  const { scopes } = ManifestSchema.parse(parse(readFileSync('manifest.yml', 'utf8'))).oauth_config;
  return { required: scopes.bot, optional: scopes.bot_optional };
}

/**
 * The scope each method of the Web API needs, from Slack's reference; null for those that need none. One of a list is enough,
 * which depends on the channel: the emulator knows which. A method that is not here is not covered, and a test says so.
 */
export const SCOPES_OF: Readonly<Record<string, readonly string[] | null>> = {
  'auth.test': null,
  'chat.delete': ['chat:write'],
  'chat.getPermalink': null,
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'reactions.add': ['reactions:write'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
};
