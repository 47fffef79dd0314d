import type { ClientProfile } from '../domain/client-profile.ts';
import { type Member, memberRefusal } from '../domain/member.ts';
import type { OverdueListManager } from '../domain/plan/overdue-list.ts';
import type { PlanItem } from '../domain/plan/plan-item.ts';
import type { FollowedItem } from '../domain/plan/plan-item-messages.ts';
import type { WorkingPerson } from '../domain/working-person.ts';
import type { WorkspaceStorage } from '../storage/storage.ts';
import { zoneOfMember } from './pulse-people.ts';
import type { AlertDeps } from './tell-alerts.ts';

/** The items that can be judged now, each with its people, and who hears what is overdue. */
export type PlanPeople = {
  readonly followed: readonly FollowedItem[];
  readonly managers: readonly OverdueListManager[];
};

/**
 * Who is behind open items: owners, and the managers of their clients, as Slack knows them now. Items of archived clients rest; an
 * item whose owner Slack cannot tell at the moment is left out, since it may neither be sent nor be taken for one without an owner.
 */
export async function findPlanPeople(
  deps: AlertDeps,
  stores: WorkspaceStorage,
  items: readonly PlanItem[],
): Promise<PlanPeople> {
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const concerned = new Set(items.map(({ clientId }) => clientId));
  const clients = (await stores.clients.listProfiles()).filter(
    ({ id, isArchived }) => !isArchived && concerned.has(id),
  );
  const named = [...items.flatMap(({ ownerId, givenById }) => [ownerId, givenById]), ...settings.managerIds];
  const ids = [...new Set([...named, ...clients.flatMap(({ managerIds }) => managerIds)])];
  const found = await findMembers(deps, ids);
  const isOurs = (id: string) => isValid(found.get(id));
  const usual = settings.managerIds.some(isOurs) ? settings.managerIds : ((await deps.findAdmins()) ?? []);
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
  const followed = items.flatMap((item): FollowedItem[] => {
    const client = clients.find(({ id }) => id === item.clientId);
    const owner = found.get(item.ownerId);
    if (!client || !owner) return [];
    const manager = [item.givenById, ...managersOf(client)].find((id) => isOurs(id) && id !== item.ownerId);
    return [
      {
        ...{ item, clientStatus: client.status },
        owner: isValid(owner) ? (working.get(owner.id) ?? null) : null,
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
