import { parseTarget } from '../../target.ts';
import { openForm, replyTo } from '../interaction.ts';
import { findWalkForm } from '../open-answer-form.ts';
import { answerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';
import { showMyAnswers } from './answering.ts';

/** *Answer everything now*: the form of the first question this person has not answered; *My answers* where none is left. */
export async function answerEverything(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const target = parseTarget(value);
  if (!target) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const { reviewId } = target;
  const form = await findWalkForm(ctx, actor, { reviewId });
  if (!form.ok) {
    const review = await ctx.storage.forWorkspace(actor.workspaceId).reviews.find(reviewId);
    return replyTo(ctx, body, { text: answerRefusalText(form.reason, review?.facilitatorId ?? null, actor.t) });
  }
  if (form.view === null) return showMyAnswers(args);
  if (!(await openForm(ctx, body, form.view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}
