import type { Answer, Phase } from '../domain/answer.ts';
import type { ReviewState } from '../domain/review.ts';
import type { KeyedAnswer } from '../domain/review-record.ts';
import { takenBack } from '../domain/taken-back.ts';
import type { DirectScope } from './scope.ts';
import type { RunStatement, Statement } from './statement.ts';

export type AnswerToSave = {
  readonly reviewId: string;
  readonly userId: string;
  readonly personKey: string;
  readonly answer: Answer;
  /** Saves only over this answer, null: only where none stands; undefined: over whatever there is. */
  readonly replaces?: Answer | null | undefined;
  /** States in which an answer to its phase is taken, and those of them in which it is late. */
  readonly openStates: readonly ReviewState[];
  readonly lateStates: readonly ReviewState[];
};

export type SavedAnswer = {
  readonly role: string;
  readonly isLate: boolean;
  readonly isNew: boolean;
  /** Where the review stood, and in which channel, when it took the answer. */
  readonly state: ReviewState;
  readonly channelId: string;
};

export type AnswerToWithdraw = {
  readonly reviewId: string;
  readonly phase: Phase;
  readonly personKey: string;
  readonly openStates: readonly ReviewState[];
};

/** What tells an answer that was taken back and left in its place, see domain/taken-back.ts. */
const TAKEN_BACK = JSON.stringify({ isTakenBack: true });

const SAVE: Statement = {
  name: 'save-answer',
  text: `
    WITH review AS (
      SELECT state, mode, revealed, "channelId" FROM "Review"
      WHERE "workspaceId" = $1 AND id = $2::uuid AND state = ANY($7::text[]) FOR SHARE
    ), person AS (
      SELECT role FROM "Participant" WHERE "workspaceId" = $1 AND "reviewId" = $2::uuid AND "userId" = $3
        AND ("absence" IS NULL OR "absence" IN ('left_channel','away'))
    ), saved AS (
      INSERT INTO "Answer" AS a ("workspaceId", "reviewId", phase, "personKey", content, "isLate")
      SELECT $1, $2::uuid, $4::text, $5::text, $6::jsonb,
        review.state = ANY($8::text[]) OR (review.mode = 'private' AND $4::text = ANY(COALESCE(review.revealed, '{}')))
      FROM review, person
      ON CONFLICT ("workspaceId", "reviewId", phase, "personKey") DO UPDATE SET content = EXCLUDED.content
        WHERE $9::boolean OR a.content = $10::jsonb OR ($11::boolean AND a.content @> $12::jsonb)
      RETURNING a."isLate", (xmax = 0) AS "isNew"
    ) SELECT person.role, saved."isLate", saved."isNew", review.state, review."channelId" FROM saved, person, review`,
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

/** See `save` of the store. */
export async function saveAnswer(
  run: RunStatement,
  workspaceId: string,
  { reviewId, userId, personKey, answer, replaces, openStates, lateStates }: AnswerToSave,
): Promise<SavedAnswer | null> {
  const rows = await run<SavedAnswer>(SAVE, [
    ...[workspaceId, reviewId, userId, answer.phase, personKey, JSON.stringify(answer)],
    ...[[...openStates], [...lateStates]],
    ...[replaces === undefined, JSON.stringify(replaces ?? null), replaces === null, TAKEN_BACK],
  ]);
  return rows[0] ?? null;
}

/** The working answers of open reviews: one per person and phase. */
export function createAnswerStore({ db, workspaceId, run }: DirectScope) {
  return {
    /**
     * Commits one person's answer to one phase, in place of an earlier one; null when the review does not take it or the person
     * is not invited (any more), or no longer one of us. In a private review an answer to a question whose words were shown already is
     * late, also when its step is open again. The share lock lets answers go on side by side and makes a transition wait for them, so that none can slip
     * in after the review was counted.
     */
    save: (toSave: AnswerToSave): Promise<SavedAnswer | null> => saveAnswer(run, workspaceId, toSave),

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
