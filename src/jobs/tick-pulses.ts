import { dayOf } from '../domain/calendar.ts';
import { weekOf } from '../domain/pulse-week.ts';
import type { Logger } from '../ops/logging.ts';
import { closeHealthWeek, closePulses } from '../usecases/close-pulses.ts';
import type { PulseDeps } from '../usecases/pulse-people.ts';
import { remindPulse } from '../usecases/remind-pulse.ts';
import { sendDigest } from '../usecases/send-digest.ts';
import { sendPulses } from '../usecases/send-pulses.ts';

type Deps = PulseDeps & {
  readonly logger: Logger;
  /** Does one thing; what fails is logged and does not keep the others from being done. */
  readonly attempt: (what: string, work: () => Promise<unknown>) => Promise<void>;
};

/** After a longer downtime the weeks before are not made up for. */
const WEEKS_BACK = 8;

/** What the clock asks for of the weekly pulse: windows that are over, clients whose week is, digests, people to ask, people to remind. */
export async function tickPulses(deps: Deps, now: Date): Promise<void> {
  const { attempt, logger } = deps;
  const { sweep } = deps.storage;
  await attempt('find the pulses that are over', async () => {
    for (const workspaceId of await sweep.findOpenPulses())
      await attempt(`close the pulses of workspace ${workspaceId}`, () => closePulses(deps, workspaceId));
  });
  await attempt('find whose pulse is due', async () => {
    for (const workspaceId of await sweep.findPulseWorkspaces())
      await attempt(`send the pulses of workspace ${workspaceId}`, async () => {
        const { sent, skipped } = await sendPulses(deps, workspaceId);
        if (sent > 0) logger.info({ workspaceId, sent }, 'pulses sent');
        if (Object.keys(skipped).length > 0) logger.info({ workspaceId, ...skipped }, 'pulses left out, by why');
      });
  });
  await attempt('find the weeks of clients that are over', async () => {
    for (const ref of await sweep.findClosableWeeks(weekOf(dayOf(now, 'UTC')) - WEEKS_BACK))
      await attempt(`close week ${ref.week} of client ${ref.clientId}`, () => closeHealthWeek(deps, ref));
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
      await attempt(`remind people of the pulses of workspace ${workspaceId}`, () => remindPulse(deps, workspaceId));
  });
}
