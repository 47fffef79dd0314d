import type { Snooze } from '../../../domain/snooze.ts';
import { type SnoozeResult, snoozeReminder } from '../../../usecases/snooze-reminder.ts';
import { parseTarget } from '../../target.ts';
import type { Actor } from '../actor.ts';
import { replyTo } from '../interaction.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Remind me in two hours* and *Remind me tomorrow morning* under a reminder. When it is done, the reminder itself says until when. */
export function snooze(choice: Snooze) {
  return async ({ ctx, actor, body, value }: ActionArgs): Promise<void> => {
    const target = parseTarget(value);
    if (!target?.phase) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
    const { workspaceId, userId, member } = actor;
    const { reviewId, phase } = target;
    const { timeZone } = member;
    const result = await snoozeReminder(ctx, { workspaceId, reviewId, userId, phase, choice, timeZone });
    if (!result.ok) await replyTo(ctx, body, { text: refusalText(result, actor) });
  };
}

function refusalText(refused: Extract<SnoozeResult, { ok: false }>, { t }: Actor) {
  const { snooze: texts } = t.desk;
  switch (refused.reason) {
    case 'step_ends_before':
      return texts.stepEndsBefore(refused.phaseEndsAt);
    case 'step_over':
      return texts.stepOver;
    case 'answered_already':
      return texts.answeredAlready;
    case 'review_not_found':
    case 'not_invited':
      return t.refusals.reviewGone;
  }
}
