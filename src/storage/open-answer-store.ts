import type { AuditEntry } from '../domain/audit.ts';
import { addJobCall } from './add-job.ts';
import { ADD_AUDIT_ENTRIES } from './audit-queue.ts';
import { IN_PLACE, type NewPost } from './owe-posts.ts';
import { jobValues } from './post-jobs.ts';
import { type AnswerToSave, type SavedAnswer, saveAnswer } from './save-answer.ts';
import type { Outcome, RunStatement, Statement, Transact } from './statement.ts';

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

/** Nothing of it happens where something is hidden in the review, or where the person has typed something to this question. */
const OWE: Statement = {
  name: 'owe-open-answer',
  text: `
    WITH plain AS (
      SELECT WHERE NOT EXISTS (SELECT FROM "HiddenWords" WHERE "workspaceId" = $1 AND "reviewId" = $3::uuid)
        AND NOT EXISTS (SELECT FROM "TypedReply"
          WHERE "workspaceId" = $1 AND "reviewId" = $3::uuid AND "userId" = $12 AND phase = $13)
    ), post AS (
      INSERT INTO "Post" AS p ("workspaceId", purpose, "reviewId", "channelId", "parentPurpose", message)
      SELECT $1, $2, $3::uuid, $4, $5, $6::jsonb FROM plain${IN_PLACE}
    ), job AS (
      SELECT (${addJobCall(['$7', '$8', '$9', '$10', '$11'])}).id FROM post
    ), audit AS (
      INSERT INTO "AuditEntry" ("workspaceId", id, "actorId", action, subject, details, at)
      SELECT $1, gen_random_uuid(), $14, $15, $16, $17::jsonb, $18::timestamptz FROM plain
    ) SELECT EXISTS (SELECT FROM plain) AND NOT EXISTS (SELECT FROM job WHERE id IS NULL) AS "isDone"`,
};

/**
 * Answers of open reviews, past Prisma: the answer, its message, the message's job and the audit entry in one transaction of four
 * statements. The common case only; the caller sees to the others.
 */
export function createOpenAnswerStore({ workspaceId, transact, hear }: OpenAnswerStoreOptions) {
  async function owe(run: RunStatement, toSave: OpenAnswerToSave, post: NewPost): Promise<boolean> {
    const { entry, reviewId, userId, answer } = toSave;
    const { purpose, channelId, parentPurpose, message } = post;
    const [owed] = await run<{ isDone: boolean }>(OWE, [
      ...[workspaceId, purpose, reviewId, channelId, parentPurpose, JSON.stringify(message)],
      ...jobValues({ workspaceId, purpose, channelId, isNew: true }),
      ...[userId, answer.phase],
      ...[entry.actorId, entry.action, entry.subject, JSON.stringify(entry.details), entry.at.toISOString()],
    ]);
    return owed?.isDone === true;
  }

  return {
    /** As `save` of the answer store. What decides about the message is read under the review's lock. */
    async save(toSave: OpenAnswerToSave): Promise<OpenAnswerSaved> {
      const result = await transact(async (run): Promise<Outcome<OpenAnswerSaved>> => {
        const saved = await saveAnswer(run, workspaceId, toSave);
        if (saved === null) return { commits: false, result: null };
        const post = toSave.postOf(saved);
        if (post === null) await run(ADD_AUDIT_ENTRIES, [JSON.stringify([{ workspaceId, ...toSave.entry }])]);
        else if (!(await owe(run, toSave, post))) return { commits: false, result: 'needs_look' };
        return { commits: true, result: saved };
      });
      if (result !== null && result !== 'needs_look') hear(toSave.entry);
      return result;
    },
  };
}
