import { recommendedChoice } from '../../../domain/decision.ts';
import { isHiddenFrom } from '../../../domain/rehearsal/rehearsal.ts';
import { renderDecisionForm } from '../../blocks/views/decision-form.ts';
import { parseTarget } from '../../target.ts';
import { openForm, replyTo } from '../interaction.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Decide*: the form for a manager, once the review has closed. */
export async function openDecision({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t } = actor;
  const target = parseTarget(value);
  const stores = ctx.storage.forWorkspace(actor.workspaceId);
  const review = target && (await stores.reviews.find(target.reviewId));
  if (!review || isHiddenFrom(review, actor.userId)) return replyTo(ctx, body, { text: t.refusals.reviewGone });
  if (!actor.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const decided = await stores.records.findDecision(review.id);
  if (decided) {
    const { decidedBy: who, choice, decidedAt: at } = decided;
    return replyTo(ctx, body, { text: t.refusals.alreadyDecided({ who, choice: t.vocabulary.choice[choice], at }) });
  }
  const stored = await stores.records.findVerdict(review.id);
  const client = await stores.clients.find(review.clientId, review);
  if (!stored || !client) return replyTo(ctx, body, { text: t.refusals.transition.still_open });
  const { stance, mode } = stored.verdict;
  const hardStops = stored.figures.hardStops.map(({ id }) => id);
  const view = renderDecisionForm(
    {
      reviewId: review.id,
      clientName: review.clientName,
      verdict: stance === 'none' ? null : t.summary.verdict[mode](review.clientName),
      recommended: recommendedChoice({ stance, mode, hasHardStop: hardStops.length > 0 }),
      hardStops,
      statusQuo: client.status,
    },
    t,
  );
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}
