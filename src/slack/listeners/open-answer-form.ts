import type { ModalView } from '@slack/types';
import type { Phase } from '../../domain/answer.ts';
import { planAnswer } from '../../domain/review.ts';
import type { Review } from '../../domain/review-record.ts';
import { type OwnAnswers, readOwnAnswers } from '../../usecases/read-own-answers.ts';
import { wasAsked } from '../../usecases/reopened-step.ts';
import type { AnswerRefusal } from '../../usecases/submit-answer.ts';
import { renderComplaintChooser } from '../blocks/views/complaint-chooser.ts';
import { renderComplaintForm } from '../blocks/views/complaint-form.ts';
import { renderLessonsForm } from '../blocks/views/lessons-form.ts';
import { renderPositiveForm } from '../blocks/views/positive-form.ts';
import { renderVoteForm } from '../blocks/views/vote-form.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';

export type AnswerForm =
  | { readonly ok: true; readonly view: ModalView }
  | { readonly ok: false; readonly reason: AnswerRefusal };

/** The form in which this person answers `phase` of a review, with what they said before; or why there is none. */
export async function findAnswerForm(
  ctx: ListenerContext,
  actor: Actor,
  { reviewId, phase }: { reviewId: string; phase: Phase },
): Promise<AnswerForm> {
  const { workspaceId, userId } = actor;
  const own = await readOwnAnswers(ctx, { workspaceId, reviewId, userId });
  if (!own.ok) return { ok: false, reason: own.reason };
  const standing = await standingOf(ctx, actor, { review: own.review, phase });
  if (!standing.ok) return standing;
  return { ok: true, view: renderForm(own, phase, { ...standing, t: actor.t }) };
}

type Standing = { readonly ok: true; readonly isLate: boolean; readonly isReopened: boolean };

/** Whether a question can be answered now and whether the answer is late, as the form says it. */
async function standingOf(
  ctx: ListenerContext,
  { workspaceId }: Actor,
  { review, phase }: { review: Review; phase: Phase },
): Promise<Standing | { readonly ok: false; readonly reason: AnswerRefusal }> {
  const isAsked = await wasAsked(ctx.storage.forWorkspace(workspaceId), review, phase);
  const plan = planAnswer(review.state, phase, isAsked);
  if (!plan.ok) return plan;
  const wasShown = review.mode === 'private' && review.revealed.some((shown) => shown === phase);
  return { ok: true, isLate: plan.isLate, isReopened: wasShown && !plan.isLate };
}

function renderForm(
  { review, answers }: Extract<OwnAnswers, { ok: true }>,
  phase: Phase,
  { isLate, isReopened, t }: Omit<Standing, 'ok'> & { t: Actor['t'] },
): ModalView {
  const target = { reviewId: review.id, phase };
  const asked = { clientName: review.clientName, mode: review.mode, isLate, isReopened, target };
  switch (phase) {
    case 'complaints': {
      const complaints = answers.complaints?.complaints ?? [];
      if (complaints.length > 0) return renderComplaintChooser({ target, complaints }, t);
      return renderComplaintForm({ ...asked, target: { ...target, index: 0 }, previous: null, number: 1, total: 1 }, t);
    }
    case 'positives':
      return renderPositiveForm({ ...asked, previous: answers.positives ?? null }, t);
    case 'lessons':
      return renderLessonsForm({ ...asked, previous: answers.lessons ?? null }, t);
    case 'vote':
      return renderVoteForm({ ...asked, previous: answers.vote ?? null }, t);
  }
}

/** The form of one complaint: number `index` of the person's own, or one more where there is none of that number. */
export async function findComplaintForm(
  ctx: ListenerContext,
  actor: Actor,
  { reviewId, index }: { reviewId: string; index: number },
): Promise<AnswerForm> {
  const { workspaceId, userId } = actor;
  const own = await readOwnAnswers(ctx, { workspaceId, reviewId, userId });
  if (!own.ok) return { ok: false, reason: own.reason };
  const standing = await standingOf(ctx, actor, { review: own.review, phase: 'complaints' });
  if (!standing.ok) return standing;
  const complaints = own.answers.complaints?.complaints ?? [];
  const at = Math.min(index, complaints.length);
  const total = Math.max(complaints.length, at + 1);
  const model = {
    clientName: own.review.clientName,
    mode: own.review.mode,
    isLate: standing.isLate,
    isReopened: standing.isReopened,
    target: { reviewId, phase: 'complaints' as const, index: at },
    previous: complaints[at] ?? null,
    number: at + 1,
    total,
  };
  return { ok: true, view: renderComplaintForm(model, actor.t) };
}
