import { renderWalkDone } from '../../blocks/views/walk-done.ts';
import type { Target } from '../../target.ts';
import { findWalkForm } from '../open-answer-form.ts';
import type { FormArgs, ViewOutcome } from '../view-listener.ts';

/**
 * What stands in place of a form whose answer is safe: in *Answer everything now* the next question, or the closing page; else
 * nothing. A review that closed meanwhile closes the form.
 */
export async function afterForm({ ctx, findActor }: FormArgs, { walk, reviewId }: Target): Promise<ViewOutcome> {
  if (!walk) return { kind: 'close' };
  const actor = await findActor();
  const next = await findWalkForm(ctx, actor, { reviewId });
  return next.ok ? { kind: 'view', view: next.view ?? renderWalkDone(reviewId, actor.t) } : { kind: 'close' };
}
