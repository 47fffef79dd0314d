import { isOpen } from '../domain/review.ts';
import type { Deps } from './deps.ts';
import { type ReplyMessage, type ReplyResult, refuseReply } from './reply-result.ts';
import { rewriteAnswer } from './rewrite-answer.ts';

/**
 * A message in the thread was deleted: its words leave the answer, and the answer is withdrawn when nothing else is left of it
 * (product: surfaces). Where the form has changed those words since, they stay, and the person is told once; where the answer is
 * gone already there is nothing to say.
 */
export async function withdrawReply(deps: Deps, message: Omit<ReplyMessage, 'userId' | 'text'>): Promise<ReplyResult> {
  const { workspaceId, reviewId, channelId, messageTs } = message;
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<ReplyResult> => {
    const review = await stores.reviews.lock(reviewId);
    if (!review || !isOpen(review.state)) return { kind: 'ignored' };
    const reply = await stores.replies.find(channelId, messageTs);
    if (!reply) return { kind: 'unknown' };
    const { userId, phase } = reply;
    const became = await rewriteAnswer(stores, { review, reply, text: '', now: deps.clock() });
    if (became === 'answer' || became === 'empty') return { kind: 'done', phase, review };
    await stores.replies.remove(channelId, messageTs);
    const stands = await stores.answers.find(review.id, phase, userId);
    return stands ? refuseReply(stores, { review, userId, messageTs, reason: 'changed_in_form' }) : { kind: 'ignored' };
  });
}
