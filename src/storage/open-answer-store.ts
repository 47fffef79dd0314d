import type { AuditEntry } from '../domain/audit.ts';
import type { PostMessage } from '../domain/post.ts';
import type { ReviewState } from '../domain/review.ts';
import { IN_PLACE, type NewPost } from './owe-posts.ts';
import { addDeliveryJob, deliveryJob } from './post-jobs.ts';
import type { AnswerToSave, SavedAnswer } from './save-answer.ts';
import { savedTogether, shareSaves, valuesToSave } from './save-answers.ts';
import type { DirectScope } from './scope.ts';
import type { Statement } from './statement.ts';

export type OpenAnswerToSave = AnswerToSave & {
  readonly entry: AuditEntry;
  /** Its message in the channel where the review was, all but what is known when it is saved; null for a vote, which owes none. */
  readonly post: OpenAnswerPost | null;
  /** The states in which it is ahead of its step, and owes no message yet. */
  readonly aheadStates: readonly ReviewState[];
};

export type OpenAnswerPost = Omit<NewPost, 'message'> & {
  readonly message: Omit<Extract<PostMessage, { kind: 'answer' }>, 'answer' | 'role' | 'isLate' | 'hidden'>;
};

export type OpenAnswerStoreOptions = DirectScope & {
  /** Hears of entries of the audit log once they are committed. */
  readonly hear: (entry: AuditEntry) => void;
};

/**
 * Answers of open reviews with what they owe: messages, the jobs of these, audit entries. The answer, its author's role and whether it is
 * late come into the message as they are saved. Left out, to be looked at one by one: where something is hidden in the review, where the
 * person has typed something to the question, and where the review is in another channel by now. That something is hidden is read from
 * the review's row, which the lock brings up to date; the hidden words themselves are asked for only because a replica of an older build
 * leaves no note of them there. In an order, so that two of these do not wait for each other.
 */
const SAVE: Statement = {
  name: 'save-open-answers',
  text: `
    ${savedTogether({
      columns: 'post jsonb, job jsonb, entry jsonb, "aheadStates" text[]',
      only: `AND NOT review."hasHiddenWords" AND (post IS NULL OR review."channelId" = post ->> 'channelId')
        AND NOT EXISTS (SELECT FROM "HiddenWords" h WHERE h."workspaceId" = $1 AND h."reviewId" = given."reviewId")
        AND NOT EXISTS (SELECT FROM "TypedReply" t WHERE t."workspaceId" = $1 AND t."reviewId" = given."reviewId"
          AND t."userId" = given."userId" AND t.phase = content ->> 'phase')`,
    })}, audit AS (
      INSERT INTO "AuditEntry" ("workspaceId", id, "actorId", action, subject, details, at)
      SELECT $1, gen_random_uuid(), e."actorId", e.action, e.subject, e.details, e.at
      FROM result, jsonb_to_record(entry) AS e("actorId" text, action text, subject text, details jsonb, at timestamptz)
    ), due AS (
      SELECT post ->> 'purpose' AS purpose, result.* FROM result WHERE post IS NOT NULL AND state <> ALL("aheadStates")
    ), owed AS (
      INSERT INTO "Post" AS p ("workspaceId", purpose, "reviewId", "channelId", "parentPurpose", message)
      SELECT $1, purpose, "reviewId", "channelId", post ->> 'parentPurpose',
        (post -> 'message') || jsonb_build_object('answer', content, 'role', role, 'isLate', "isLate")
      FROM due ORDER BY purpose${IN_PLACE}
    ), spec AS (
      SELECT array_agg((job ->> 'task', job ->> 'payload', job ->> 'queueName', clock_timestamp(), NULL, job ->> 'jobKey',
        job ->> 'priority', NULL)::graphile_worker.job_spec ORDER BY job ->> 'queueName', purpose) AS specs
      FROM due JOIN owed USING (purpose)
    ), added AS (
      SELECT key FROM spec, graphile_worker.add_jobs(specs) WHERE specs IS NOT NULL
    ) SELECT at, role, "isLate", "isNew", state, "channelId", owed.purpose IS NOT NULL
        AND NOT EXISTS (SELECT FROM added WHERE key = job ->> 'jobKey') AS "lacksJob"
      FROM result LEFT JOIN owed ON owed.purpose = post ->> 'purpose'`,
};

/** Answers of open reviews, past Prisma: answers of one moment and all they owe in one statement. The common case only; the caller sees to the others. */
export function createOpenAnswerStore({ db, workspaceId, run, hear }: OpenAnswerStoreOptions) {
  async function together(all: readonly OpenAnswerToSave[], isOverAny: boolean) {
    const owing = all.map(({ entry, post, aheadStates }) => {
      const job = post && deliveryJob({ ...post, workspaceId, isNew: true });
      return { entry, post, job, aheadStates };
    });
    const rows = await run<SavedAnswer & { at: number; lacksJob: boolean }>(
      SAVE,
      valuesToSave(workspaceId, { all, isOverAny, more: owing }),
    );
    const saved = new Map(rows.map(({ at, ...row }) => [at, row]));
    return all.map(async ({ entry, post }, at) => {
      const row = saved.get(at);
      if (row === undefined) return null;
      hear(entry);
      const { lacksJob, ...answer } = row;
      // A worker took the waiting job just then.
      if (lacksJob && post) await addDeliveryJob(db, { ...post, workspaceId, isNew: true });
      return answer;
    });
  }

  return {
    /** As `save` of the answer store, with what the answer owes. Null for one that it leaves to be looked at by itself. */
    save: shareSaves<OpenAnswerToSave, SavedAnswer | null>({ together, alone: async () => null }),
  };
}
