import type { Option } from './block-shapes.ts';
import type { ReaderClock } from './date-tokens.ts';
import type { Drawing } from './page-view.ts';
import type { ChannelSpec, PersonSpec, WorkspaceSpec } from './workspace.ts';

type Fields = Record<string, unknown>;

export type Directory = {
  setUser: (id: string, patch: Partial<PersonSpec> & Fields) => void;
  setChannel: (id: string, patch: Partial<ChannelSpec> & Fields) => void;
  noteDirectMessage: (user: string, channel: string) => void;
  directMessageOf: (user: string) => string | undefined;
  channel: (id: string) => (ChannelSpec & Fields) | undefined;
  person: (id: string) => (PersonSpec & Fields) | undefined;
  describeUser: (raw: Fields, withLocale: boolean) => Fields;
  describeChannel: (raw: Fields) => Fields;
  isListed: (id: string) => boolean;
  postRefusal: (channel: string, recipient?: string) => string | undefined;
  /** What the page draws forms and times with: everybody here reads one language at one clock. */
  drawing: () => Drawing;
};

const USER_DEFAULTS = {
  deleted: false,
  is_bot: false,
  is_admin: false,
  is_owner: false,
  is_primary_owner: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_app_user: false,
};
const CHANNEL_DEFAULTS = { is_shared: false, is_org_shared: false, is_ext_shared: false, is_pending_ext_shared: false };

/** Who and what is in the workspace, with the fields local-slack does not know; changes take effect at once. */
export function createDirectory(workspace: WorkspaceSpec): Directory {
  const people = new Map<string, PersonSpec & Fields>(workspace.users.map((one) => [one.id, { ...one }]));
  const channels = new Map<string, ChannelSpec & Fields>(workspace.channels.map((one) => [one.id, { ...one }]));
  const directMessages = new Map<string, string>();
  const bot = workspace.app.botUserId;
  const showsEmail = workspace.scopes?.includes('users:read.email') ?? false;
  const person = (id: string) => people.get(id);
  const channel = (id: string) => channels.get(id);

  return {
    person,
    channel,
    setUser: (id, patch) => people.set(id, { ...found(people, id), ...patch }),
    setChannel: (id, patch) => channels.set(id, { ...found(channels, id), ...patch }),
    noteDirectMessage: (user, id) => directMessages.set(user, id),
    directMessageOf: (user) => directMessages.get(user),
    describeUser: (raw, withLocale) => {
      const spec = person(String(raw.id));
      const { locale, email, ...known } = spec ?? ({} as Fields);
      const profile = { ...(raw.profile as Fields | undefined), ...(showsEmail && email ? { email } : {}) };
      if (!showsEmail) delete (profile as Fields).email;
      const shown = withLocale && !spec?.is_stranger ? { locale: locale ?? 'en-US' } : {};
      return { ...raw, ...USER_DEFAULTS, profile, is_bot: raw.is_bot, ...known, ...shown };
    },
    describeChannel: (raw) => {
      const known = channel(String(raw.id));
      if (!known) return raw;
      const { members, topic: _topic, ...flags } = known;
      return { ...raw, ...CHANNEL_DEFAULTS, ...flags, is_member: members.includes(bot), num_members: members.length };
    },
    isListed: (id) => {
      const known = person(id);
      return !known?.is_stranger && (known?.team_id ?? workspace.team.id) === workspace.team.id;
    },
    postRefusal: (id, recipient) => {
      const known = channel(id);
      if (!known) return undefined;
      if (!known.members.includes(bot)) return known.is_private ? 'channel_not_found' : 'not_in_channel';
      if (known.is_archived) return 'is_archived';
      return recipient && !known.members.includes(recipient) ? 'user_not_in_channel' : undefined;
    },
    drawing: () => ({
      clock: readerClock(workspace),
      users: [...people.values()]
        .filter((one) => !one.deleted && !one.is_bot)
        .map((one) => asOption(one.id, one.real_name)),
      conversations: [...channels.values()].map((one) => asOption(one.id, `#${one.name}`)),
    }),
  };
}

/** The language and clock of the workspace's first person. */
export function readerClock({ users: [first] }: Pick<WorkspaceSpec, 'users'>): ReaderClock {
  return { locale: first?.locale ?? 'en-US', timeZone: first?.tz ?? 'Europe/London' };
}

function found<T>(known: Map<string, T>, id: string): T {
  const value = known.get(id);
  if (!value) throw new Error(`The stand-in workspace has no ${id}; it has: ${[...known.keys()].join(', ')}.`);
  return value;
}

function asOption(value: string, label: string): Option {
  return { value, text: { type: 'plain_text', text: label } };
}
