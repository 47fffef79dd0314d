import type { Role } from '../domain/answer.ts';
import { purposeOf } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import { type Reworded, replaceWords } from '../domain/typed-reply.ts';
import type { TypedReply } from '../storage/reply-store.ts';
import type { Stores } from '../storage/storage.ts';
import { auditAnswer } from './audit-answer.ts';
import { oweOpenAnswer } from './owe-open-answer.ts';
import { acceptingStates } from './submit-answer.ts';

type Rewriting = { readonly review: Review; readonly reply: TypedReply; readonly text: string; readonly now: Date };

/**
 * Puts `text` where the words of a typed reply stand in its author's answer, and keeps the reply, the answer and the post of the
 * answer together; an empty text takes the words out, and the answer back when nothing else is left of it. In the caller's
 * transaction, which holds the review. Says what became of it; nothing is changed unless that is `answer` or `empty`.
 */
export async function rewriteAnswer(
  stores: Stores,
  { review, reply, text, now }: Rewriting,
): Promise<Reworded['kind']> {
  const { channelId, messageTs, userId, phase } = reply;
  const before = await stores.answers.find(review.id, phase, userId);
  const reworded: Reworded = before ? replaceWords(before, reply.text, text) : { kind: 'not_found' };
  const { openStates, lateStates } = acceptingStates(phase, { wasAsked: true });
  const keep = () =>
    text === '' ? stores.replies.remove(channelId, messageTs) : stores.replies.setText(channelId, messageTs, text);
  const trace = { review, userId, phase, now } as const;
  if (reworded.kind === 'empty') {
    await stores.answers.withdraw({ reviewId: review.id, phase, personKey: userId, openStates });
    await keep();
    await withdrawPost(stores, { review, reply });
    await auditAnswer(stores, { ...trace, action: 'answer_withdrawn' });
  }
  if (reworded.kind !== 'answer') return reworded.kind;
  const { answer } = reworded;
  const toSave = { reviewId: review.id, userId, personKey: userId, answer, openStates, lateStates };
  const saved = await stores.answers.save(toSave);
  // The person no longer takes part.
  if (!saved) return 'not_found';
  await keep();
  await oweOpenAnswer(stores, { review, userId, answer, role: saved.role as Role, isLate: saved.isLate });
  await auditAnswer(stores, { ...trace, action: 'answer_saved' });
  return 'answer';
}

/** The message that was deleted was the answer: only a post that repeats it has to say that it is gone. */
async function withdrawPost(stores: Stores, { review, reply }: Pick<Rewriting, 'review' | 'reply'>): Promise<void> {
  const { userId, phase } = reply;
  const purpose = purposeOf.answer(review.id, phase, userId);
  const post = await stores.outbox.find(purpose);
  if (post?.message?.kind !== 'answer') return;
  await stores.outbox.put({
    purpose,
    reviewId: review.id,
    channelId: review.channelId,
    parentPurpose: purposeOf.card(review.id),
    message: { kind: 'withdrawn', userId, phase },
  });
}
