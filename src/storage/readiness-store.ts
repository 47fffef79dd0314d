import type { ReadinessAnswer, ReadinessLevel } from '../domain/readiness/readiness.ts';
import type { ReadinessFigures } from '../domain/readiness/readiness-figures.ts';
import type { Scope } from './scope.ts';

/** What is kept of the question whether we can live without a client. */
export type StoredReadiness = {
  /** Null until the team was asked. */
  readonly askedAt: Date | null;
  readonly askedIds: readonly string[];
  readonly figures: ReadinessFigures;
  /** Null where it was not skipped. */
  readonly skippedReason: string | null;
};

type Subject = { readonly reviewId: string; readonly clientId: string };

/** Readiness for the consequences of parting, one for each review. Callers hold the lock of the review. */
export function createReadinessStore({ db, workspaceId }: Scope) {
  const save = async ({ reviewId, clientId }: Subject, data: ReadinessRow): Promise<void> => {
    await db.readiness.upsert({
      where: { workspaceId_reviewId: { workspaceId, reviewId } },
      create: { workspaceId, reviewId, clientId, ...data },
      update: { ...data, version: { increment: 1 } },
    });
  };
  return {
    /** Null where nobody has begun with it. */
    async find(reviewId: string): Promise<StoredReadiness | null> {
      const row = await db.readiness.findUnique({ where: { workspaceId_reviewId: { workspaceId, reviewId } } });
      if (!row) return null;
      const { askedAt, askedIds, skippedReason, revenueShare, dependentPay, costsToCut, replacementIncome } = row;
      const figures = { revenueShare, dependentPay, costsToCut, replacementIncome };
      return { askedAt, askedIds, figures, skippedReason };
    },

    /** Notes who was asked; whoever was asked before stays on the list given. */
    async saveAsked(
      subject: Subject,
      { userIds, byId, at }: { userIds: readonly string[]; byId: string; at: Date },
    ): Promise<void> {
      await save(subject, { askedIds: [...userIds], askedById: byId, askedAt: at });
    },

    async saveFigures(subject: Subject, figures: ReadinessFigures): Promise<void> {
      await save(subject, { ...figures });
    },

    async saveSkip(subject: Subject, { reason, byId }: { reason: string; byId: string }): Promise<void> {
      await save(subject, { skippedReason: reason, skippedById: byId });
    },

    /** Stores what somebody says in place of what they said before. Somebody can answer only where the question was asked. */
    async saveAnswer(reviewId: string, { userId, level, comment }: ReadinessAnswer): Promise<void> {
      await db.readinessAnswer.upsert({
        where: { workspaceId_reviewId_userId: { workspaceId, reviewId, userId } },
        create: { workspaceId, reviewId, userId, level, comment },
        update: { level, comment },
      });
    },

    /** For the rules and for the person themself; others see `shownReadiness`. */
    async listAnswers(reviewId: string): Promise<ReadinessAnswer[]> {
      const rows = await db.readinessAnswer.findMany({ where: { workspaceId, reviewId }, orderBy: { userId: 'asc' } });
      return rows.map(({ userId, level, comment }) => ({ userId, level: level as ReadinessLevel, comment }));
    },
  };
}

type ReadinessRow = {
  readonly askedIds?: string[];
  readonly askedById?: string;
  readonly askedAt?: Date;
  readonly skippedReason?: string;
  readonly skippedById?: string;
} & Partial<ReadinessFigures>;
