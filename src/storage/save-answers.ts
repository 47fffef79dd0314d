import { createGathered } from './gathered.ts';
import { type AnswerToSave, type SavedAnswer, saveAnswer, TAKEN_BACK } from './save-answer.ts';
import type { RunStatement, Statement } from './statement.ts';

type SavedTogether = {
  /** Columns of `given` beyond those that every answer has. */
  readonly columns?: string;
  /** What must hold besides, of `given` and `review`, for an answer to be taken here. */
  readonly only?: string;
};

/**
 * As SAVE, for many people, as the beginning of a statement: `result` is what was saved. A review that somebody holds is passed over, so
 * that nobody waits for another's review; in the order of their keys, so that two such statements do not wait for each other.
 */
export const savedTogether = ({ columns, only = '' }: SavedTogether = {}): string => `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset($2::jsonb) AS g(at int, "reviewId" uuid, "userId" text, "personKey" text, content jsonb,
        "openStates" text[], "lateStates" text[]${columns ? `, ${columns}` : ''})
    ), review AS (
      SELECT id, state, mode, revealed, "channelId", "hasHiddenWords" FROM "Review"
      WHERE "workspaceId" = $1 AND id IN (SELECT "reviewId" FROM given) FOR SHARE SKIP LOCKED
    ), taken AS (
      SELECT given.*, content ->> 'phase' AS phase, person.role, review.state, review."channelId",
        review.state = ANY("lateStates")
          OR (review.mode = 'private' AND content ->> 'phase' = ANY(COALESCE(review.revealed, '{}'))) AS "isLateNow"
      FROM given JOIN review ON review.id = "reviewId" AND review.state = ANY("openStates")
      JOIN "Participant" person ON person."workspaceId" = $1 AND person."reviewId" = review.id AND person."userId" = given."userId"
        AND (person.absence IS NULL OR person.absence IN ('left_channel','away'))
      WHERE TRUE ${only}
    ), saved AS (
      INSERT INTO "Answer" AS a ("workspaceId", "reviewId", phase, "personKey", content, "isLate")
      SELECT $1, "reviewId", phase, "personKey", content, "isLateNow" FROM taken ORDER BY "reviewId", phase, "personKey"
      ON CONFLICT ("workspaceId", "reviewId", phase, "personKey") DO UPDATE SET content = EXCLUDED.content
        WHERE $3::boolean OR a.content @> $4::jsonb
      RETURNING "reviewId", phase, "personKey", "isLate", (xmax = 0) AS "isNew"
    ), result AS (
      SELECT taken.*, saved."isLate", "isNew" FROM saved JOIN taken USING ("reviewId", phase, "personKey")
    )`;

const SAVE_MANY: Statement = {
  name: 'save-answers',
  text: `${savedTogether()} SELECT at, role, "isLate", "isNew", state, "channelId" FROM result`,
};

type Together = {
  readonly all: readonly AnswerToSave[];
  /** Over what stands, else only where nothing does. */
  readonly isOverAny: boolean;
  /** The values of further columns, for each. */
  readonly more?: readonly object[];
};

/** The values of a statement that begins so. */
export function valuesToSave(workspaceId: string, { all, isOverAny, more }: Together): unknown[] {
  const given = all.map(({ reviewId, userId, personKey, answer, openStates, lateStates }, at) => ({
    ...{ at, reviewId, userId, personKey, content: answer, openStates, lateStates },
    ...more?.[at],
  }));
  return [workspaceId, JSON.stringify(given), isOverAny, TAKEN_BACK];
}

export type SharedSaves<ToSave, Saved> = {
  /** Saves many in one statement. */
  readonly together: (all: readonly ToSave[], isOverAny: boolean) => Promise<readonly (Saved | Promise<Saved>)[]>;
  readonly alone: (toSave: ToSave) => Promise<Saved>;
};

/**
 * Answers that come while others are being saved share the next statement, and so its commit: it costs more than the answer. One that
 * replaces a certain other is always by itself.
 */
export function shareSaves<ToSave extends AnswerToSave, Saved>({
  together,
  alone,
}: SharedSaves<ToSave, Saved>): (toSave: ToSave) => Promise<Saved> {
  const sharing = (isOverAny: boolean) =>
    createGathered<ToSave, Saved>({ work: (all) => together(all, isOverAny), atOnce: 2 });
  const overAny = sharing(true);
  const whereNoneStands = sharing(false);
  return (toSave) => {
    if (toSave.replaces === undefined) return overAny(toSave);
    return toSave.replaces === null ? whereNoneStands(toSave) : alone(toSave);
  };
}

/** Saves one answer, see `saveAnswer`. */
export type SaveAnswer = (toSave: AnswerToSave) => Promise<SavedAnswer | null>;

/** What is not saved with others is tried by itself: it waits for its review, or it is refused. */
export function createSaveAnswer(run: RunStatement, workspaceId: string): SaveAnswer {
  const alone = (toSave: AnswerToSave) => saveAnswer(run, workspaceId, toSave);
  return shareSaves<AnswerToSave, SavedAnswer | null>({
    async together(all, isOverAny) {
      const rows = await run<SavedAnswer & { at: number }>(SAVE_MANY, valuesToSave(workspaceId, { all, isOverAny }));
      const saved = new Map(rows.map(({ at, ...row }) => [at, row]));
      return all.map((toSave, at) => saved.get(at) ?? alone(toSave));
    },
    alone,
  });
}
