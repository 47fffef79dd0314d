/** A person of the sample workspace; every further key appears in `users.info` as Slack's own field. */
export type PersonSpec = {
  id: string;
  name: string;
  real_name: string;
  email?: string;
  tz?: string;
  locale?: string;
  team_id?: string;
  is_admin?: boolean;
  is_owner?: boolean;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  deleted?: boolean;
};

/** A channel of the sample workspace; `members` holds user ids, the app's bot included when it was invited. */
export type ChannelSpec = {
  id: string;
  name: string;
  members: string[];
  topic?: string;
  is_private?: boolean;
  is_archived?: boolean;
  is_ext_shared?: boolean;
  is_pending_ext_shared?: boolean;
  is_shared?: boolean;
};

/** A user group; `date_delete` above 0 when it was disabled. */
export type UserGroupSpec = { id: string; handle: string; name: string; users: string[]; date_delete?: number };

/** The app's identity in the stand-in: what a real installation would hand out. */
export type AppSpec = { appId: string; botUserId: string; botName: string; botToken: string; appToken: string };

/** Everything a stand-in workspace starts with. */
export type WorkspaceSpec = {
  team: { id: string; name: string; domain: string };
  app: AppSpec;
  users: PersonSpec[];
  channels: ChannelSpec[];
  userGroups?: UserGroupSpec[];
  /** The app's scopes, as Slack names them with every answer; none are named unless given. */
  scopes?: string[];
};

/** The workspace as a local-slack configuration; JSON, which its YAML reader accepts. */
export function renderConfig(workspace: WorkspaceSpec): string {
  const { team, app } = workspace;
  return JSON.stringify({
    workspace: { name: team.name, domain: team.domain, teamId: team.id },
    apps: [{ ...app, mode: 'socket' }],
    users: workspace.users.map(({ id, name, real_name, email, tz, is_bot }) => ({
      id,
      name,
      real_name,
      email,
      tz: tz ?? 'Europe/London',
      is_bot: is_bot ?? false,
    })),
    channels: workspace.channels.map(({ id, name, members, topic, is_private }) => ({
      id,
      name,
      members,
      topic: topic ?? '',
      is_private: is_private ?? false,
    })),
  });
}
