import type { ClientStatus } from './client.ts';

/** What a manager can decide (method 6). */
export const CHOICES = ['keep_as_is', 'keep_and_repair', 'part', 'part_now'] as const;
export type Choice = (typeof CHOICES)[number];

/** Whether the facts behind a reported hard stop were found true. */
export const HARD_STOP_FINDINGS = ['confirmed', 'not_confirmed'] as const;
export type HardStopFinding = (typeof HARD_STOP_FINDINGS)[number];

/** The part of a verdict that a decision is compared with. */
export type DecidedUpon = {
  readonly stance: 'keep' | 'part' | 'none';
  readonly mode: 'now' | 'planned' | 'repair' | 'as_is' | 'not_enough_voices';
  readonly hasHardStop: boolean;
};

export type DecisionInput = {
  readonly choice: Choice;
  /** Trimmed; null when nothing was written. */
  readonly rationale: string | null;
  readonly hardStop: HardStopFinding | null;
};

export type DecisionRefusal = 'rationale_missing' | 'hard_stop_unanswered' | 'part_now_needs_hard_stop';

export type DecisionPlan =
  | { readonly ok: true; readonly status: ClientStatus; readonly differs: boolean }
  | { readonly ok: false; readonly reason: DecisionRefusal };

/** The client's status that follows from each choice. */
export const STATUS_AFTER: Readonly<Record<Choice, ClientStatus>> = {
  keep_as_is: 'active',
  keep_and_repair: 'repairing',
  part: 'parting',
  part_now: 'parting',
};

/** The choice that a verdict recommends; null where there was no verdict. */
export function recommendedChoice(verdict: DecidedUpon): Choice | null {
  if (verdict.stance === 'none') return null;
  if (verdict.stance === 'keep') return verdict.mode === 'repair' ? 'keep_and_repair' : 'keep_as_is';
  return verdict.mode === 'now' ? 'part_now' : 'part';
}

/**
 * Whether a decision can be taken as given, and the client's status that follows (method 6). A rationale is required where the
 * choice differs from the verdict (or there was none to agree with); a reported hard stop needs a finding, and a finding of
 * `not_confirmed` rules out *part now*.
 */
export function planDecision(verdict: DecidedUpon, input: DecisionInput): DecisionPlan {
  if (verdict.hasHardStop && input.hardStop === null) return { ok: false, reason: 'hard_stop_unanswered' };
  if (input.choice === 'part_now' && input.hardStop === 'not_confirmed')
    return { ok: false, reason: 'part_now_needs_hard_stop' };
  const differs = recommendedChoice(verdict) !== input.choice;
  if (differs && input.rationale === null) return { ok: false, reason: 'rationale_missing' };
  return { ok: true, status: STATUS_AFTER[input.choice], differs };
}
