import { isWatched } from '../domain/client-profile.ts';
import type { Member } from '../domain/member.ts';
import { isTimeZone } from '../domain/schedule.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

export type PulseDeps = Deps & {
  /** Who people are in Slack now, in their order; null for somebody whom Slack cannot tell at the moment. */
  readonly findMembers: (userIds: readonly string[]) => Promise<readonly (Member | null)[]>;
};

/**
 * Who is asked about which clients, by name (method 7: each member of each account team). Clients that are not watched, have
 * no team or belong to a rehearsal are left out.
 */
export async function findClientsByPerson(
  stores: Pick<Stores, 'clients' | 'accountMembers'>,
): Promise<Map<string, string[]>> {
  const profiles = await stores.clients.listProfiles();
  const teams = await stores.accountMembers.listTeams();
  const byPerson = new Map<string, string[]>();
  for (const { id } of profiles.filter(isWatched))
    for (const { userId } of teams.get(id) ?? []) byPerson.set(userId, [...(byPerson.get(userId) ?? []), id]);
  return byPerson;
}

/** The zone of a person's clock; the workspace's where Slack does not say, or names one that does not exist. */
export function zoneOfMember({ timeZone }: Pick<Member, 'timeZone'>, workspaceZone: string): string {
  return timeZone !== null && isTimeZone(timeZone) ? timeZone : workspaceZone;
}
