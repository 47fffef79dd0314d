import { checkReadinessFigures } from '../../../domain/readiness/readiness-figures.ts';
import { answerReadiness } from '../../../usecases/answer-readiness.ts';
import { saveReadinessFigures } from '../../../usecases/save-readiness-figures.ts';
import { FIELDS } from '../../ids.ts';
import { parseReadinessComment, parseReadinessFigures } from '../../parse/meeting-forms.ts';
import { parseTarget } from '../../target.ts';
import { findManagedReview, findReadinessView } from '../readiness-page.ts';
import { managerRefusal } from '../refusal-text.ts';
import { updateView } from '../show-desk.ts';
import type { ViewHandler } from '../view-listener.ts';

/** What living without the client costs; each figure is checked at its field. */
export const readinessFiguresHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { refused } = actor.t.readiness;
  const first = FIELDS.figure('revenueShare');
  const found = await findManagedReview(ctx, actor, parseTarget(body.view.private_metadata)?.reviewId);
  if (!found.ok) return { outcome: { kind: 'errors', errors: { [first]: managerRefusal(actor) } } };
  const checked = checkReadinessFigures(parseReadinessFigures(body.view));
  if (!checked.ok) {
    const problems = checked.problems.map(({ field, reason }) => [FIELDS.figure(field), refused[reason]] as const);
    return { outcome: { kind: 'texts', texts: Object.fromEntries(problems) } };
  }
  const { workspaceId, userId } = actor;
  const { reviewId } = found;
  const result = await saveReadinessFigures(ctx, { workspaceId, reviewId, userId, figures: checked.figures });
  if (!result.ok) return { outcome: { kind: 'texts', texts: { [first]: refused[result.reason] } } };
  const below = body.view.root_view_id;
  // Below lies the view of readiness, which then shows them, or the decision form, whose text stays as it is.
  const isAlone = below === null || below === body.view.id;
  if (isAlone || parseTarget(body.view.private_metadata)?.onDecision) return { outcome: { kind: 'close' } };
  const after = async () => updateView(ctx, below, await findReadinessView(ctx, actor, { ...found, notice: null }));
  return { outcome: { kind: 'close' }, after };
};

/** Somebody's own answer with a comment. */
export const readinessCommentHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { refused } = actor.t.readiness;
  const target = parseTarget(body.view.private_metadata);
  const { level, comment } = parseReadinessComment(body.view);
  if (level === null) return { outcome: { kind: 'errors', errors: { [FIELDS.level]: 'choice_missing' } } };
  if (!target) return { outcome: { kind: 'texts', texts: { [FIELDS.level]: refused.review_not_found } } };
  const { workspaceId, userId } = actor;
  const result = await answerReadiness(ctx, { workspaceId, reviewId: target.reviewId, userId, level, comment });
  if (result.ok) return { outcome: { kind: 'close' } };
  const field = result.reason === 'comment_too_long' ? FIELDS.comment : FIELDS.level;
  return { outcome: { kind: 'texts', texts: { [field]: refused[result.reason] } } };
};
