import type { Confidence } from './confidence.ts';
import type { Figures } from './figures.ts';
import { decideVerdict, type Verdict } from './verdict.ts';
import type { VerdictContext, WillingToMend } from './verdict-context.ts';
import type { Outcome, Reason } from './verdict-rules.ts';

/** What has become known since the first verdict of a review: any of it, the rest stays as it was. */
export type NewFacts = {
  readonly clientMeeting?: { readonly willingToMend: WillingToMend };
  /** 0..1 */
  readonly revenueShare?: number;
  /** 0..100 */
  readonly readiness?: number;
};

/**
 * The verdict on the same answers with what has become known since: the meeting with the client (method 5, rule 4), readiness and
 * revenue share (its adjustment). `context` is that of the version before, so that nothing else moves. The figures never change: the
 * keys of a private review are gone, and its words were said before the meeting.
 */
export function verdictAgain(
  { figures, context }: { readonly figures: Figures; readonly context: VerdictContext },
  facts: NewFacts,
): { readonly verdict: Verdict; readonly context: VerdictContext } {
  const known = { ...context, ...facts };
  return { verdict: decideVerdict(figures, known), context: known };
}

/** What differs between two versions of a verdict; empty lists and nulls where nothing does. */
export type VerdictDifference = {
  readonly outcome: { readonly from: Outcome; readonly to: Outcome } | null;
  /** Rules that match now and did not before, with their figures, and the other way round. */
  readonly added: readonly Reason[];
  readonly gone: readonly Reason[];
  /** The parting that we cannot afford yet: begins or ends to hold. */
  readonly adjustment: 'begins' | 'ends' | null;
  readonly confidence: { readonly from: Confidence['level']; readonly to: Confidence['level'] } | null;
};

/** What changed from one version of a verdict to the next, and why: the rules that came and went. */
export function whatChanged(before: Verdict, after: Verdict): VerdictDifference {
  const hasRule = ({ reasons }: Verdict, rule: Reason['rule']) => reasons.some((reason) => reason.rule === rule);
  const wasAdjusted = before.adjusted !== null;
  const isAdjusted = after.adjusted !== null;
  const isSameOutcome = before.mode === after.mode;
  const [from, to] = [before.confidence.level, after.confidence.level];
  return {
    outcome: isSameOutcome ? null : { from: outcomeOf(before), to: outcomeOf(after) },
    added: after.reasons.filter(({ rule }) => !hasRule(before, rule)),
    gone: before.reasons.filter(({ rule }) => !hasRule(after, rule)),
    adjustment: wasAdjusted === isAdjusted ? null : isAdjusted ? 'begins' : 'ends',
    confidence: from === to ? null : { from, to },
  };
}

/** Whether there is anything to say about a new version beyond "the same". */
export function isSameVerdict({ outcome, added, gone, adjustment }: VerdictDifference): boolean {
  return outcome === null && added.length === 0 && gone.length === 0 && adjustment === null;
}

function outcomeOf({ stance, mode }: Verdict): Outcome {
  return { stance, mode } as Outcome;
}
