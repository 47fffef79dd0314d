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
import { owePulse } from './owe-pulse.ts';
import { findClientsByPerson, type PulseDeps, zoneOfMember } from './pulse-people.ts';

/** What became of the pulses that were due: how many were sent, and how many were not, by why. */
export type SentPulses = { readonly sent: number; readonly skipped: Readonly<Partial<Record<PulseSkip, number>>> };

/** The zones whose clocks are first and last. */
const FIRST_ZONE = 'Pacific/Kiritimati';
const LAST_ZONE = 'Etc/GMT+12';

/**
 * Asks everybody whose pulse is due now, once: each person in one transaction, the row of their week and the message they are owed,
 * so that two replicas send one. Who is not asked is noted with why (product: quiet). Slack is asked for people only while somebody's
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
  let sent = 0;
  const skipped: Partial<Record<PulseSkip, number>> = {};
  for (const plan of plans) {
    if (plan.kind === 'skip') {
      if (await stores.pulses.skip(plan)) skipped[plan.why] = (skipped[plan.why] ?? 0) + 1;
      continue;
    }
    const { userId, window } = plan;
    if (await askOnce(stores, { userId, ...window, clientIds: clientsOf.get(userId) ?? [] })) sent += 1;
  }
  return { sent, skipped };
}

type Asked = Parameters<WorkspaceStorage['pulses']['invite']>[0];

/** Asks one person, unless they were asked in this week already; true when it was this call that did. */
export function askOnce(stores: WorkspaceStorage, asked: Asked): Promise<boolean> {
  return stores.transaction(async (own) => {
    if (!(await own.pulses.invite(asked))) return false;
    await owePulse(own, asked);
    return true;
  });
}
