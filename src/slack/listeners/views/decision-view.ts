import type { DecisionInput } from '../../../domain/decision.ts';
import { md } from '../../../domain/escaping.ts';
import { decideReview, type PartingRefusal } from '../../../usecases/decide-review.ts';
import { FIELDS } from '../../ids.ts';
import { type DecisionSubmission, parseDecisionForm } from '../../parse/decision-form.ts';
import { parseTarget } from '../../target.ts';
import { findDecisionForm } from '../decision-form.ts';
import { managerRefusal } from '../refusal-text.ts';
import type { ViewHandler, ViewOutcome } from '../view-listener.ts';

const FIELD_OF = {
  rationale_missing: FIELDS.rationale,
  hard_stop_unanswered: FIELDS.hardStop,
  part_now_needs_hard_stop: FIELDS.choice,
} as const;

/** A manager's decision: stored with its reason before the form closes; a second one is told who decided first. */
export const decisionHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const parsed = parseDecisionForm(body.view);
  if (!parsed.ok) return { outcome: { kind: 'errors', errors: parsed.errors } };
  if (!actor.isManager) return refuse({ [FIELDS.choice]: managerRefusal(actor) });
  const target = parseTarget(body.view.private_metadata);
  if (!target) return refuse({ [FIELDS.choice]: 'review_gone' });
  const { workspaceId, userId, t } = actor;
  const { reviewId, version: seenVersion } = target;
  const result = await decideReview(ctx, { workspaceId, userId, reviewId, seenVersion, ...parsed.value });
  if (result.ok) return { outcome: { kind: 'close' } };
  if (result.reason === 'already_decided') {
    if (isSame(result.earlier, { ...parsed.value, userId })) return { outcome: { kind: 'close' } };
    const { name } = await ctx.directory.find(result.earlier.decidedBy);
    const date = new Intl.DateTimeFormat(actor.language, {
      dateStyle: 'long',
      timeZone: actor.member.timeZone ?? actor.settings.timeZone,
    }).format(result.earlier.decidedAt);
    const text = t.forms.alreadyDecided({ name, choice: t.vocabulary.choice[result.earlier.choice], date });
    return { outcome: { kind: 'texts', texts: { [FIELDS.choice]: text } } };
  }
  if (result.reason === 'review_not_found') return refuse({ [FIELDS.choice]: 'review_gone' });
  if (result.reason === 'still_open') return refuse({ [FIELDS.choice]: 'review_open' });
  if (result.reason === 'verdict_newer')
    return { outcome: { kind: 'texts', texts: { [FIELDS.choice]: t.readiness.refused.verdict_newer } } };
  if (isParting(result.reason)) return { outcome: await sayWhatPartingWaitsFor(args, result.reason, parsed.value) };
  if (result.reason === 'client_parted')
    return { outcome: { kind: 'texts', texts: { [FIELDS.choice]: t.parting.refused.client_parted } } };
  return refuse({ [FIELD_OF[result.reason]]: result.reason });
};

/** This very form was taken before: it was delivered twice, or sent again because nobody knew that it was saved. */
function isSame(
  { decidedBy, choice, rationale, hardStop }: DecisionInput & { readonly decidedBy: string },
  sent: DecisionInput & { readonly userId: string },
): boolean {
  return (
    decidedBy === sent.userId && choice === sent.choice && rationale === sent.rationale && hardStop === sent.hardStop
  );
}

const PARTING: readonly string[] = ['readiness_not_asked', 'readiness_team_silent', 'readiness_no_share'];

function isParting(reason: string): reason is PartingRefusal {
  return PARTING.includes(reason);
}

/** The same form with what was typed, what to do first, and a field to say why not. */
async function sayWhatPartingWaitsFor(
  { ctx, actor, body }: Parameters<ViewHandler>[0],
  reason: PartingRefusal,
  { skipReadiness: skip, ...typed }: DecisionSubmission,
): Promise<ViewOutcome> {
  const { refused } = actor.t.readiness;
  const reviewId = parseTarget(body.view.private_metadata)?.reviewId ?? '';
  const found = await findDecisionForm(ctx, actor, {
    reviewId,
    typed,
    parting: { text: md`${refused[reason]}`, skip },
  });
  return found.ok ? { kind: 'view', view: found.view } : { kind: 'texts', texts: { [FIELDS.choice]: refused[reason] } };
}

function refuse(errors: Extract<ViewOutcome, { kind: 'errors' }>['errors']): { outcome: ViewOutcome } {
  return { outcome: { kind: 'errors', errors } };
}
