/** What manifest.yml requires, with the reasons: without one of these an installation is refused. */
export const REQUIRED_SCOPES = ['commands', 'chat:write', 'channels:read', 'groups:read', 'users:read'] as const;

/** What manifest.yml asks for and an admin may decline; see abilities.ts. */
export const OPTIONAL_SCOPES = [
  'channels:history',
  'groups:history',
  'reactions:write',
  'files:write',
  'usergroups:read',
  'users:read.email',
] as const;
