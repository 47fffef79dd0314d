import { dayOf } from '../domain/calendar.ts';
import { nextPulseDay } from '../domain/next-pulse.ts';
import { isPulseOpen, type PulseInvite, type PulseSkip } from '../domain/pulse.ts';
import { DEFAULT_PULSE_SCHEDULE, type PulseSchedule } from '../domain/pulse-schedule.ts';
import { weekOf } from '../domain/pulse-week.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { findClientsByPerson } from './pulse-people.ts';
import { readPulse } from './read-pulse.ts';

/** Where somebody stands with their own pulse. */
export type OwnPulseState =
  | {
      readonly kind: 'open';
      readonly week: number;
      readonly answered: number;
      readonly asked: number;
      readonly closesAt: Date;
      readonly isDeclined: boolean;
    }
  | { readonly kind: 'closed'; readonly answered: number; readonly asked: number }
  /** Not asked this week. */
  | { readonly kind: 'skipped'; readonly why: PulseSkip }
  /** In a team, and asked on this day (YYYY-MM-DD; null where every day is a day off). */
  | { readonly kind: 'waiting'; readonly day: string | null; readonly hour: number }
  /** In no team that is asked. */
  | { readonly kind: 'none' | 'off' };

type Reads = Pick<Deps, 'storage' | 'clock' | 'defaults'>;

/** One person's own pulse of this week; of the week before while its window is still open. `timeZone` is that of their clock. */
export async function readOwnPulseState(
  deps: Reads,
  { workspaceId, userId, timeZone }: { workspaceId: string; userId: string; timeZone: string },
): Promise<OwnPulseState> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const now = deps.clock();
  const thisWeek = weekOf(dayOf(now, timeZone));
  for (const week of [thisWeek, thisWeek - 1]) {
    const pulse = await readPulse(deps, { workspaceId, week, userId });
    if (!pulse || (!pulse.isOpen && week !== thisWeek)) continue;
    const asked = pulse.clients.length;
    const answered = pulse.clients.filter(({ answer }) => answer !== null).length;
    const { closesAt, isDeclined } = pulse;
    if (!pulse.isOpen) return { kind: 'closed', answered, asked };
    return { kind: 'open', week, answered, asked, closesAt, isDeclined };
  }
  const skip = (await stores.pulses.listSkipped(thisWeek)).find((one) => one.userId === userId);
  if (skip) return { kind: 'skipped', why: skip.why };
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const pulse = await stores.pulses.findSettings();
  if (!pulse?.isOn) return { kind: 'off' };
  if (!(await findClientsByPerson(stores)).has(userId)) return { kind: 'none' };
  const own = (await stores.memberSettings.findDaysOff([userId])).get(userId) ?? [];
  const calendar = { timeZone, daysOff: [...settings.daysOff, ...own] };
  return { kind: 'waiting', day: nextPulseDay(pulse.schedule, calendar, now), hour: pulse.schedule.hour };
}

/** A week's pulse as managers see it: never who has answered, or a hard stop that follows at once would have a name. */
export type PulseWeekState = {
  readonly week: number;
  /** When the last window closes; null when all have. */
  readonly openUntil: Date | null;
  readonly asked: readonly string[];
  /** How many of them answered anything. */
  readonly answered: number;
  readonly left: readonly { readonly userId: string; readonly why: PulseSkip }[];
  /** None while somebody may still answer: who is in one team only would be seen to have answered. */
  readonly clients: readonly { readonly name: string; readonly asked: number; readonly answered: number }[];
};

export type PulseState = {
  readonly isOn: boolean;
  readonly schedule: PulseSchedule;
  /** YYYY-MM-DD on the workspace's calendar; null where every day is a day off. */
  readonly nextDay: string | null;
  /** Whether any client has a team that is asked. */
  readonly hasPeople: boolean;
  /** This week's, or the last there was. */
  readonly latest: PulseWeekState | null;
};

/** What a manager sees of the weekly pulse; the caller has made sure that the person is one. */
export async function readPulseState(deps: Reads, workspaceId: string): Promise<PulseState> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const now = deps.clock();
  const { timeZone, daysOff } = await stores.workspace.findOrCreate(deps.defaults);
  const pulse = await stores.pulses.findSettings();
  const schedule = pulse?.schedule ?? DEFAULT_PULSE_SCHEDULE;
  return {
    isOn: pulse?.isOn ?? false,
    schedule,
    nextDay: nextPulseDay(schedule, { timeZone, daysOff }, now),
    hasPeople: (await findClientsByPerson(stores)).size > 0,
    latest: await readWeek(stores, { thisWeek: weekOf(dayOf(now, timeZone)), now }),
  };
}

async function readWeek(
  stores: Stores,
  { thisWeek, now }: { thisWeek: number; now: Date },
): Promise<PulseWeekState | null> {
  const leftNow = await stores.pulses.listSkipped(thisWeek);
  const week = leftNow.length > 0 ? thisWeek : await stores.pulses.findLastWeek();
  if (week === null) return null;
  const invites = await stores.pulses.list(week);
  const answered = await stores.pulseAnswers.listAnswered(week);
  const open = invites.filter((invite) => isPulseOpen(invite, now)).map(({ closesAt }) => closesAt.getTime());
  return {
    week,
    openUntil: open.length === 0 ? null : new Date(Math.max(...open)),
    asked: invites.map(({ userId }) => userId),
    answered: invites.filter(({ userId }) => answered.has(userId)).length,
    left: week === thisWeek ? leftNow : await stores.pulses.listSkipped(week),
    clients: open.length > 0 ? [] : await countClients(stores, week, invites),
  };
}

async function countClients(
  stores: Stores,
  week: number,
  invites: readonly PulseInvite[],
): Promise<PulseWeekState['clients']> {
  const asked = new Map<string, number>();
  for (const id of invites.flatMap(({ clientIds }) => clientIds)) asked.set(id, (asked.get(id) ?? 0) + 1);
  const answered = await stores.pulseAnswers.countByClient(week);
  const profiles = await stores.clients.listProfiles();
  return profiles
    .filter(({ id }) => asked.has(id))
    .map(({ id, name }) => ({ name, asked: asked.get(id) ?? 0, answered: answered.get(id) ?? 0 }));
}
