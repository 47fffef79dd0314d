import { dayOf } from '../domain/calendar.ts';
import type { HomeTouch } from '../domain/home-touch.ts';
import { weekOf } from '../domain/pulse-week.ts';
import type { Logger } from '../ops/logging.ts';
import { closeHealthWeek, closePulses } from '../usecases/close-pulses.ts';
import type { Deps } from '../usecases/deps.ts';
import { remindPulse } from '../usecases/remind-pulse.ts';
import { sendDigest } from '../usecases/send-digest.ts';
import { sendPulses } from '../usecases/send-pulses.ts';
import { tellAlerts } from '../usecases/tell-alerts.ts';
import type { LookupsOf } from './workspace-lookups.ts';

export type TickPulsesDeps = Deps & {
  readonly logger: Logger;
  readonly lookupsOf: LookupsOf;
  /** Pulses come and go without anybody's doing: people's Homes say so. */
  readonly touchHomes: (workspaceId: string, touch: HomeTouch) => void;
  /** Does one thing; what fails is logged and does not keep the others from being done. */
  readonly attempt: (what: string, work: () => Promise<unknown>) => Promise<void>;
};

const EVERYBODY = { kind: 'everybody' } as const;

/** After a longer downtime the weeks before are not made up for. */
const WEEKS_BACK = 8;

/** What the clock asks for of the weekly pulse: windows that are over, people to ask, weeks of clients that are over, alerts, digests, reminders. */
export async function tickPulses(deps: TickPulsesDeps, now: Date): Promise<void> {
  const { attempt, logger, lookupsOf, touchHomes } = deps;
  const { sweep } = deps.storage;
  await attempt('find the pulses that are over', async () => {
    for (const workspaceId of await sweep.findOpenPulses())
      await attempt(`close the pulses of workspace ${workspaceId}`, async () => {
        if ((await closePulses(deps, workspaceId)) > 0) touchHomes(workspaceId, EVERYBODY);
      });
  });
  await attempt('find whose pulse is due', async () => {
    for (const workspaceId of await sweep.findPulseWorkspaces())
      await attempt(`send the pulses of workspace ${workspaceId}`, async () => {
        const { sent, skipped } = await sendPulses({ ...deps, ...lookupsOf(workspaceId) }, workspaceId);
        if (sent > 0) {
          touchHomes(workspaceId, EVERYBODY);
          logger.info({ workspaceId, sent }, 'pulses sent');
        }
        if (Object.keys(skipped).length > 0) logger.info({ workspaceId, ...skipped }, 'pulses left out, by why');
      });
  });
  await attempt('find the weeks of clients that are over', async () => {
    for (const ref of await sweep.findClosableWeeks(weekOf(dayOf(now, 'UTC')) - WEEKS_BACK))
      await attempt(`close week ${ref.week} of client ${ref.clientId}`, async () => {
        if (await closeHealthWeek(deps, ref)) touchHomes(ref.workspaceId, EVERYBODY);
      });
  });
  await attempt('find the alerts that nobody was told of', async () => {
    const untold = await sweep.findUntoldAlerts();
    for (const workspaceId of new Set(untold.map((alert) => alert.workspaceId)))
      await attempt(`tell the alerts of workspace ${workspaceId}`, () => tell(deps, workspaceId));
  });
  await attempt('find the weeks whose digest is due', async () => {
    for (const ref of await sweep.findDueDigests(weekOf(dayOf(now, 'UTC')) - WEEKS_BACK))
      await attempt(`send the digest of week ${ref.week} of workspace ${ref.workspaceId}`, async () => {
        const digest = await sendDigest(deps, ref);
        if (digest.kind !== 'sent') return;
        logger.info(ref, 'digest sent');
        const { skippedWeeks } = digest;
        if (skippedWeeks.length > 0) logger.info({ ...ref, skippedWeeks }, 'digests of earlier weeks were skipped');
      });
  });
  await attempt('find who is to be reminded of a pulse', async () => {
    for (const workspaceId of await sweep.findOpenPulses())
      await attempt(`remind people of the pulses of workspace ${workspaceId}`, () =>
        remindPulse({ ...deps, ...lookupsOf(workspaceId) }, workspaceId),
      );
  });
}

async function tell(deps: TickPulsesDeps, workspaceId: string): Promise<void> {
  const { told, stale, nobody } = await tellAlerts({ ...deps, ...deps.lookupsOf(workspaceId) }, workspaceId);
  if (told > 0) deps.logger.info({ workspaceId, told }, 'managers are told of health alerts');
  if (stale > 0) deps.logger.warn({ workspaceId, stale }, 'health alerts were too old to tell and are not sent');
  if (nobody > 0)
    deps.logger.warn({ workspaceId, nobody }, 'health alerts wait: no manager and no admin was found to tell');
}
