import type { Choice } from '../domain/decision.ts';
import type { OutcomeAnswer, OutcomeDay } from '../domain/outcome/outcome-check.ts';
import type { ReviewMode } from '../domain/review.ts';
import type { Outcome } from '../domain/verdict-rules.ts';
import type { Scope } from './scope.ts';
import { isUuid } from './uuid.ts';

/** A review that has closed, with what came of it. */
export type PastReview = {
  readonly id: string;
  readonly closedAt: Date;
  readonly mode: ReviewMode;
  /** What the newest version of the verdict recommends; null where none was made. */
  readonly verdict: Outcome['mode'] | null;
  readonly decision: { readonly choice: Choice; readonly decidedBy: string; readonly decidedAt: Date } | null;
  /** What was said of the decision later, oldest first. */
  readonly outcomes: readonly {
    readonly day: OutcomeDay;
    readonly answer: OutcomeAnswer;
    readonly why: string | null;
  }[];
};

/** Something that was learned in a review, word for word; the author in an open review only. */
export type PastLesson = { readonly text: string; readonly authorId: string | null; readonly closedAt: Date };

const LESSONS = ['lesson_relationship', 'lesson_learned', 'lesson_elsewhere'];
const CLOSED = { isRehearsal: false, state: { in: ['closed', 'decided'] }, closedAt: { not: null } };

/** What is kept of a client's reviews. */
export function createClientHistoryStore({ db, workspaceId }: Scope) {
  return {
    /** The reviews of a client that have closed, newest first. */
    async listReviews(clientId: string): Promise<PastReview[]> {
      if (!isUuid(clientId)) return [];
      const rows = await db.review.findMany({
        where: { workspaceId, clientId, ...CLOSED },
        orderBy: [{ closedAt: 'desc' }, { id: 'asc' }],
        select: { id: true, closedAt: true, mode: true },
      });
      // Each with a query of its own: relations of one query are read at the same time, and a transaction has one connection.
      const where = { workspaceId, reviewId: { in: rows.map(({ id }) => id) } };
      const verdicts = newestOfEach(
        await db.verdict.findMany({
          ...{ where, orderBy: { version: 'desc' } },
          select: { reviewId: true, mode: true },
        }),
      );
      const decisions = newestOfEach(await db.decision.findMany({ where, orderBy: { verdictVersion: 'desc' } }));
      const outcomes = await db.outcomeCheck.findMany({
        where: { ...where, answer: { not: null } },
        orderBy: { day: 'asc' },
      });
      return rows.map(({ id, closedAt, mode }) => {
        const decision = decisions.get(id);
        return {
          ...{ id, mode: mode as ReviewMode, closedAt: closedAt ?? new Date(0) },
          verdict: (verdicts.get(id)?.mode ?? null) as Outcome['mode'] | null,
          decision: decision
            ? { choice: decision.choice as Choice, decidedBy: decision.decidedBy, decidedAt: decision.decidedAt }
            : null,
          outcomes: outcomes
            .filter(({ reviewId }) => reviewId === id)
            .map(({ day, answer, why }) => ({ day: day as OutcomeDay, answer: answer as OutcomeAnswer, why })),
        };
      });
    },

    /** What was learned in them, the newest review first; within one in the order of random ids, which tells nothing. */
    async listLessons(clientId: string): Promise<PastLesson[]> {
      if (!isUuid(clientId)) return [];
      const rows = await db.statement.findMany({
        where: { workspaceId, clientId, kind: { in: LESSONS }, review: CLOSED },
        orderBy: [{ review: { closedAt: 'desc' } }, { id: 'asc' }],
        select: { text: true, authorId: true, review: { select: { closedAt: true } } },
      });
      return rows.map(({ text, authorId, review }) => ({ text, authorId, closedAt: review.closedAt ?? new Date(0) }));
    },
  };
}

/** The first row of each review, by its id. */
function newestOfEach<T extends { readonly reviewId: string }>(newestFirst: readonly T[]): Map<string, T> {
  return new Map([...newestFirst].reverse().map((row) => [row.reviewId, row]));
}
