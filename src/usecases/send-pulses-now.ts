import { dayOf, isInDays } from '../domain/calendar.ts';
import { memberRefusal } from '../domain/member.ts';
import { isPausedOn } from '../domain/own-pause.ts';
import type { NotNow } from '../domain/pulse.ts';
import { type PulseWindow, pulseWindow } from '../domain/pulse-schedule.ts';
import { weekOf } from '../domain/pulse-week.ts';
import { isWorkingHour } from '../domain/schedule.ts';
import { findClientsByPerson, type PulseDeps, zoneOfMember } from './pulse-people.ts';
import { askAll } from './send-pulses.ts';

/** What a pulse that is sent now means for one person. */
export type PulseNow = { readonly userId: string; readonly clientIds: readonly string[] } & (
  | { readonly kind: 'ask'; readonly window: PulseWindow }
  | { readonly kind: 'leave'; readonly why: NotNow }
);

/**
 * Who would be asked about which client if this week's pulse went out now, and who would not and why; nothing is sent. The window is
 * that of a pulse which opened today: to the end of the next working day.
 */
export async function planPulsesNow(deps: PulseDeps, workspaceId: string): Promise<PulseNow[]> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const now = deps.clock();
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const clientsOf = await findClientsByPerson(stores);
  const userIds = [...clientsOf.keys()];
  const members = await deps.findMembers(userIds);
  const own = await stores.memberSettings.findDaysOff(userIds);
  const pauses = await stores.memberSettings.findPauses(userIds);
  const settled = await stores.pulses.listSettledWeeks(weekOf(dayOf(now, 'Etc/GMT+12')));
  return userIds.map((userId, i): PulseNow => {
    const leave = (why: NotNow): PulseNow => ({ ...asked, kind: 'leave', why });
    const asked = { userId, clientIds: clientsOf.get(userId) ?? [] };
    const member = members[i] ?? null;
    if (member === null) return leave('unknown');
    const refusal = memberRefusal(member);
    if (refusal !== null) return leave(refusal);
    const calendar = { timeZone: zoneOfMember(member, settings.timeZone), daysOff: settings.daysOff };
    const today = dayOf(now, calendar.timeZone);
    const week = weekOf(today);
    if (settled.get(userId)?.includes(week)) return leave('asked_already');
    const daysOff = [...settings.daysOff, ...(own.get(userId) ?? [])];
    if (isInDays(today, daysOff)) return leave('day_off');
    if (isPausedOn(pauses.get(userId) ?? null, today)) return leave('paused');
    if (!isWorkingHour(now, { ...calendar, daysOff })) return leave('off_hours');
    const { closesAt } = pulseWindow({ weekday: weekdayOf(today), hour: 0 }, week, calendar);
    return { ...asked, kind: 'ask', window: { week, opensAt: now, closesAt } };
  });
}

/** Sends this week's pulse now to everybody who can be asked; the caller has made sure that the person is a manager. */
export async function sendPulsesNow(
  deps: PulseDeps,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<{ readonly sent: number; readonly left: number }> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const plans = await planPulsesNow(deps, workspaceId);
  const asked = plans.flatMap(({ userId: id, clientIds, ...plan }) =>
    plan.kind === 'ask' ? [{ userId: id, ...plan.window, clientIds }] : [],
  );
  const sent = await askAll(stores, asked);
  await stores.audit.add({
    ...{ actorId: userId, action: 'pulse_sent', subject: workspaceId, details: { sent }, at: deps.clock() },
  });
  return { sent, left: plans.length - sent };
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
