import type { DecisionInput } from '../decision.ts';
import type { ReadinessFigures } from './readiness-figures.ts';

/** Where the question "are we ready for the consequences?" stands for one review. */
export type ReadinessState =
  | { readonly kind: 'not_asked' }
  /** Asked; `answered` of the team so far, and whether the manager gave the revenue share. */
  | { readonly kind: 'asked'; readonly answered: number; readonly hasRevenueShare: boolean }
  | { readonly kind: 'skipped'; readonly reason: string };

/** The state out of what is stored: an answer that came after all counts, even where the question was skipped before. */
export function readinessState(
  stored: {
    readonly askedAt: Date | null;
    readonly figures: Pick<ReadinessFigures, 'revenueShare'>;
    readonly skippedReason: string | null;
  } | null,
  answered: number,
): ReadinessState {
  const asked: ReadinessState | null =
    stored?.askedAt == null ? null : { kind: 'asked', answered, hasRevenueShare: stored.figures.revenueShare !== null };
  if (asked && isReadinessAnswered(asked)) return asked;
  if (stored?.skippedReason != null) return { kind: 'skipped', reason: stored.skippedReason };
  return asked ?? { kind: 'not_asked' };
}

/** Enough to go by: somebody of the team answered, and the manager said how much revenue the client brings. */
export function isReadinessAnswered(state: ReadinessState): boolean {
  return state.kind === 'asked' && state.answered > 0 && state.hasRevenueShare;
}

export type PartingGate =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'readiness_not_asked' | 'readiness_team_silent' | 'readiness_no_share' };

/**
 * Whether a decision can be confirmed as far as readiness goes: parting waits until it was answered, or skipped with a reason. A
 * confirmed hard stop is never delayed, and keeping needs no readiness.
 */
export function mayConfirmParting(
  { choice, hardStop }: Pick<DecisionInput, 'choice' | 'hardStop'>,
  state: ReadinessState,
): PartingGate {
  const isParting = choice === 'part' || choice === 'part_now';
  if (!isParting || hardStop === 'confirmed' || state.kind === 'skipped') return { ok: true };
  if (state.kind === 'not_asked') return { ok: false, reason: 'readiness_not_asked' };
  if (state.answered === 0) return { ok: false, reason: 'readiness_team_silent' };
  return state.hasRevenueShare ? { ok: true } : { ok: false, reason: 'readiness_no_share' };
}
