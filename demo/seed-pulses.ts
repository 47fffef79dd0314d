import { dayOf } from '../src/domain/calendar.ts';
import type { Language } from '../src/domain/language.ts';
import type { Member } from '../src/domain/member.ts';
import { DEFAULT_PULSE_SCHEDULE, pulseWindow } from '../src/domain/pulse-schedule.ts';
import { weekOf } from '../src/domain/pulse-week.ts';
import { savePulseAnswer } from '../src/usecases/answer-pulse.ts';
import { closeHealthWeek, closePulses } from '../src/usecases/close-pulses.ts';
import type { Deps } from '../src/usecases/deps.ts';
import type { PulseDeps } from '../src/usecases/pulse-people.ts';
import { sendPulses } from '../src/usecases/send-pulses.ts';
import { PULSE_WEEKS, type PulseSaid, pulseSaid } from './past-pulses.ts';
import { EVERYBODY, PEOPLE, TEAM_ID } from './sample-agency.ts';
import type { ClientIds } from './sample-clients.ts';

const CALENDAR = { timeZone: 'Europe/Berlin', daysOff: [] } as const;
const HOUR_MS = 3_600_000;

/** The window of a week's pulse on the clock that everybody of the agency has. */
export function agencyWindow(week: number) {
  return pulseWindow(DEFAULT_PULSE_SCHEDULE, week, CALENDAR);
}

/** Switches the pulse on; it owes nothing from before `since`. */
export async function startPulse({ storage }: Pick<Deps, 'storage'>, since: Date): Promise<void> {
  const { pulses } = storage.forWorkspace(TEAM_ID);
  await pulses.saveSettings({ isOn: true, schedule: DEFAULT_PULSE_SCHEDULE, since });
}

/** The newest week whose pulse is over at a moment. */
export function lastClosedWeek(now: Date): number {
  const thisWeek = weekOf(dayOf(now, CALENDAR.timeZone));
  return agencyWindow(thisWeek).closesAt <= now ? thisWeek : thisWeek - 1;
}

/** The last eight weeks whose pulse is over now, lived through: asked, answered, closed. Managers know of the alerts. */
export async function seedPulses(deps: Deps, clients: ClientIds, language: Language): Promise<void> {
  const first = lastClosedWeek(deps.clock()) - PULSE_WEEKS + 1;
  await startPulse(deps, new Date(agencyWindow(first).opensAt.getTime() - HOUR_MS));
  for (let i = 0; i < PULSE_WEEKS; i += 1)
    await liveWeek(deps, { clients, week: first + i, said: pulseSaid(language, i) });
  const { health } = deps.storage.forWorkspace(TEAM_ID);
  for (const alert of await deps.storage.sweep.findUntoldAlerts())
    await health.markTold(alert, agencyWindow(alert.week).closesAt);
}

type Lived = { readonly clients: ClientIds; readonly week: number; readonly said: readonly PulseSaid[] };

async function liveWeek(deps: Deps, { clients, week, said }: Lived): Promise<void> {
  const { opensAt, closesAt } = agencyWindow(week);
  const at = (now: Date): PulseDeps => ({ ...deps, clock: () => now, findMembers: async (ids) => ids.map(memberOf) });
  const { sent } = await sendPulses(at(opensAt), TEAM_ID);
  if (sent !== EVERYBODY.length) throw new Error(`${sent} sample pulses were sent, expected ${EVERYBODY.length}`);
  await Promise.all(said.map((one) => answerAll(at(new Date(opensAt.getTime() + HOUR_MS)), { clients, week, one })));
  await closePulses(at(closesAt), TEAM_ID);
  for (const clientId of Object.values(clients))
    if (!(await closeHealthWeek(at(closesAt), { workspaceId: TEAM_ID, clientId, week })))
      throw new Error(`the sample week ${week} of client ${clientId} did not close`);
}

type Answering = { readonly clients: ClientIds; readonly week: number; readonly one: PulseSaid };

async function answerAll(deps: Deps, { clients, week, one: { name, said } }: Answering): Promise<void> {
  for (const { client, ...rest } of said) {
    const own = { workspaceId: TEAM_ID, week, userId: PEOPLE[name].id };
    const saved = await savePulseAnswer(deps, { ...own, answer: { ...rest, clientId: clients[client] } });
    if (!saved.ok) throw new Error(`the sample pulse of ${name} was refused: ${saved.reason}`);
  }
}

/** A colleague as Slack knows them. */
export function memberOf(id: string): Member {
  const flags = { isDeactivated: false, isBot: false, isGuest: false, isOutside: false, isAdmin: false };
  return { id, name: id, locale: null, timeZone: CALENDAR.timeZone, ...flags };
}
