import { healthOf } from '../domain/health.ts';
import { findAlerts } from '../domain/health-alert.ts';
import { trendOf } from '../domain/health-trend.ts';
import type { Stores, WorkspaceStorage } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { BATCH } from './in-batches.ts';
import { owePulses } from './owe-pulse.ts';
import { raiseAlerts } from './raise-alerts.ts';
import { lastClosing } from './send-pulses.ts';

/** Slack takes some fifty changes of messages a minute. Half of them are left for the cards; a small workspace sees it at once. */
const LAST_WORDS = { atOnce: 20, everyMs: 2_400 } as const;

/** Closes the windows that are over: no answer is taken any more, and the messages say so. Gives how many it closed. */
export async function closePulses(deps: Deps, workspaceId: string): Promise<number> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const now = deps.clock();
  for (let closed = 0; ; ) {
    const ended = await stores.transaction(async (own) => {
      const some = await own.pulses.closeSome(now, BATCH);
      await owePulses(own, some, { ...LAST_WORDS, after: closed });
      return some.length;
    });
    closed += ended;
    if (ended < BATCH) return closed;
  }
}

type ClientWeekRef = { readonly workspaceId: string; readonly clientId: string; readonly week: number };

/**
 * Writes the health of a client's week, once, and raises the alerts that follow (method 7). False while somebody may still answer
 * or be asked, and when it is written already.
 */
export async function closeHealthWeek(deps: Deps, { workspaceId, clientId, week }: ClientWeekRef): Promise<boolean> {
  const stores = deps.storage.forWorkspace(workspaceId);
  if (await isSomebodyToAsk(deps, stores, { clientId, week })) return false;
  return stores.transaction(async (own) => {
    if (!(await own.clients.lock(clientId))) return false;
    const invites = await own.pulses.listAbout(week, clientId);
    if (invites.length === 0 || invites.some(({ closedAt }) => closedAt === null)) return false;
    return writeWeek(deps, own, { clientId, week, asked: invites.length });
  });
}

async function writeWeek(
  deps: Deps,
  stores: Stores,
  { clientId, week, asked }: { clientId: string; week: number; asked: number },
): Promise<boolean> {
  const answers = await stores.pulseAnswers.listOfClient(week, clientId);
  const health = healthOf(asked, answers);
  const earlier = (await stores.health.listWeeks(clientId)).filter((one) => one.week < week);
  const isNew = await stores.health.addWeek({
    ...{ ...health, clientId, week, closedAt: deps.clock() },
    trend: trendOf([...earlier, { week, health: health.health }]),
    comments: answers.filter(({ comment }) => comment !== null).length,
  });
  if (isNew) await raiseAlerts(deps, stores, { clientId, week, alerts: findAlerts(week, health, earlier) });
  return isNew;
}

/** Whether somebody of the team had neither pulse nor reason in this week, and their clock may still come to it. */
async function isSomebodyToAsk(
  deps: Deps,
  stores: WorkspaceStorage,
  { clientId, week }: { clientId: string; week: number },
): Promise<boolean> {
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const pulse = await stores.pulses.findSettings();
  if (!pulse?.isOn || deps.clock() >= lastClosing(pulse.schedule, week, settings.daysOff)) return false;
  const team = await stores.accountMembers.list(clientId);
  const settled = await stores.pulses.listSettledWeeks(
    week,
    team.map(({ userId }) => userId),
  );
  return team.some(({ userId }) => !settled.get(userId)?.includes(week));
}
