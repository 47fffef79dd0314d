import { MAX_ANSWER_LENGTH } from '../domain/answer.ts';
import { isOpen } from '../domain/review.ts';
import type { ReplyRefusal } from '../domain/typed-reply.ts';
import type { Deps } from './deps.ts';
import { type ReplyMessage, type ReplyResult, refuseReply } from './reply-result.ts';
import { rewriteAnswer } from './rewrite-answer.ts';

/**
 * A message in the thread was edited: its words change in the answer it is part of (product: surfaces). `unknown` for a message of
 * an open review that never was an answer. What the answer no longer says, because its author has changed it in the form, is left
 * as it is there, and after the review closed nothing changes any more; the person is told once.
 */
export async function changeReply(deps: Deps, message: ReplyMessage): Promise<ReplyResult> {
  const { workspaceId, reviewId, channelId, messageTs, userId, text } = message;
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<ReplyResult> => {
    const review = await stores.reviews.lock(reviewId);
    if (!review) return { kind: 'ignored' };
    const refuse = (reason: ReplyRefusal) => refuseReply(stores, { review, userId, messageTs, reason });
    if (!isOpen(review.state)) {
      const team = await stores.participants.list(reviewId);
      return team.some((person) => person.userId === userId) ? refuse('review_closed') : { kind: 'ignored' };
    }
    const reply = await stores.replies.find(channelId, messageTs);
    if (!reply) return { kind: 'unknown' };
    // Slack also tells of a change when only a preview was added.
    if (reply.userId !== userId || reply.text === text) return { kind: 'ignored' };
    if (text.length > MAX_ANSWER_LENGTH) return refuse('edit_too_long');
    const became = await rewriteAnswer(stores, { review, reply, text, now: deps.clock() });
    if (became === 'answer' || became === 'empty') return { kind: 'done', phase: reply.phase, review };
    return refuse(became === 'not_found' ? 'changed_in_form' : 'edit_too_long');
  });
}
