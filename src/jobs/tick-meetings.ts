import type { Logger } from '../ops/logging.ts';
import type { Deps } from '../usecases/deps.ts';
import { remindMeeting } from '../usecases/remind-meeting.ts';
import type { LookupsOf } from './workspace-lookups.ts';

export type TickMeetingsDeps = Deps & {
  readonly logger: Logger;
  readonly lookupsOf: LookupsOf;
  /** Does one thing; what fails is logged and does not keep the others from being done. */
  readonly attempt: (what: string, work: () => Promise<unknown>) => Promise<void>;
};

/** What the clock asks for of meetings with clients: whom to remind. */
export async function tickMeetings(deps: TickMeetingsDeps, now: Date): Promise<void> {
  const { attempt, logger, storage } = deps;
  await attempt('find the meetings to remind of', async () => {
    for (const ref of await storage.sweep.findMeetingsAhead(now))
      await attempt(`remind people of meeting ${ref.meetingId}`, async () => {
        const reminded = await remindMeeting({ ...deps, ...deps.lookupsOf(ref.workspaceId) }, ref);
        if (reminded > 0) logger.info({ workspaceId: ref.workspaceId, reminded }, 'people are reminded of a meeting');
      });
  });
}
