import type { Choice } from '../domain/decision.ts';
import type { DecidedReview, OutcomeAnswer, OutcomeDay } from '../domain/outcome/outcome-check.ts';
import type { Scope } from './scope.ts';

/** One question about one decision. */
export type OutcomeKey = Pick<DecidedReview, 'reviewId' | 'verdictVersion'> & { readonly day: OutcomeDay };

type Waiting = { readonly day: OutcomeDay; readonly askedId: string };

/** A decision that may be asked about, with the days that it was asked on. */
export type AskableDecision = DecidedReview & {
  readonly choice: Choice;
  readonly decidedBy: string;
  readonly askedDays: readonly number[];
  /** The newest question that nobody has answered; null where none waits. */
  readonly waiting: Waiting | null;
  /** When the same client was decided on again; null when it was not. */
  readonly newerDecisionAt: Date | null;
};

/** A question that was put to somebody. */
export type AskedOutcome = {
  readonly clientId: string;
  readonly askedId: string;
  readonly askedAt: Date;
  readonly answer: OutcomeAnswer | null;
};

/** `outcomes`: of one decision, by day. Only the newest question may still wait: it stands for the one before. */
function askedOf(
  outcomes: readonly { readonly day: number; readonly askedId: string; readonly answer: string | null }[],
): Pick<AskableDecision, 'askedDays' | 'waiting'> {
  const newest = outcomes.at(-1);
  const waiting = newest && newest.answer === null ? { day: newest.day as OutcomeDay, askedId: newest.askedId } : null;
  return { askedDays: outcomes.map(({ day }) => day), waiting };
}

/** Whether decisions were right: what was asked, and what was said. */
export function createOutcomeStore({ db, workspaceId }: Scope) {
  return {
    /** The decisions of a span, by when they were taken; rehearsals and archived clients left out. */
    async listDecisions({ from, to }: { from: Date; to: Date }): Promise<AskableDecision[]> {
      const client = { isRehearsal: false, archivedAt: null };
      const rows = await db.decision.findMany({
        where: { workspaceId, decidedAt: { gte: from }, review: { isRehearsal: false, client } },
        orderBy: { decidedAt: 'asc' },
        include: {
          review: {
            select: {
              outcomes: {
                orderBy: { day: 'asc' },
                select: { verdictVersion: true, day: true, askedId: true, answer: true },
              },
            },
          },
        },
      });
      return rows
        .filter(({ decidedAt }) => decidedAt <= to)
        .map(({ reviewId, verdictVersion, clientId, decidedAt, decidedBy, choice, review }) => ({
          ...{ reviewId, verdictVersion, clientId, decidedAt, decidedBy, choice: choice as Choice },
          ...askedOf(review.outcomes.filter((one) => one.verdictVersion === verdictVersion)),
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

    /** Puts an unanswered question to another person; false when it was answered or put to somebody else meanwhile. */
    async askAnother(key: OutcomeKey, from: string, asked: { askedId: string; askedAt: Date }): Promise<boolean> {
      const where = { workspaceId, ...key, askedId: from, answer: null };
      return (await db.outcomeCheck.updateMany({ where, data: asked })).count > 0;
    },

    /** Whom a question was put to and when, and what they said; null for one that was never asked. */
    async find(key: OutcomeKey): Promise<AskedOutcome | null> {
      const row = await db.outcomeCheck.findFirst({ where: { workspaceId, ...key } });
      if (!row) return null;
      const { clientId, askedId, askedAt, answer } = row;
      return { clientId, askedId, askedAt, answer: answer as OutcomeAnswer | null };
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
