import { memberRefusal } from '../domain/member.ts';
import type { WorkingPerson } from '../domain/working-person.ts';
import { type PulseDeps, zoneOfMember } from './pulse-people.ts';

/** Those of these people who can be written to, with their zone, all their days off and their pause. */
export async function findWorkingPeople(
  deps: PulseDeps,
  { workspaceId, userIds }: { readonly workspaceId: string; readonly userIds: readonly string[] },
): Promise<WorkingPerson[]> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const members = (await deps.findMembers(userIds)).flatMap((member) => member ?? []);
  const ours = members.filter((member) => memberRefusal(member) === null);
  const own = await stores.memberSettings.findDaysOff(userIds);
  const pauses = await stores.memberSettings.findPauses(userIds);
  return ours.map((member) => ({
    userId: member.id,
    timeZone: zoneOfMember(member, settings.timeZone),
    daysOff: [...settings.daysOff, ...(own.get(member.id) ?? [])],
    pausedUntil: pauses.get(member.id) ?? null,
  }));
}
