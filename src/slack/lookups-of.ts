import type { LookupsOf } from '../jobs/workspace-lookups.ts';
import type { FindWorkspaceSide } from './workspace-sides.ts';

/** The look-ups of a workspace, its side found when one of them is used. */
export function createLookupsOf(find: FindWorkspaceSide): LookupsOf {
  return (workspaceId) => {
    const lookups = async () => (await find(workspaceId))?.lookups;
    return {
      findTimeZones: async (userIds) => (await lookups())?.findTimeZones(userIds) ?? userIds.map(() => null),
      findMembers: async (userIds) => (await lookups())?.findMembers(userIds) ?? userIds.map(() => null),
      findAdmins: async () => (await lookups())?.findAdmins() ?? null,
      findPresence: async (asked) =>
        (await lookups())?.findPresence(asked) ?? { members: asked.userIds.map(() => null), inChannel: null },
    };
  };
}
