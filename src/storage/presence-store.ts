import type { Absence } from '../domain/review-record.ts';
import type { Scope } from './scope.ts';

export type AbsenceChange = {
  readonly userId: string;
  readonly from: Absence | null;
  readonly to: Absence | null;
};

/** Whom reviews wait for, and which reviews somebody's coming or going touches. */
export function createPresenceStore({ db, workspaceId }: Scope) {
  const listOpen = async (where: { channelId: string } | { participants: { some: { userId: string } } }) => {
    const rows = await db.review.findMany({
      where: { workspaceId, openClientId: { not: null }, ...where },
      orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  };

  return {
    /**
     * Notes why the review does not wait for somebody, or that it does again; false when it was noted otherwise meanwhile, so that
     * who was taken off the list stays so.
     */
    async setAbsence(reviewId: string, { userId, from, to }: AbsenceChange): Promise<boolean> {
      const { count } = await db.participant.updateMany({
        where: { workspaceId, reviewId, userId, absence: from },
        data: { absence: to },
      });
      return count > 0;
    },

    /** The ids of the open reviews of a channel, oldest first. */
    listOpenIn: (channelId: string): Promise<string[]> => listOpen({ channelId }),

    /** The ids of the open reviews that somebody was invited to, oldest first. */
    listOpenOf: (userId: string): Promise<string[]> => listOpen({ participants: { some: { userId } } }),
  };
}
