import { daysOfPause } from '../domain/own-pause.ts';
import { purposeOf } from '../domain/post.ts';
import { isPulseOpen, type PulseInvite, pulseRemindFrom } from '../domain/pulse.ts';
import { isWorkingHour } from '../domain/schedule.ts';
import type { WorkspaceStorage } from '../storage/storage.ts';
import { inBatches } from './in-batches.ts';
import { type PulseDeps, zoneOfMember } from './pulse-people.ts';

/**
 * Owes the one reminder of a pulse to those who have answered nothing, once four fifths of their window have passed and in their
 * working hours (product: direct messages). Nobody who said "not this week", nobody twice. Gives how many it was owed.
 */
export async function remindPulse(deps: PulseDeps, workspaceId: string): Promise<number> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const now = deps.clock();
  const late = (await stores.pulses.listOpen()).filter((invite) => isReminderWanted(invite, now));
  if (late.length === 0) return 0;
  const waiting = await withoutAnswer(stores, late);
  const userIds = waiting.map(({ userId }) => userId);
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const own = await stores.memberSettings.findDaysOff(userIds);
  const pauses = await stores.memberSettings.findPauses(userIds);
  const members = userIds.length === 0 ? [] : await deps.findMembers(userIds);
  const due: PulseInvite[] = [];
  for (const [i, invite] of waiting.entries()) {
    const { userId } = invite;
    const member = members[i];
    if (!member) continue;
    const pause = daysOfPause(pauses.get(userId) ?? null);
    const daysOff = [...settings.daysOff, ...(own.get(userId) ?? []), ...pause];
    if (!isWorkingHour(now, { timeZone: zoneOfMember(member, settings.timeZone), daysOff })) continue;
    due.push(invite);
  }
  let reminded = 0;
  for (const week of new Set(due.map((invite) => invite.week)))
    for (const some of inBatches(due.filter((invite) => invite.week === week)))
      reminded += await remindSome(stores, { week, userIds: some.map(({ userId }) => userId), now });
  return reminded;
}

/** Whether a reminder still says something true when it is delivered. */
export async function isPulseReminderDue(
  deps: Pick<PulseDeps, 'storage' | 'clock'>,
  { workspaceId, week, userId }: { workspaceId: string; week: number; userId: string },
): Promise<boolean> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const invite = await stores.pulses.find(week, userId);
  if (!invite || invite.declinedAt !== null || !isPulseOpen(invite, deps.clock())) return false;
  return (await stores.pulseAnswers.listOwn(week, userId)).length === 0;
}

function isReminderWanted(invite: PulseInvite, now: Date): boolean {
  const { declinedAt, remindedAt } = invite;
  return declinedAt === null && remindedAt === null && isPulseOpen(invite, now) && now >= pulseRemindFrom(invite);
}

async function withoutAnswer(stores: WorkspaceStorage, invites: readonly PulseInvite[]): Promise<PulseInvite[]> {
  const answered = new Map<number, Set<string>>();
  for (const week of new Set(invites.map((invite) => invite.week)))
    answered.set(week, await stores.pulseAnswers.listAnswered(week));
  return invites.filter(({ week, userId }) => !answered.get(week)?.has(userId));
}

/** Gives how many this call reminded: not those whom another replica did. */
function remindSome(
  stores: WorkspaceStorage,
  { week, userIds, now }: { week: number; userIds: readonly string[]; now: Date },
): Promise<number> {
  return stores.transaction(async (own) => {
    const reminded = await own.pulses.markReminded(week, userIds, now);
    const posts = reminded.map((userId) => ({
      ...{ purpose: purposeOf.pulseReminder(week, userId), reviewId: null, channelId: userId, parentPurpose: null },
      message: { kind: 'pulse_reminder' as const, week, userId },
    }));
    await own.outbox.putMany(posts);
    return reminded.length;
  });
}
