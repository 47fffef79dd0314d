import { dayOf } from '../domain/calendar.ts';
import {
  checkOutcome,
  daysSinceDecision,
  type OutcomeAnswer,
  type OutcomeRefusal,
  outcomeDueOn,
} from '../domain/outcome/outcome-check.ts';
import { purposeOf } from '../domain/post.ts';
import type { OutcomeKey } from '../storage/outcome-store.ts';
import type { Deps } from './deps.ts';

export type AnswerOutcome = OutcomeKey & {
  readonly workspaceId: string;
  readonly userId: string;
  readonly answer: OutcomeAnswer;
  readonly why: string | null;
};

export type AnswerOutcomeResult =
  /** `askedAgainOn`: the day (YYYY-MM-DD) on which the question comes again; null when it does not. */
  | { readonly ok: true; readonly askedAgainOn: string | null }
  | { readonly ok: false; readonly reason: OutcomeRefusal | 'not_asked' | 'already_answered' };

/**
 * Keeps with the review what the manager says of the decision (method 6), once, and shows it in place of the question. Only the person
 * who was asked answers.
 */
export function answerOutcome(deps: Deps, input: AnswerOutcome): Promise<AnswerOutcomeResult> {
  const { workspaceId, userId, reviewId, verdictVersion, day } = input;
  const key: OutcomeKey = { reviewId, verdictVersion, day };
  const at = deps.clock();
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<AnswerOutcomeResult> => {
    const asked = await stores.outcomes.find(key);
    const decision = asked && (await stores.records.findDecision(reviewId, verdictVersion));
    if (!asked || !decision || asked.askedId !== userId) return { ok: false, reason: 'not_asked' };
    const checked = checkOutcome(input.answer, input.why);
    if (!checked.ok) return { ok: false, reason: checked.reason };
    const { answer, why } = checked.value;
    if (!(await stores.outcomes.answer(key, { answer, why, answeredById: userId, answeredAt: at })))
      return { ok: false, reason: 'already_answered' };
    const { timeZone } = await stores.workspace.findOrCreate(deps.defaults);
    const { choice, decidedAt, decidedBy } = decision;
    const message = {
      ...{ verdictVersion, day, decidedOn: dayOf(decidedAt, timeZone), choice, isOwn: decidedBy === userId },
      daysAgo: daysSinceDecision(decidedAt, asked.askedAt, timeZone),
    };
    const again = purposeOf.outcomeAgain(key, day, userId);
    const purpose = (await stores.outbox.find(again)) ? again : purposeOf.outcome(key, day);
    await stores.outbox.put({
      ...{ purpose, reviewId, channelId: userId, parentPurpose: null },
      message: { kind: 'outcome', ...message, answer },
    });
    await stores.audit.add({
      actorId: userId,
      action: 'outcome_answered',
      subject: reviewId,
      details: { day, answer },
      at,
    });
    const isAskedAgain = answer === 'too_early' && day === 30;
    return { ok: true, askedAgainOn: isAskedAgain ? outcomeDueOn(decidedAt, 90, timeZone) : null };
  });
}
