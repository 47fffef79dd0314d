import type { Rating } from '../domain/health.ts';
import type { PulseAnswer } from '../domain/pulse.ts';
import type { SignalChoice } from '../domain/signals.ts';
import type { PulseAnswer as Row } from './generated/client.ts';
import type { Scope } from './scope.ts';

const toAnswer = ({ clientId, userId, rating, signals, comment }: Row): PulseAnswer => ({
  ...{ clientId, userId, comment },
  rating: rating as Rating,
  signals: signals as SignalChoice[],
});

/** What people said in the pulses of the workspace. */
export function createPulseAnswerStore({ db, workspaceId }: Scope) {
  return {
    /** Keeps one answer in place of that person's earlier one about the client in this week. */
    async save(week: number, { clientId, userId, rating, signals, comment }: PulseAnswer): Promise<void> {
      // Not Prisma's upsert: of two at once, one would fail.
      await db.$executeRaw`
        INSERT INTO "PulseAnswer" ("workspaceId", week, "clientId", "userId", rating, signals, comment)
        VALUES (${workspaceId}, ${week}::int, ${clientId}::uuid, ${userId}, ${rating}::int, ${[...signals]}::text[], ${comment})
        ON CONFLICT ("workspaceId", week, "clientId", "userId") DO UPDATE
        SET rating = EXCLUDED.rating, signals = EXCLUDED.signals, comment = EXCLUDED.comment`;
    },

    /** One person's own answers of a week. */
    async listOwn(week: number, userId: string): Promise<PulseAnswer[]> {
      const where = { workspaceId, week, userId };
      return (await db.pulseAnswer.findMany({ where, orderBy: { clientId: 'asc' } })).map(toAnswer);
    },

    /** Everybody's answers about one client, by the person's id. */
    async listOfClient(week: number, clientId: string): Promise<PulseAnswer[]> {
      const where = { workspaceId, week, clientId };
      return (await db.pulseAnswer.findMany({ where, orderBy: { userId: 'asc' } })).map(toAnswer);
    },

    /** What people wrote in a week, without who wrote it and in an order that does not tell. */
    async listComments(week: number): Promise<{ clientId: string; comment: string }[]> {
      const where = { workspaceId, week, comment: { not: null } };
      const orderBy = [{ clientId: 'asc' as const }, { comment: 'asc' as const }];
      const rows = await db.pulseAnswer.findMany({ where, orderBy, select: { clientId: true, comment: true } });
      return rows.flatMap(({ clientId, comment }) => (comment === null ? [] : [{ clientId, comment }]));
    },

    /** How many answered about each client. */
    async countByClient(week: number): Promise<Map<string, number>> {
      const rows = await db.pulseAnswer.groupBy({ by: ['clientId'], where: { workspaceId, week }, _count: true });
      return new Map(rows.map(({ clientId, _count }) => [clientId, _count]));
    },

    /** Who has answered anything in this week. */
    async listAnswered(week: number): Promise<Set<string>> {
      const where = { workspaceId, week };
      const rows = await db.pulseAnswer.findMany({ where, distinct: ['userId'], select: { userId: true } });
      return new Set(rows.map(({ userId }) => userId));
    },
  };
}
