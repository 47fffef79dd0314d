import type { WebClient } from '@slack/web-api';
import { memberRefusal } from '../../domain/member.ts';
import type { GroupNow } from '../../usecases/follow-user-group.ts';
import type { Directory } from './directory.ts';
import { createFreshCache } from './fresh-cache.ts';
import { readTrouble } from './read-trouble.ts';

export type UserGroup = { readonly id: string; readonly name: string };

export type UserGroups = {
  /** The groups a team can follow, by name; null where the workspace did not let the app see them, or Slack did not answer. */
  list(): Promise<readonly UserGroup[] | null>;
  /** The group as it is now; null when Slack does not say, of the group or of one of its members: then nothing is to change. */
  find(groupId: string): Promise<GroupNow | null>;
  /** On every event that tells of a change. */
  forget(): void;
};

type Options = {
  readonly reads: WebClient;
  readonly directory: Directory;
  readonly clock: () => Date;
  /** The optional scope usergroups:read was granted. */
  readonly readsUserGroups: boolean;
};

const TTL_MS = 60_000;
const FAILED_TTL_MS = 5_000;

/** The user groups of the workspace, remembered for a minute. Guests, bots and people from outside are in no team. */
export function createUserGroups({ reads, directory, clock, readsUserGroups }: Options): UserGroups {
  const groups = createFreshCache<readonly UserGroup[] | null>({
    load: () => listGroups(reads),
    ttlMs: (found) => (found === null ? FAILED_TTL_MS : TTL_MS),
    clock,
  });
  const list = async () => (readsUserGroups ? groups.get('') : null);

  return {
    list,
    forget: () => groups.forget(''),
    async find(groupId) {
      const known = await list();
      if (known === null) return null;
      const group = known.find(({ id }) => id === groupId);
      if (!group) return { isGone: true };
      const userIds = await listMembers(reads, groupId);
      if (userIds === null || userIds === 'gone') return userIds && { isGone: true };
      const lookups = await directory.lookUpAll(userIds);
      // Somebody who could not be asked about is not somebody who left.
      if (lookups.some(({ retryAfterMs }) => retryAfterMs !== null)) return null;
      const memberIds = lookups.filter(({ member }) => memberRefusal(member) === null).map(({ member }) => member.id);
      return { isGone: false, name: group.name, memberIds };
    },
  };
}

async function listGroups(reads: WebClient): Promise<readonly UserGroup[] | null> {
  try {
    const { usergroups = [] } = await reads.usergroups.list();
    return usergroups
      .flatMap(({ id, handle, name, date_delete: deleted }) =>
        id && !deleted ? [{ id, name: handle || name || id }] : [],
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    readTrouble(error);
    return null;
  }
}

async function listMembers(reads: WebClient, usergroup: string): Promise<readonly string[] | 'gone' | null> {
  try {
    return (await reads.usergroups.users.list({ usergroup })).users ?? [];
  } catch (error) {
    const trouble = readTrouble(error);
    const isGone = trouble.kind === 'answer' && ['no_such_subteam', 'subteam_not_found'].includes(trouble.error);
    return isGone ? 'gone' : null;
  }
}
