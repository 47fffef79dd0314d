import { findUninstalled } from './find-uninstalled.ts';
import type { PrismaClient } from './generated/client.ts';

export type MeetingRef = { readonly workspaceId: string; readonly meetingId: string };

/** Longer than anybody's days off before a meeting: the working day before it lies within. */
const AHEAD_MS = 40 * 24 * 60 * 60_000;

/** Questions about meetings over all workspaces, asked by the clock only; see sweep.ts. */
export function createMeetingSweep(db: PrismaClient) {
  return {
    /** Planned meetings of which somebody may have to be reminded now, the next first. */
    async findMeetingsAhead(now: Date): Promise<MeetingRef[]> {
      const workspaceId = { notIn: await findUninstalled(db) };
      const rows = await db.clientMeeting.findMany({
        where: { workspaceId, state: 'planned', startsAt: { gt: now, lte: new Date(now.getTime() + AHEAD_MS) } },
        orderBy: { startsAt: 'asc' },
        select: { workspaceId: true, id: true },
      });
      return rows.map(({ workspaceId, id }) => ({ workspaceId, meetingId: id }));
    },
  };
}
