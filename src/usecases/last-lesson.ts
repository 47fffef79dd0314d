import { MAX_ANSWER_LENGTH } from '../domain/answer.ts';
import { purposeOf } from '../domain/post.ts';
import { isHiddenFrom } from '../domain/rehearsal/rehearsal.ts';
import type { Review } from '../domain/review-record.ts';
import type { Said } from '../domain/statement.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

type Asked = { readonly workspaceId: string; readonly reviewId: string; readonly userId: string };

/** The review after which this person was asked for a last lesson; null where they were not. */
export async function findLastLessonReview(deps: Deps, asked: Asked): Promise<Review | null> {
  return findAsked(deps.storage.forWorkspace(asked.workspaceId), asked);
}

export type SaveLastLesson = Asked & {
  /** Of the form, so that the same form is kept once; it says nothing of the person. */
  readonly formKey: string;
  readonly text: string | null;
};

export type LastLessonResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'not_asked' | 'lesson_missing' | 'lesson_too_long' };

/**
 * Keeps what somebody learned from a parting with the lessons of its review (method 3): under their name in an open review, under
 * nobody's in a private one, whose trace has neither person nor time.
 */
export async function saveLastLesson(
  deps: Deps,
  { formKey, text, ...asked }: SaveLastLesson,
): Promise<LastLessonResult> {
  return deps.storage.forWorkspace(asked.workspaceId).transaction(async (stores): Promise<LastLessonResult> => {
    const review = await findAsked(stores, asked);
    if (!review) return { ok: false, reason: 'not_asked' };
    const words = text?.trim() ?? '';
    if (words === '') return { ok: false, reason: 'lesson_missing' };
    if (words.length > MAX_ANSWER_LENGTH) return { ok: false, reason: 'lesson_too_long' };
    const isPrivate = review.mode === 'private';
    const said: Said = {
      ...{ kind: 'lesson_learned', text: words, authorId: isPrivate ? null : asked.userId },
      ...{ signals: [], severity: null, frequency: null, concerns: null },
    };
    const isNew = await stores.records.addStatement({ reviewId: review.id, clientId: review.clientId }, formKey, said);
    if (!isNew) return { ok: true };
    await stores.audit.add({
      ...{ action: 'last_lesson_saved', subject: review.id, details: null },
      actorId: isPrivate ? null : asked.userId,
      at: isPrivate ? review.startedAt : deps.clock(),
    });
    return { ok: true };
  });
}

async function findAsked(stores: Stores, { reviewId, userId }: Asked): Promise<Review | null> {
  const post = await stores.outbox.find(purposeOf.lastLesson(reviewId, userId));
  const review = post && (await stores.reviews.find(reviewId));
  return review && !isHiddenFrom(review, userId) ? review : null;
}
