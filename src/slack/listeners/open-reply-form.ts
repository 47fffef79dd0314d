import type { ModalView } from '@slack/types';
import { MAX_ANSWER_LENGTH, MAX_COMPLAINTS } from '../../domain/answer.ts';
import { planAnswer } from '../../domain/review.ts';
import type { SignalId } from '../../domain/signals.ts';
import type { WordPhase } from '../../domain/statement.ts';
import { isUntagged } from '../../domain/typed-reply.ts';
import { type OwnAnswers, readOwnAnswers } from '../../usecases/read-own-answers.ts';
import { renderComplaintForm } from '../blocks/views/complaint-form.ts';
import { renderLessonsForm } from '../blocks/views/lessons-form.ts';
import { renderPositiveForm } from '../blocks/views/positive-form.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { type AnswerForm, findAnswerForm, shownBefore } from './open-answer-form.ts';

type Reply = {
  readonly reviewId: string;
  readonly channelId: string;
  readonly messageTs: string;
  readonly signals: readonly SignalId[];
};

/**
 * The form of the complaint that a message in the thread became: with `signals` chosen and nothing else while its author has said
 * nothing more about it, and as it is when they have. The list of their complaints where it is none of them any more.
 */
export async function findReplyForm(ctx: ListenerContext, actor: Actor, reply: Reply): Promise<AnswerForm> {
  const { workspaceId, userId, t } = actor;
  const { reviewId } = reply;
  const own = await readOwnAnswers(ctx, { workspaceId, reviewId, userId });
  if (!own.ok) return { ok: false, reason: own.reason };
  const typed = await ctx.storage.forWorkspace(workspaceId).replies.find(reply.channelId, reply.messageTs);
  const isOwn = typed?.userId === userId && typed.reviewId === reviewId;
  const complaints = own.answers.complaints?.complaints ?? [];
  const index = isOwn ? complaints.findIndex(({ text }) => text === typed.text) : -1;
  const complaint = complaints[index];
  if (!complaint) return findAnswerForm(ctx, actor, { reviewId, phase: 'complaints' });
  const plan = planAnswer(own.review.state, 'complaints');
  if (!plan.ok) return { ok: false, reason: plan.reason };
  const view = renderComplaintForm(
    {
      ...{ clientName: own.review.clientName, mode: own.review.mode, isLate: plan.isLate },
      ...{ target: { reviewId, phase: 'complaints', index }, previous: complaint },
      ...(isUntagged(complaint) ? { draft: { text: complaint.text, signals: reply.signals } } : {}),
      ...{ number: index + 1, total: complaints.length },
    },
    t,
  );
  return { ok: true, view };
}

/** The form of one question with `text` typed in already, after what its author said before. Nothing is stored by opening it. */
export async function findDraftForm(
  ctx: ListenerContext,
  actor: Actor,
  { reviewId, phase, text }: { reviewId: string; phase: WordPhase; text: string },
): Promise<AnswerForm> {
  const { workspaceId, userId } = actor;
  const own = await readOwnAnswers(ctx, { workspaceId, reviewId, userId });
  if (!own.ok) return { ok: false, reason: own.reason };
  const plan = planAnswer(own.review.state, phase);
  if (!plan.ok) return { ok: false, reason: plan.reason };
  const count = own.answers.complaints?.complaints.length ?? 0;
  // Nothing can be added: the list shows which one to change.
  if (phase === 'complaints' && count >= MAX_COMPLAINTS) return findAnswerForm(ctx, actor, { reviewId, phase });
  return { ok: true, view: renderDraft(own, { phase, text, isLate: plan.isLate }, actor.t) };
}

function renderDraft(
  own: Extract<OwnAnswers, { ok: true }>,
  { phase, text, isLate }: { phase: WordPhase; text: string; isLate: boolean },
  t: Actor['t'],
): ModalView {
  const { review, answers } = own;
  const target = { reviewId: review.id, phase };
  const { clientName, mode } = review;
  const asked = { clientName, mode, isLate, shown: shownBefore(own, phase), target };
  const after = (before: string | null | undefined) => fitted(before ? `${before}\n${text}` : text);
  switch (phase) {
    case 'complaints': {
      const index = answers.complaints?.complaints.length ?? 0;
      const draft = { text: fitted(text), signals: [] };
      const place = { target: { ...target, index }, number: index + 1, total: index + 1 };
      return renderComplaintForm({ ...asked, ...place, previous: null, draft }, t);
    }
    case 'positives': {
      const previous = answers.positives ?? null;
      return renderPositiveForm({ ...asked, previous, draft: after(previous?.text) }, t);
    }
    case 'lessons': {
      const previous = answers.lessons ?? null;
      return renderLessonsForm({ ...asked, previous, draft: after(previous?.learned) }, t);
    }
  }
}

/** As much as the form takes, and no half of a character. */
function fitted(text: string): string {
  return text.slice(0, MAX_ANSWER_LENGTH).replace(/\p{Surrogate}$/u, '');
}
