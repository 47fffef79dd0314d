import type { Choice } from '../domain/decision.ts';
import type { DecidedReview, OutcomeAnswer, OutcomeDay } from '../domain/outcome/outcome-check.ts';
import type { Scope } from './scope.ts';

/** One question about one decision. */
export type OutcomeKey = Pick<DecidedReview, 'reviewId' | 'verdictVersion'> & { readonly day: OutcomeDay };

/** A decision that may be asked about, with the days that it was asked on. */
export type AskableDecision = DecidedReview & {
  readonly choice: Choice;
  readonly decidedBy: string;
  readonly askedDays: readonly number[];
  /** When the same client was decided on again; null when it was not. */
  readonly newerDecisionAt: Date | null;
};

/** Whether decisions were right: what was asked, and what was said. */
export function createOutcomeStore({ db, workspaceId }: Scope) {
  return {
    /** The decisions of a span, by when they were taken; rehearsals and archived clients left out. */
    async listDecisions({ from, to }: { from: Date; to: Date }): Promise<AskableDecision[]> {
      const client = { isRehearsal: false, archivedAt: null };
      const rows = await db.decision.findMany({
        where: { workspaceId, decidedAt: { gte: from }, review: { isRehearsal: false, client } },
        orderBy: { decidedAt: 'asc' },
        include: { review: { select: { outcomes: { select: { verdictVersion: true, day: true } } } } },
      });
      return rows
        .filter(({ decidedAt }) => decidedAt <= to)
        .map(({ reviewId, verdictVersion, clientId, decidedAt, decidedBy, choice, review }) => ({
          ...{ reviewId, verdictVersion, clientId, decidedAt, decidedBy, choice: choice as Choice },
          askedDays: review.outcomes.filter((one) => one.verdictVersion === verdictVersion).map(({ day }) => day),
          newerDecisionAt:
            rows.find((other) => other.clientId === clientId && other.decidedAt > decidedAt)?.decidedAt ?? null,
        }));
    },

    /** Notes that somebody is asked; false when somebody was already. */
    async ask(key: OutcomeKey, asked: { clientId: string; askedId: string; askedAt: Date }): Promise<boolean> {
      const data = [{ workspaceId, ...key, ...asked }];
      const { count } = await db.outcomeCheck.createMany({ data, skipDuplicates: true });
      return count > 0;
    },

    /** Whom a question was put to, and what they said; null for one that was never asked. */
    async find(key: OutcomeKey): Promise<{ clientId: string; askedId: string; answer: OutcomeAnswer | null } | null> {
      const row = await db.outcomeCheck.findFirst({ where: { workspaceId, ...key } });
      return row && { clientId: row.clientId, askedId: row.askedId, answer: row.answer as OutcomeAnswer | null };
    },

    /** Keeps the answer; false when the question was answered before, or never asked. */
    async answer(
      key: OutcomeKey,
      given: { answer: OutcomeAnswer; why: string | null; answeredById: string; answeredAt: Date },
    ): Promise<boolean> {
      const where = { workspaceId, ...key, answer: null };
      const { count } = await db.outcomeCheck.updateMany({ where, data: given });
      return count > 0;
    },
  };
}
