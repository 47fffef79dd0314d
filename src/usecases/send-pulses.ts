import { type Calendar, dayOf } from '../domain/calendar.ts';
import { type MemberRefusal, memberRefusal } from '../domain/member.ts';
import type { PulseSkip } from '../domain/pulse.ts';
import {
  type PulsePerson,
  type PulsePlan,
  type PulseSchedule,
  planPulse,
  pulseWindow,
} from '../domain/pulse-schedule.ts';
import { weekOf } from '../domain/pulse-week.ts';
import type { WorkspaceStorage } from '../storage/storage.ts';
import { inBatches } from './in-batches.ts';
import { owePulses } from './owe-pulse.ts';
import { findClientsByPerson, type PulseDeps, zoneOfMember } from './pulse-people.ts';

/** What became of the pulses that were due: how many were sent, and how many were not, by why. */
export type SentPulses = { readonly sent: number; readonly skipped: Readonly<Partial<Record<PulseSkip, number>>> };

/** The zones whose clocks are first and last. */
const FIRST_ZONE = 'Pacific/Kiritimati';
const LAST_ZONE = 'Etc/GMT+12';

/**
 * Asks everybody whose pulse is due now, once: the row of their week and the message they are owed are written in one transaction,
 * some hundred people in each, so that two replicas send one. Who is not asked is noted with why (product: quiet). Slack is asked for people only while somebody's
 * pulse may be due.
 */
export async function sendPulses(deps: PulseDeps, workspaceId: string): Promise<SentPulses> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const now = deps.clock();
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const pulse = await stores.pulses.findSettings();
  const clientsOf = pulse?.isOn ? await findClientsByPerson(stores) : new Map<string, string[]>();
  if (!pulse || clientsOf.size === 0) return { sent: 0, skipped: {} };
  if (pulse.since === null) await stores.pulses.begin(now);
  const since = pulse.since ?? now;
  const { daysOff } = settings;
  const due = weeksInReach({ schedule: pulse.schedule, daysOff, since }, now);
  const settled = due.length === 0 ? null : await stores.pulses.listSettledWeeks(Math.min(...due));
  const isPending = (userId: string) => due.some((week) => !settled?.get(userId)?.includes(week));
  const pending = [...clientsOf.keys()].filter(isPending);
  if (pending.length === 0) return { sent: 0, skipped: {} };

  const members = (await deps.findMembers(pending)).flatMap((member) => member ?? []);
  const ids = members.map(({ id }) => id);
  const ownDaysOff = await stores.memberSettings.findDaysOff(ids);
  const pauses = await stores.memberSettings.findPauses(ids);
  const people = members.map(
    (member): PulsePerson => ({
      userId: member.id,
      calendar: { timeZone: zoneOfMember(member, settings.timeZone), daysOff },
      ownDaysOff: ownDaysOff.get(member.id) ?? [],
      pausedUntil: pauses.get(member.id) ?? null,
      settledWeeks: settled?.get(member.id) ?? [],
    }),
  );
  const refusals = new Map(members.map((member) => [member.id, memberRefusal(member)]));
  const plans = planPulse({ schedule: pulse.schedule, since }, people, now).map((plan) =>
    decide(plan, { refusal: refusals.get(plan.userId) ?? null, isNew: !settled?.has(plan.userId) }),
  );
  return carryOut(stores, plans, clientsOf);
}

/** When the last window of a week closes, wherever on earth somebody is. */
export function lastClosing(schedule: PulseSchedule, week: number, daysOff: Calendar['daysOff']): Date {
  return pulseWindow(schedule, week, { timeZone: LAST_ZONE, daysOff }).closesAt;
}

type Reach = { readonly schedule: PulseSchedule; readonly daysOff: Calendar['daysOff']; readonly since: Date };

/** The weeks whose pulse may be due for somebody: this one and the one before, on the first clock and on the last. */
function weeksInReach({ schedule, daysOff, since }: Reach, now: Date): number[] {
  const current = [FIRST_ZONE, LAST_ZONE].map((zone) => weekOf(dayOf(now, zone)));
  const opensIn = (week: number, timeZone: string) => pulseWindow(schedule, week, { timeZone, daysOff }).opensAt;
  return [...new Set(current.flatMap((week) => [week, week - 1]))].filter(
    (week) => now >= opensIn(week, FIRST_ZONE) && opensIn(week, LAST_ZONE) >= since,
  );
}

type Decided = Extract<PulsePlan, { kind: 'send' }> | { userId: string; kind: 'skip'; week: number; why: PulseSkip };

function decide(plan: PulsePlan, { refusal, isNew }: { refusal: MemberRefusal | null; isNew: boolean }): Decided {
  const week = plan.kind === 'send' ? plan.window.week : plan.week;
  if (refusal !== null) return { userId: plan.userId, kind: 'skip', week, why: refusal };
  return plan.kind === 'skip' && plan.why === 'stale' && isNew ? { ...plan, why: 'new' } : plan;
}

async function carryOut(
  stores: WorkspaceStorage,
  plans: readonly Decided[],
  clientsOf: ReadonlyMap<string, readonly string[]>,
): Promise<SentPulses> {
  const asked = plans.flatMap((plan) =>
    plan.kind === 'send' ? [{ userId: plan.userId, ...plan.window, clientIds: clientsOf.get(plan.userId) ?? [] }] : [],
  );
  const left = plans.flatMap((plan) => (plan.kind === 'skip' ? [plan] : []));
  const skipped: Partial<Record<PulseSkip, number>> = {};
  for (const some of inBatches(left)) {
    const noted = new Set(await stores.pulses.skip(some.map(({ kind: _, ...skip }) => skip)));
    for (const { why } of some.filter(({ userId }) => noted.has(userId))) skipped[why] = (skipped[why] ?? 0) + 1;
  }
  return { sent: await askAll(stores, asked), skipped };
}

type Asked = Parameters<WorkspaceStorage['pulses']['invite']>[0][number];

/** Asks people, but for those who were asked in this week already; gives how many this call asked. A crash leaves out none. */
export async function askAll(stores: WorkspaceStorage, people: readonly Asked[]): Promise<number> {
  let sent = 0;
  for (const some of inBatches(people))
    sent += await stores.transaction(async (own) => {
      const userIds = new Set(await own.pulses.invite(some));
      await owePulses(
        own,
        some.filter(({ userId }) => userIds.has(userId)),
      );
      return userIds.size;
    });
  return sent;
}
