import type { Answer, Phase } from '../../../domain/answer.ts';
import { saysSomething } from '../../../domain/nothing-to-say.ts';
import { submitAnswer } from '../../../usecases/submit-answer.ts';
import { submitComplaint } from '../../../usecases/submit-complaint.ts';
import { submitNothing } from '../../../usecases/submit-nothing.ts';
import { withdrawAnswer } from '../../../usecases/withdraw-answer.ts';
import { FIELDS } from '../../ids.ts';
import type { Submission } from '../../parse/answer-forms.ts';
import { parseComplaintChooser, parseComplaintForm } from '../../parse/complaint-form.ts';
import type { FormError, Parsed } from '../../parse/field-errors.ts';
import { parseTarget } from '../../target.ts';
import { findComplaintForm } from '../open-answer-form.ts';
import type { AfterAck, FormArgs, FormHandler, ViewOutcome } from '../view-listener.ts';
import { afterForm } from './after-form.ts';

const REFUSED: Readonly<Record<string, FormError>> = {
  review_not_found: 'review_gone',
  not_invited: 'not_invited',
  not_open_yet: 'not_open_yet',
  review_closed: 'review_closed',
  changed_meanwhile: 'changed_meanwhile',
  too_many_complaints: 'too_many_complaints',
};

const close: ViewOutcome = { kind: 'close' };
const refuse = (field: string, reason: string): { outcome: ViewOutcome } => ({
  outcome: { kind: 'errors', errors: { [field]: REFUSED[reason] ?? 'something_wrong' } },
});

/** What follows an answer that is safe: the step may end, the card changes. */
function afterSaving({ ctx, who }: FormArgs, reviewId: string, phase: Phase): AfterAck {
  const { workspaceId } = who;
  return async () => {
    ctx.followAnswer({ workspaceId, reviewId, phase });
  };
}

/** A handler for the forms of positives, lessons and vote: one answer, or the wish to take it back. */
export function answerHandler<A extends Answer>(
  phase: Phase,
  field: string,
  parse: (view: unknown) => Parsed<Submission<A>>,
): FormHandler {
  return async (args) => {
    const { ctx, who, body } = args;
    const parsed = parse(body.view);
    if (!parsed.ok) return { outcome: { kind: 'errors', errors: parsed.errors } };
    const target = parseTarget(body.view.private_metadata);
    if (!target) return refuse(field, 'review_not_found');
    const { reviewId } = target;
    const person = { ...who, reviewId };
    if (parsed.value.kind === 'withdraw') {
      const withdrawn = await withdrawAnswer(ctx, { ...person, phase });
      if (!withdrawn.ok && withdrawn.reason !== 'nothing_to_withdraw') return refuse(field, withdrawn.reason);
    } else {
      const { answer } = parsed.value;
      const saved =
        answer.phase === 'vote' || saysSomething(answer)
          ? await submitAnswer(ctx, { ...person, answer })
          : await submitNothing(ctx, { ...person, phase: answer.phase });
      if (!saved.ok) return refuse(field, saved.reason);
    }
    return { outcome: await afterForm(args, target), after: afterSaving(args, reviewId, phase) };
  };
}

/** The form of one complaint: kept beside the person's others; the next form follows if they have another one. */
export const complaintHandler: FormHandler = async (args) => {
  const { ctx, who, body } = args;
  const parsed = parseComplaintForm(body.view);
  if (!parsed.ok) return { outcome: { kind: 'errors', errors: parsed.errors } };
  const target = parseTarget(body.view.private_metadata);
  if (!target) return refuse(FIELDS.text, 'review_not_found');
  const { reviewId, seen = null } = target;
  const person = { ...who, reviewId };
  const complaint = parsed.value.kind === 'answer' ? parsed.value.complaint : null;
  const saved: Awaited<ReturnType<typeof submitComplaint>> =
    parsed.value.kind === 'nothing'
      ? await submitNothing(ctx, { ...person, phase: 'complaints' })
      : await submitComplaint(ctx, { ...person, seen, complaint });
  if (!saved.ok) return refuse(FIELDS.text, saved.reason);
  const after = afterSaving(args, reviewId, 'complaints');
  if (parsed.value.kind === 'answer' && parsed.value.more) {
    const next = await findComplaintForm(ctx, await args.findActor(), {
      reviewId,
      index: saved.count ?? 0,
      isWalk: target.walk === true,
    });
    // The card learns of this complaint now; whether the step ends waits for the form that is open.
    if (next.ok)
      return {
        outcome: { kind: 'view', view: next.view },
        after: async () => ctx.requestCard({ workspaceId: who.workspaceId, reviewId }),
      };
  }
  return { outcome: await afterForm(args, target), after };
};

/** The list of one's own complaints: change one, add one, withdraw all. */
export const chooserHandler: FormHandler = async (args) => {
  const { ctx, who, body } = args;
  const parsed = parseComplaintChooser(body.view);
  if (!parsed.ok) return { outcome: { kind: 'errors', errors: parsed.errors } };
  const target = parseTarget(body.view.private_metadata);
  if (!target) return refuse(FIELDS.which, 'review_not_found');
  const { reviewId } = target;
  if (parsed.value.kind === 'withdraw_all') {
    const withdrawn = await withdrawAnswer(ctx, {
      ...who,
      reviewId,
      phase: 'complaints',
    });
    if (!withdrawn.ok && withdrawn.reason !== 'nothing_to_withdraw') return refuse(FIELDS.which, withdrawn.reason);
    return { outcome: close, after: afterSaving(args, reviewId, 'complaints') };
  }
  const index = parsed.value.kind === 'edit' ? parsed.value.index : Number.MAX_SAFE_INTEGER;
  const form = await findComplaintForm(ctx, await args.findActor(), { reviewId, index });
  return form.ok ? { outcome: { kind: 'view', view: form.view } } : refuse(FIELDS.which, form.reason);
};
