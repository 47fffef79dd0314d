import type { ClientMeeting, MeetingRecord, MeetingState } from '../domain/meeting/client-meeting.ts';
import type { ClientMeeting as Row } from './generated/client.ts';
import { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

/** A stored meeting. */
export const toMeeting = ({ workspaceId: _, recordedAt: __, ...row }: Row): ClientMeeting => ({
  ...row,
  state: row.state as MeetingState,
  record: row.record as MeetingRecord | null,
});

/** The talks with clients that follow from reviews. */
export function createMeetingStore({ db, workspaceId }: Scope) {
  return {
    async find(id: string): Promise<ClientMeeting | null> {
      if (!isUuid(id)) return null;
      const row = await db.clientMeeting.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toMeeting(row);
    },

    /** The meetings of a review, the latest first. */
    async listOf(reviewId: string): Promise<ClientMeeting[]> {
      const orderBy = [{ startsAt: 'desc' as const }, { id: 'asc' as const }];
      const rows = await db.clientMeeting.findMany({ where: { workspaceId, reviewId }, orderBy });
      return rows.map(toMeeting);
    },

    /** Stores a new meeting under the id that its form was given; false when that form was sent before. */
    async add({ record: _, recordedById: __, attendeeIds, ...meeting }: ClientMeeting): Promise<boolean> {
      const data = [{ workspaceId, ...meeting, attendeeIds: [...attendeeIds] }];
      return (await db.clientMeeting.createMany({ data, skipDuplicates: true })).count === 1;
    },

    /** Stores a changed meeting with its version raised by the change; false when somebody changed it since it was read. */
    async save(changed: ClientMeeting, at: Date): Promise<boolean> {
      const { id, startsAt, place, attendeeIds, prepSheet, state, record, recordedById, version } = changed;
      const { count } = await db.clientMeeting.updateMany({
        where: { workspaceId, id, version: version - 1 },
        data: {
          ...{ startsAt, place, attendeeIds: [...attendeeIds], prepSheet, state, recordedById, version },
          record: record === null ? Prisma.DbNull : record,
          recordedAt: record === null ? null : at,
        },
      });
      return count === 1;
    },
  };
}
