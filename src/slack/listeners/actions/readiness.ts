import type { ModalView } from '@slack/types';
import { type Mrkdwn, md } from '../../../domain/escaping.ts';
import { memberRefusal } from '../../../domain/member.ts';
import type { ReadinessLevel } from '../../../domain/readiness/readiness.ts';
import { answerReadiness } from '../../../usecases/answer-readiness.ts';
import { askReadiness, findReadinessTeam } from '../../../usecases/ask-readiness.ts';
import { readReadiness } from '../../../usecases/read-readiness.ts';
import { renderReadinessCommentForm, renderReadinessFiguresForm } from '../../blocks/views/readiness-forms.ts';
import { VIEWS } from '../../ids.ts';
import { parseDecisionForm } from '../../parse/decision-form.ts';
import { parseTarget } from '../../target.ts';
import { findDecisionForm } from '../decision-form.ts';
import { openForm, replyTo } from '../interaction.ts';
import { findManagedReview, findReadinessView } from '../readiness-page.ts';
import type { ActionArgs } from '../run-listener.ts';
import { updateView } from '../show-desk.ts';

/** *Are we ready?*: what the team said and what it costs, for managers. */
export async function openReadiness(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const found = await findManagedReview(ctx, actor, parseTarget(value)?.reviewId);
  if (!found.ok) return replyTo(ctx, body, { text: found.text });
  await open(args, await findReadinessView(ctx, actor, { ...found, notice: null }));
}

/** *Ask the team*: those of it who are of us; the form that the button is in says how many were asked. */
export async function askTeam(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const { t, workspaceId, userId } = actor;
  const found = await findManagedReview(ctx, actor, parseTarget(value)?.reviewId);
  if (!found.ok) return replyTo(ctx, body, { text: found.text });
  const { reviewId } = found;
  const members = await ctx.directory.findAll(await findReadinessTeam(ctx, { workspaceId, reviewId }));
  const userIds = members.filter((member) => memberRefusal(member) === null).map(({ id }) => id);
  const result = await askReadiness(ctx, { workspaceId, reviewId, userId, userIds });
  const notice = md`${result.ok ? t.readiness.asked(result.asked) : t.readiness.refused[result.reason]}`;
  if (body.view?.callback_id === VIEWS.readiness)
    return updateView(ctx, body.view.id, await findReadinessView(ctx, actor, { ...found, notice }));
  if (body.view?.callback_id === VIEWS.decision) return showInDecision(args, reviewId, notice);
  await replyTo(ctx, body, { text: notice });
}

/** *Fill in the figures*, on top of the form that the button is in. */
export async function openReadinessFigures(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const { t, workspaceId } = actor;
  const found = await findManagedReview(ctx, actor, parseTarget(value)?.reviewId);
  if (!found.ok) return replyTo(ctx, body, { text: found.text });
  const { reviewId, currency } = found;
  const read = await readReadiness(ctx, { workspaceId, reviewId });
  if (!read.ok) return replyTo(ctx, body, { text: t.readiness.refused[read.reason] });
  const { figures, knownShare } = read.page;
  const known = { ...figures, revenueShare: figures.revenueShare ?? knownShare };
  const isOnDecision = body.view?.callback_id === VIEWS.decision;
  await open(args, renderReadinessFiguresForm({ reviewId, figures: known, currency, isOnDecision }, t));
}

/** One click of one of the team: their message shows it. */
export function sayReady(level: ReadinessLevel) {
  return async ({ ctx, actor, body, value }: ActionArgs): Promise<void> => {
    const { t, workspaceId, userId } = actor;
    const { reviewId } = parseTarget(value) ?? {};
    if (reviewId === undefined) return replyTo(ctx, body, { text: t.refusals.oldButton });
    const result = await answerReadiness(ctx, { workspaceId, reviewId, userId, level });
    await replyTo(ctx, body, { text: result.ok ? t.readiness.saved : t.readiness.refused[result.reason] });
  };
}

/** *Add a comment*. */
export async function openReadinessComment(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const { t, workspaceId, userId } = actor;
  const stores = ctx.storage.forWorkspace(workspaceId);
  const { reviewId } = parseTarget(value) ?? {};
  const review = reviewId === undefined ? null : await stores.reviews.find(reviewId);
  const asked = review && (await stores.readiness.find(review.id));
  if (!review || !asked?.askedIds.includes(userId))
    return replyTo(ctx, body, { text: t.readiness.refused[review ? 'not_asked' : 'review_not_found'] });
  const own = (await stores.readiness.listAnswers(review.id)).find((answer) => answer.userId === userId) ?? null;
  const { clientName, mode } = review;
  await open(args, renderReadinessCommentForm({ reviewId: review.id, clientName, mode, own }, t));
}

/** The decision form with what was typed so far, and a line about what was just done. */
async function showInDecision({ ctx, actor, body }: ActionArgs, reviewId: string, text: Mrkdwn): Promise<void> {
  const parsed = parseDecisionForm(body.view);
  if (!body.view || !parsed.ok) return;
  const { skipReadiness: skip, ...typed } = parsed.value;
  const found = await findDecisionForm(ctx, actor, { reviewId, typed, parting: { text, skip } });
  if (found.ok) await updateView(ctx, body.view.id, found.view);
}

async function open({ ctx, actor, body }: ActionArgs, view: ModalView): Promise<void> {
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}
