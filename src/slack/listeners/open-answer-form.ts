import type { ModalView } from '@slack/types';
import type { Phase } from '../../domain/answer.ts';
import { wasShown } from '../../domain/reveal.ts';
import { type AnswerPlan, planAnswer } from '../../domain/review.ts';
import { isLastInWalk, nextInWalk } from '../../domain/walk.ts';
import { type OwnAnswers, phasesIn, readOwnAnswers } from '../../usecases/read-own-answers.ts';
import { wasAsked } from '../../usecases/reopened-step.ts';
import type { AnswerRefusal } from '../../usecases/submit-answer.ts';
import type { ShownBefore } from '../blocks/views/answer-heading.ts';
import { renderComplaintChooser } from '../blocks/views/complaint-chooser.ts';
import { renderComplaintForm } from '../blocks/views/complaint-form.ts';
import { renderLessonsForm } from '../blocks/views/lessons-form.ts';
import { renderPositiveForm } from '../blocks/views/positive-form.ts';
import { renderVoteForm } from '../blocks/views/vote-form.ts';
import type { Target } from '../target.ts';
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
  return planForm(ctx, own, { actor, phase, isWalk: false });
}

/** The next form of *Answer everything now* for this person; the view is null when nothing is left to answer. */
export async function findWalkForm(
  ctx: ListenerContext,
  actor: Actor,
  { reviewId }: { reviewId: string },
): Promise<Extract<AnswerForm, { ok: false }> | { readonly ok: true; readonly view: ModalView | null }> {
  const { workspaceId, userId } = actor;
  const own = await readOwnAnswers(ctx, { workspaceId, reviewId, userId });
  if (!own.ok) return { ok: false, reason: own.reason };
  const phase = nextInWalk(phasesIn(own.answers));
  return phase === null ? { ok: true, view: null } : planForm(ctx, own, { actor, phase, isWalk: true });
}

type Own = Extract<OwnAnswers, { ok: true }>;
type Way = { readonly actor: Actor; readonly phase: Phase; readonly isWalk: boolean };

async function planForm(ctx: ListenerContext, own: Own, way: Way): Promise<AnswerForm> {
  const standing = await standingOf(ctx, own, way);
  return standing.ok ? { ok: true, view: renderForm(own, { ...way, standing }) } : standing;
}

type Standing = Pick<Extract<AnswerPlan, { ok: true }>, 'ok' | 'isLate' | 'isAhead'> & { readonly isReopened: boolean };

/** Whether a question can be answered now, and how the answer will be seen, as the form says it. */
async function standingOf(
  ctx: ListenerContext,
  { review, answers }: Own,
  { actor, phase }: Pick<Way, 'actor' | 'phase'>,
): Promise<Standing | Extract<AnswerPlan, { ok: false }>> {
  const isAsked = await wasAsked(ctx.storage.forWorkspace(actor.workspaceId), review, phase);
  const plan = planAnswer(review.state, phase, { answered: phasesIn(answers), wasAsked: isAsked });
  if (!plan.ok) return plan;
  return { ...plan, isReopened: wasShown(review, phase) && !plan.isLate };
}

/** What the forms say about words that have been shown without names. */
export function shownBefore({ review, shown, takenBack }: Own, phase: Phase): ShownBefore | null {
  if (!wasShown(review, phase)) return null;
  return { isOwn: shown.includes(phase), isTakenBack: takenBack.includes(phase) };
}

function renderForm(
  own: Own,
  { actor: { t }, phase, isWalk, standing }: Way & { readonly standing: Standing },
): ModalView {
  const { review, answers } = own;
  const shown = shownBefore(own, phase);
  const target: Target = { reviewId: review.id, phase, ...(isWalk ? { walk: true } : {}) };
  const walk = isWalk ? { walk: { isLast: isLastInWalk(phase, phasesIn(answers)) } } : {};
  const { isLate, isAhead, isReopened } = standing;
  const { clientName, mode } = review;
  const asked = { clientName, mode, isLate, isAhead, isReopened, shown, target, ...walk };
  switch (phase) {
    case 'complaints': {
      const complaints = answers.complaints?.complaints ?? [];
      if (complaints.length > 0) return renderComplaintChooser({ target, complaints, shown }, t);
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
  { reviewId, index, isWalk = false }: { reviewId: string; index: number; isWalk?: boolean },
): Promise<AnswerForm> {
  const { workspaceId, userId } = actor;
  const own = await readOwnAnswers(ctx, { workspaceId, reviewId, userId });
  if (!own.ok) return { ok: false, reason: own.reason };
  const standing = await standingOf(ctx, own, { actor, phase: 'complaints' });
  if (!standing.ok) return standing;
  const complaints = own.answers.complaints?.complaints ?? [];
  const at = Math.min(index, complaints.length);
  const total = Math.max(complaints.length, at + 1);
  const model = {
    clientName: own.review.clientName,
    mode: own.review.mode,
    isLate: standing.isLate,
    isReopened: standing.isReopened,
    shown: shownBefore(own, 'complaints'),
    target: { reviewId, phase: 'complaints' as const, index: at, ...(isWalk ? { walk: true as const } : {}) },
    ...(isWalk ? { walk: { isLast: isLastInWalk('complaints', phasesIn(own.answers)) } } : {}),
    previous: complaints[at] ?? null,
    number: at + 1,
    total,
  };
  return { ok: true, view: renderComplaintForm(model, actor.t) };
}
