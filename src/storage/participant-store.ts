import type { Role } from '../domain/answer.ts';
import type { Absence, Invitee, Participant } from '../domain/review-record.ts';
import { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';

/** Who was invited to which review, in which role. Kept apart from what was said: no row here points at an answer. */
export function createParticipantStore({ db, workspaceId }: Scope) {
  return {
    /** In the order of their ids. */
    async list(reviewId: string): Promise<Participant[]> {
      const rows = await db.participant.findMany({ where: { workspaceId, reviewId }, orderBy: { userId: 'asc' } });
      return rows.map(({ userId, role, absence }) => ({
        userId,
        role: role as Role,
        absence: absence as Absence | null,
      }));
    },

    /** Writes down, for everybody at once, who took part. */
    async saveTookPart(reviewId: string, userIds: readonly string[]): Promise<void> {
      await db.participant.updateMany({
        where: { workspaceId, reviewId, userId: { in: [...userIds] } },
        data: { tookPart: true },
      });
    },

    /** Invites people to a review that runs, or takes back that it does not wait for them; the role is the new one. */
    async invite(reviewId: string, people: readonly Invitee[]): Promise<void> {
      for (const { userId, role } of people)
        await db.participant.upsert({
          where: { workspaceId_reviewId_userId: { workspaceId, reviewId, userId } },
          create: { workspaceId, reviewId, userId, role },
          update: { role, absence: null },
        });
    },

    /** Notes why a review does not wait for people; null when it does. */
    async setAbsence(reviewId: string, userIds: readonly string[], absence: Absence | null): Promise<void> {
      await db.participant.updateMany({
        where: { workspaceId, reviewId, userId: { in: [...userIds] } },
        data: { absence },
      });
    },

    /** When a person asked to be reminded again; null when they did not. */
    async findSnooze(reviewId: string, userId: string): Promise<Date | null> {
      const where = { workspaceId_reviewId_userId: { workspaceId, reviewId, userId } };
      return (await db.participant.findUnique({ where, select: { snoozedUntil: true } }))?.snoozedUntil ?? null;
    },

    async setSnooze(reviewId: string, userId: string, snoozedUntil: Date | null): Promise<void> {
      await db.participant.updateMany({ where: { workspaceId, reviewId, userId }, data: { snoozedUntil } });
    },

    /** Those of a review who asked to be reminded again by `now`, in the order of their ids. */
    async listSnoozed(reviewId: string, now: Date): Promise<{ userId: string; until: Date }[]> {
      const rows = await db.participant.findMany({
        where: { workspaceId, reviewId, snoozedUntil: { lte: now } },
        orderBy: { userId: 'asc' },
      });
      return rows.flatMap(({ userId, snoozedUntil }) => (snoozedUntil ? [{ userId, until: snoozedUntil }] : []));
    },

    /** The ids of the reviews a person was invited to, without rehearsals. */
    async listReviewsOf(userId: string): Promise<string[]> {
      const where = { workspaceId, userId, review: { isRehearsal: false } };
      const rows = await db.participant.findMany({ where, select: { reviewId: true } });
      return rows.map(({ reviewId }) => reviewId);
    },

    /** The roles people had when they were last invited. */
    async findRoles(userIds: readonly string[]): Promise<Map<string, Role>> {
      const rows = await db.memberRole.findMany({ where: { workspaceId, userId: { in: [...userIds] } } });
      return new Map(rows.map((row) => [row.userId, row.role as Role]));
    },

    /** Remembers the role each of these people has; once per person. */
    async saveRoles(people: readonly Invitee[]): Promise<void> {
      if (people.length === 0) return;
      // In the order of their ids: two who write the same people in other orders would wait for each other for ever.
      const inOrder = [...people].sort((a, b) => (a.userId < b.userId ? -1 : 1));
      const rows = inOrder.map(({ userId, role }) => Prisma.sql`(${workspaceId}, ${userId}, ${role})`);
      await db.$executeRaw`INSERT INTO "MemberRole" ("workspaceId", "userId", role) VALUES ${Prisma.join(rows)}
        ON CONFLICT ("workspaceId", "userId") DO UPDATE SET role = EXCLUDED.role`;
    },
  };
}
