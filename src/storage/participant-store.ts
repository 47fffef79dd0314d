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
