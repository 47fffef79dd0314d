import { settleBeforeDeciding } from '../../../usecases/save-readiness-figures.ts';
import { parseTarget } from '../../target.ts';
import { findDecisionForm } from '../decision-form.ts';
import { openForm, replyTo } from '../interaction.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Decide*: the form for a manager, once the review has closed, on the verdict with all that is known by now. */
export async function openDecision({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t, workspaceId } = actor;
  const { reviewId } = parseTarget(value) ?? {};
  if (reviewId === undefined) return replyTo(ctx, body, { text: t.refusals.reviewGone });
  if (actor.isManager) await settleBeforeDeciding(ctx, { workspaceId, reviewId });
  const found = await findDecisionForm(ctx, actor, { reviewId });
  if (!found.ok) return replyTo(ctx, body, { text: found.text });
  if (!(await openForm(ctx, body, found.view))) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}
