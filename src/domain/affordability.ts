import type { VerdictContext } from './verdict-context.ts';
import type { Outcome } from './verdict-rules.ts';

/** Why a planned parting waits: too much of our revenue depends on the client and we are not ready. */
export type CannotAfford = {
  readonly adjustment: 'cannot_afford_to_part_yet';
  readonly revenueShare: number;
  readonly dependentRevenueShare: number;
  readonly readiness: number;
  readonly minReadiness: number;
};

/**
 * The adjustment of method 5: a planned parting from a client that brings a quarter of the revenue, while readiness is
 * under 50, becomes keep and repair. Null where it does not apply: another outcome (parting now is never adjusted), or
 * revenue share or readiness unknown.
 */
export function cannotAfford(outcome: Outcome, context: VerdictContext): CannotAfford | null {
  const { revenueShare, readiness, thresholds } = context;
  const { dependentRevenueShare, minReadiness } = thresholds;
  if (outcome.mode !== 'planned' || revenueShare === null || readiness === null) return null;
  if (revenueShare < dependentRevenueShare || readiness >= minReadiness) return null;
  return {
    adjustment: 'cannot_afford_to_part_yet',
    revenueShare,
    dependentRevenueShare,
    readiness,
    minReadiness,
  };
}

/** The outcome as it stands after the adjustment. */
export function affordableOutcome(outcome: Outcome, context: VerdictContext): Outcome {
  return cannotAfford(outcome, context) === null ? outcome : { stance: 'keep', mode: 'repair' };
}
