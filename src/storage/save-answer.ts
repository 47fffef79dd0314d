import type { Answer } from '../domain/answer.ts';
import type { ReviewState } from '../domain/review.ts';
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

/** What tells an answer that was taken back and left in its place, see domain/taken-back.ts. */
export const TAKEN_BACK = JSON.stringify({ isTakenBack: true });

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

/**
 * Saves one answer, in place of an earlier one; null when the review does not take it or the person is not invited (any more), or no longer
 * one of us. In a private review an answer to a question whose words were shown already is late, also when its step is open again. The
 * share lock lets answers go on side by side and makes a transition wait for them, so that none can slip in after the review was
 * counted.
 */
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
