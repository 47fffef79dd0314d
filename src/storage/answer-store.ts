import type { Answer, Phase } from '../domain/answer.ts';
import type { ReviewState } from '../domain/review.ts';
import type { KeyedAnswer } from '../domain/review-record.ts';
import { takenBack } from '../domain/taken-back.ts';
import { TAKEN_BACK } from './save-answer.ts';
import type { SaveAnswer } from './save-answers.ts';
import type { DirectScope } from './scope.ts';
import type { Statement } from './statement.ts';

export type AnswerToWithdraw = {
  readonly reviewId: string;
  readonly phase: Phase;
  readonly personKey: string;
  readonly openStates: readonly ReviewState[];
};

const FIND_PROGRESS: Statement = {
  name: 'find-progress',
  text: `
    SELECT r.id AS "reviewId", asked.phase,
      (SELECT count(*)::int FROM "Participant" p WHERE p."workspaceId" = $1 AND p."reviewId" = r.id AND p.absence IS NULL) AS "waitedFor",
      (SELECT count(*)::int FROM "Answer" a WHERE a."workspaceId" = $1 AND a."reviewId" = r.id AND a.phase = asked.phase) AS answered
    FROM unnest($2::uuid[], $3::text[], $4::text[]) AS asked("reviewId", phase, state)
    JOIN "Review" r ON r."workspaceId" = $1 AND r.id = asked."reviewId" AND r.state = asked.state`,
};

/** How far a question of a review is answered: by how many, and how many the review waits for. */
export type Progress = {
  readonly reviewId: string;
  readonly phase: Phase;
  readonly waitedFor: number;
  readonly answered: number;
};

/** The working answers of open reviews: one per person and phase. */
export function createAnswerStore({ db, workspaceId, run, save }: DirectScope & { readonly save: SaveAnswer }) {
  return {
    /** Commits one person's answer to one phase, see save-answer.ts. */
    save,

    /**
     * Takes an answer back; false when there was none or the review does not take changes any more. The row goes, but in a private
     * review whose words to the question were shown: there it is emptied. Which of the two is decided under the review's lock, since the
     * words may be shown while this waits. A vote is never shown before the review closes.
     */
    async withdraw({ reviewId, phase, personKey, openStates }: AnswerToWithdraw): Promise<boolean> {
      const left = JSON.stringify(phase === 'vote' ? null : takenBack(phase));
      const rows = await db.$queryRaw<unknown[]>`
        WITH review AS (
          SELECT mode = 'private' AND ${phase} = ANY(COALESCE(revealed, '{}')) AS "wasShown" FROM "Review"
          WHERE "workspaceId" = ${workspaceId} AND id = ${reviewId}::uuid AND state = ANY(${[...openStates]}) FOR SHARE
        ), emptied AS (
          UPDATE "Answer" SET content = ${left}::jsonb FROM review
          WHERE review."wasShown" AND "workspaceId" = ${workspaceId} AND "reviewId" = ${reviewId}::uuid AND phase = ${phase}
            AND "personKey" = ${personKey} AND NOT content @> ${TAKEN_BACK}::jsonb RETURNING 1
        ), removed AS (
          DELETE FROM "Answer" USING review
          WHERE NOT review."wasShown" AND "workspaceId" = ${workspaceId} AND "reviewId" = ${reviewId}::uuid AND phase = ${phase}
            AND "personKey" = ${personKey} RETURNING 1
        ) SELECT 1 FROM emptied UNION ALL SELECT 1 FROM removed`;
      return rows.length > 0;
    },

    async find(reviewId: string, phase: Phase, personKey: string): Promise<Answer | null> {
      const where = { workspaceId_reviewId_phase_personKey: { workspaceId, reviewId, phase, personKey } };
      const row = await db.answer.findUnique({ where });
      return row && (row.content as unknown as Answer);
    },

    /** What stands under some keys of one review: one person's answers, whose keys the caller has. */
    async listOf(
      reviewId: string,
      personKeys: readonly string[],
    ): Promise<Pick<KeyedAnswer<Answer>, 'answer' | 'isLate'>[]> {
      const where = { workspaceId, reviewId, personKey: { in: [...personKeys] } };
      const rows = await db.answer.findMany({ where, select: { content: true, isLate: true } });
      return rows.map(({ content, isLate }) => ({ answer: content as unknown as Answer, isLate }));
    },

    /** All answers of a review, in the order of their keys. */
    async list(reviewId: string): Promise<KeyedAnswer<Answer>[]> {
      const rows = await db.answer.findMany({
        where: { workspaceId, reviewId },
        orderBy: [{ phase: 'asc' }, { personKey: 'asc' }],
      });
      return rows.map(({ personKey, phase, content, isLate }) => ({
        personKey,
        phase: phase as Phase,
        answer: content as unknown as Answer,
        isLate,
      }));
    },

    /** How far some questions are answered, of those whose review stands in the state given. */
    async findProgress(
      asked: readonly { readonly reviewId: string; readonly phase: Phase; readonly state: ReviewState }[],
    ): Promise<Progress[]> {
      const column = (key: 'reviewId' | 'phase' | 'state') => asked.map((one) => one[key]);
      return run<Progress>(FIND_PROGRESS, [workspaceId, column('reviewId'), column('phase'), column('state')]);
    },

    /** The keys under which a phase was answered. */
    async listKeys(reviewId: string, phase: Phase): Promise<string[]> {
      const rows = await db.answer.findMany({ where: { workspaceId, reviewId, phase }, select: { personKey: true } });
      return rows.map((row) => row.personKey);
    },

    /** The answers to a question count as given in time: its words are shown only now. */
    async clearLate(reviewId: string, phase: Phase): Promise<void> {
      await db.answer.updateMany({ where: { workspaceId, reviewId, phase, isLate: true }, data: { isLate: false } });
    },

    async deleteAll(reviewId: string): Promise<void> {
      await db.answer.deleteMany({ where: { workspaceId, reviewId } });
    },
  };
}
