import { mayAnswer } from '../domain/absence.ts';
import type { Role } from '../domain/answer.ts';
import { currentPhase, isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { WordPhase } from '../domain/statement.ts';
import { addWords, type ReplyRefusal } from '../domain/typed-reply.ts';
import { auditAnswer } from './audit-answer.ts';
import type { Deps } from './deps.ts';
import { oweOpenAnswer } from './owe-open-answer.ts';
import { type ReplyMessage, type ReplyResult, refuseReply } from './reply-result.ts';
import { acceptingStates } from './submit-answer.ts';

/**
 * Takes a message typed in the thread of an open review as an answer to the question asked now (product: surfaces). The message and
 * the answer are stored in one transaction, which holds the review: a message that Slack delivers again does nothing, and two of one
 * person's add up. Of a private review nothing is taken and no word is stored.
 */
export async function takeReply(deps: Deps, message: ReplyMessage): Promise<ReplyResult> {
  const { workspaceId, reviewId, channelId, messageTs, userId } = message;
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<ReplyResult> => {
    const review = await stores.reviews.lock(reviewId);
    // While the review is paused nothing is said in its channel, not even why.
    if (!review || review.pausedReason !== null) return { kind: 'ignored' };
    if (await stores.replies.find(channelId, messageTs)) return { kind: 'ignored' };
    const isInvited = (await stores.participants.list(reviewId)).some(
      (person) => person.userId === userId && mayAnswer(person),
    );
    // Once it has closed the thread is for talking, and others than those who were asked expect nothing of it.
    if (!isInvited && !isOpen(review.state)) return { kind: 'ignored' };
    const refuse = (reason: ReplyRefusal) => refuseReply(stores, { review, userId, messageTs, reason });
    const asked = isInvited ? askedInThread(review) : { ok: false as const, reason: 'not_invited' as const };
    if (!asked.ok) return refuse(asked.reason);
    if (message.text === '') return refuse('no_words');
    const before = await stores.answers.find(reviewId, asked.phase, userId);
    const added = addWords(asked.phase, before, message.text);
    if (added.kind !== 'answer') return refuse(added.kind === 'too_many' ? 'too_many' : 'too_long');
    const { answer } = added;
    const toSave = { reviewId, userId, personKey: userId, answer, ...acceptingStates(asked.phase) };
    const saved = await stores.answers.save(toSave);
    if (!saved) return refuse('not_invited');
    await stores.replies.add({ channelId, messageTs, reviewId, userId, phase: asked.phase, text: message.text });
    await oweOpenAnswer(stores, { review, userId, answer, role: saved.role as Role, isLate: saved.isLate });
    await auditAnswer(stores, { review, userId, phase: asked.phase, action: 'answer_saved', now: deps.clock() });
    return { kind: 'done', phase: asked.phase, review };
  });
}

type Asked = { ok: true; phase: WordPhase } | { ok: false; reason: ReplyRefusal };

/** The question that a message answers now; while the review waits for voices that is the first one again. */
function askedInThread(review: Review): Asked {
  const phase = currentPhase(review.state);
  if (phase === null) return { ok: false, reason: 'review_closed' };
  if (review.mode === 'private') return { ok: false, reason: 'private' };
  return phase === 'vote' ? { ok: false, reason: 'vote_by_button' } : { ok: true, phase };
}
