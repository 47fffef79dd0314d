import type { Scope } from './scope.ts';

/** Cannot be the key of a client's name, which has no capitals. */
const nameKeyOf = (userId: string) => `rehearsal:${userId}`;

/** What rehearsals need beside a review like any other: a client of their own, and to leave nothing behind. */
export function createRehearsalStore({ db, workspaceId }: Scope) {
  return {
    /**
     * The client of one person's rehearsals, as on its first day; gives its id. Locked until the transaction ends, so that of two
     * starts at once the second one sees the first.
     */
    async findOrCreateClient({ userId, name }: { userId: string; name: string }): Promise<string> {
      const [row] = await db.$queryRaw<{ id: string }[]>`
        INSERT INTO "Client" ("workspaceId", id, name, "nameKey", "isRehearsal")
        VALUES (${workspaceId}, gen_random_uuid(), ${name}, ${nameKeyOf(userId)}, true)
        ON CONFLICT ("workspaceId", "nameKey") DO UPDATE SET name = EXCLUDED.name, status = 'active' RETURNING id`;
      if (!row) throw new Error(`the client for a rehearsal of ${userId} was neither found nor made`);
      return row.id;
    },

    /** The ids of a person's rehearsals, oldest first: at most one that runs, and those that are being deleted. */
    async listOf(userId: string): Promise<string[]> {
      const where = { workspaceId, facilitatorId: userId, isRehearsal: true };
      const rows = await db.review.findMany({ where, orderBy: { startedAt: 'asc' }, select: { id: true } });
      return rows.map(({ id }) => id);
    },

    /**
     * Deletes a rehearsal with all that belongs to it: answers, words, posts, what the audit log says of its steps, and its client
     * when no other rehearsal has it. False, and nothing is deleted, when it is none.
     */
    async erase(reviewId: string): Promise<boolean> {
      const where = { workspaceId, id: reviewId, isRehearsal: true };
      const review = await db.review.findFirst({ where, select: { clientId: true } });
      if (!review) return false;
      const ofItsSteps = { action: { notIn: ['rehearsal_started', 'rehearsal_deleted'] } };
      await db.auditEntry.deleteMany({ where: { workspaceId, subject: reviewId, ...ofItsSteps } });
      await db.review.deleteMany({ where });
      await db.client.deleteMany({
        where: { workspaceId, id: review.clientId, isRehearsal: true, reviews: { none: {} } },
      });
      return true;
    },
  };
}
