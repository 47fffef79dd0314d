import type { AuditEntry } from '../domain/audit.ts';
import { addJobCall } from './add-job.ts';
import { IN_PLACE, type NewPost } from './owe-posts.ts';
import { deliveryJob } from './post-jobs.ts';
import { type AnswerToSave, type SavedAnswer, saveAnswer } from './save-answer.ts';
import { saveMany, shareSaves } from './save-answers.ts';
import type { RunStatement, Statement, Transact } from './statement.ts';

export type OpenAnswerToSave = AnswerToSave & {
  readonly entry: AuditEntry;
  /** The message for the thread as it is where nothing is hidden and nothing was typed; null for an answer that owes none. */
  readonly postOf: (saved: SavedAnswer) => NewPost | null;
};

/** Saved; not taken; or not saved because what the message says depends on more than the answer. */
export type OpenAnswerSaved = SavedAnswer | null | 'needs_look';

export type OpenAnswerStoreOptions = {
  readonly workspaceId: string;
  readonly transact: Transact;
  /** Hears of entries of the audit log once they are committed. */
  readonly hear: (entry: AuditEntry) => void;
};

/**
 * What answers owe: their messages, the jobs of these, their audit entries. Not done, and to be taken back, where something is hidden in a
 * review, where a person has typed something to the question, or where a worker holds a job. In an order, so that two of these
 * do not wait for each other.
 */
const OWE: Statement = {
  name: 'owe-open-answers',
  text: `
    WITH owed AS (
      SELECT * FROM jsonb_to_recordset($2::jsonb) AS o("reviewId" uuid, "userId" text, phase text, entry jsonb,
        purpose text, "channelId" text, "parentPurpose" text, message jsonb, job jsonb)
    ), plain AS (
      SELECT * FROM owed WHERE purpose IS NULL OR (
        NOT EXISTS (SELECT FROM "HiddenWords" h WHERE h."workspaceId" = $1 AND h."reviewId" = owed."reviewId")
        AND NOT EXISTS (SELECT FROM "TypedReply" t WHERE t."workspaceId" = $1 AND t."reviewId" = owed."reviewId"
          AND t."userId" = owed."userId" AND t.phase = owed.phase))
    ), audit AS (
      INSERT INTO "AuditEntry" ("workspaceId", id, "actorId", action, subject, details, at)
      SELECT $1, gen_random_uuid(), e."actorId", e.action, e.subject, e.details, e.at
      FROM plain, jsonb_to_record(entry) AS e("actorId" text, action text, subject text, details jsonb, at timestamptz)
    ), post AS (
      INSERT INTO "Post" AS p ("workspaceId", purpose, "reviewId", "channelId", "parentPurpose", message)
      SELECT $1, purpose, "reviewId", "channelId", "parentPurpose", message FROM plain WHERE purpose IS NOT NULL
      ORDER BY purpose${IN_PLACE}
    ), job AS (
      SELECT (${addJobCall(["job ->> 'task'", "job ->> 'payload'", "job ->> 'queueName'", "job ->> 'jobKey'", "job ->> 'priority'"])}).id
      FROM (SELECT job FROM plain JOIN post USING (purpose) ORDER BY job ->> 'queueName', purpose) due
    ) SELECT (SELECT count(*) FROM plain) = (SELECT count(*) FROM owed)
      AND NOT EXISTS (SELECT FROM job WHERE id IS NULL) AS "isDone"`,
};

/**
 * Answers of open reviews, past Prisma: answers of one moment, their messages, the messages' jobs and the audit entries in one transaction of
 * four statements. The common case only; the caller sees to the others.
 */
export function createOpenAnswerStore({ workspaceId, transact, hear }: OpenAnswerStoreOptions) {
  type Saved = { readonly toSave: OpenAnswerToSave; readonly row: SavedAnswer };

  async function owe(run: RunStatement, all: readonly Saved[]): Promise<boolean> {
    const owed = all.map(({ toSave: { reviewId, userId, answer, entry, postOf }, row }) => {
      const post = postOf(row);
      const job = post && deliveryJob({ ...post, workspaceId, isNew: true });
      return { ...post, reviewId, userId, phase: answer.phase, entry, job };
    });
    const [done] = await run<{ isDone: boolean }>(OWE, [workspaceId, JSON.stringify(owed)]);
    return done?.isDone === true;
  }

  /** False when nothing was committed. */
  async function commit(save: (run: RunStatement) => Promise<readonly Saved[]>): Promise<boolean> {
    const saved = await transact(async (run) => {
      const all = await save(run);
      const isDone = all.length > 0 && (await owe(run, all));
      return { commits: isDone, result: isDone ? all : null };
    });
    for (const { toSave } of saved ?? []) hear(toSave.entry);
    return saved !== null;
  }

  async function alone(toSave: OpenAnswerToSave): Promise<OpenAnswerSaved> {
    let row: SavedAnswer | null = null;
    const isCommitted = await commit(async (run) => {
      row = await saveAnswer(run, workspaceId, toSave);
      return row === null ? [] : [{ toSave, row }];
    });
    return isCommitted || row === null ? row : 'needs_look';
  }

  async function together(all: readonly OpenAnswerToSave[], isOverAny: boolean) {
    let rows = new Map<number, SavedAnswer>();
    const isCommitted = await commit(async (run) => {
      rows = await saveMany(run, workspaceId, { all, isOverAny });
      return all.flatMap((toSave, at) => {
        const row = rows.get(at);
        return row ? [{ toSave, row }] : [];
      });
    });
    // What is not saved with others is tried by itself: it waits for its review, or it is refused.
    return all.map((toSave, at) => (isCommitted && rows.get(at)) || alone(toSave));
  }

  return {
    /** As `save` of the answer store. What decides about the message is read under the review's lock. */
    save: shareSaves<OpenAnswerToSave, OpenAnswerSaved>({ together, alone }),
  };
}
