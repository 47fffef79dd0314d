import type { Assignment } from '../domain/assignments/assignment.ts';
import type { FollowedAssignment } from '../domain/assignments/assignment-messages.ts';
import type { OverdueListManager } from '../domain/assignments/overdue-list.ts';
import type { ClientProfile } from '../domain/client-profile.ts';
import { type Member, memberRefusal } from '../domain/member.ts';
import type { WorkingPerson } from '../domain/working-person.ts';
import type { WorkspaceStorage } from '../storage/storage.ts';
import { findDefaultManagers } from './find-default-managers.ts';
import { zoneOfMember } from './pulse-people.ts';
import type { AlertDeps } from './tell-alerts.ts';

/** The assignments that can be judged now, each with its people, and who hears what is overdue. */
export type AssignmentPeople = {
  readonly followed: readonly FollowedAssignment[];
  readonly managers: readonly OverdueListManager[];
};

/**
 * Who is behind assignments: owners, and the managers of their clients, as Slack knows them now. Those of archived clients rest; one
 * whose owner Slack cannot tell at the moment is left out, since it may neither be sent nor be taken for one without an owner.
 */
export async function findAssignmentPeople(
  deps: AlertDeps,
  stores: WorkspaceStorage,
  assignments: readonly Assignment[],
): Promise<AssignmentPeople> {
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const concerned = new Set(assignments.map(({ clientId }) => clientId));
  const clients = (await stores.clients.listProfiles()).filter(
    ({ id, isArchived }) => !isArchived && concerned.has(id),
  );
  const named = assignments.flatMap(({ ownerId, givenById }) => [ownerId ?? [], givenById ?? []].flat());
  const ofClients = clients.flatMap(({ managerIds }) => managerIds);
  const found = await findMembers(deps, [...new Set([...named, ...settings.managerIds, ...ofClients])]);
  const isOurs = (id: string) => isValid(found.get(id));
  const usual = settings.managerIds.some(isOurs) ? settings.managerIds : await findDefaultManagers(deps, settings);
  for (const [id, member] of await findMembers(
    deps,
    usual.filter((id) => !found.has(id)),
  ))
    found.set(id, member);
  const managersOf = ({ managerIds }: ClientProfile) => {
    const own = managerIds.filter(isOurs);
    return own.length > 0 ? own : usual.filter(isOurs);
  };
  const working = await toWorkingPeople(stores, { found, settings });
  const followed = assignments.flatMap((assignment): FollowedAssignment[] => {
    const { clientId, ownerId, givenById } = assignment;
    const client = clients.find(({ id }) => id === clientId);
    const owner = ownerId === null ? null : found.get(ownerId);
    if (!client || owner === undefined) return [];
    const candidates = [...(givenById === null ? [] : [givenById]), ...managersOf(client)];
    const manager = candidates.find((id) => isOurs(id) && id !== ownerId);
    return [
      {
        assignment,
        owner: owner !== null && isValid(owner) ? (working.get(owner.id) ?? null) : null,
        manager: manager === undefined ? null : (working.get(manager) ?? null),
      },
    ];
  });
  const managers = [...new Set(clients.flatMap(managersOf))].flatMap((userId): OverdueListManager[] => {
    const person = working.get(userId);
    const clientIds = clients.filter((client) => managersOf(client).includes(userId)).map(({ id }) => id);
    return person ? [{ ...person, clientIds }] : [];
  });
  return { followed, managers };
}

function isValid(member: Member | undefined): boolean {
  return member !== undefined && memberRefusal(member) === null;
}

/** Those whom Slack can tell, by id. */
async function findMembers(deps: AlertDeps, ids: readonly string[]): Promise<Map<string, Member>> {
  const members = ids.length === 0 ? [] : await deps.findMembers(ids);
  return new Map(members.flatMap((member) => (member === null ? [] : [[member.id, member] as const])));
}

type Found = {
  readonly found: ReadonlyMap<string, Member>;
  readonly settings: { readonly timeZone: string; readonly daysOff: WorkingPerson['daysOff'] };
};

async function toWorkingPeople(
  { memberSettings }: WorkspaceStorage,
  { found, settings }: Found,
): Promise<Map<string, WorkingPerson>> {
  const ids = [...found.keys()];
  const [daysOff, pauses] = await Promise.all([memberSettings.findDaysOff(ids), memberSettings.findPauses(ids)]);
  return new Map(
    [...found].map(([userId, member]) => [
      userId,
      {
        userId,
        timeZone: zoneOfMember(member, settings.timeZone),
        daysOff: [...settings.daysOff, ...(daysOff.get(userId) ?? [])],
        pausedUntil: pauses.get(userId) ?? null,
      },
    ]),
  );
}
