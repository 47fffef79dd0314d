import type { Role } from './answer.ts';
import type { Figures } from './figures.ts';
import { isMost, shareOf } from './share.ts';
import type { Thresholds } from './thresholds.ts';
import type { Outcome } from './verdict-rules.ts';

export type Stance = Outcome['stance'];

/** What keeps the confidence from being higher, with its figures. */
export type ConfidenceLimit =
  | { readonly limit: 'few_answered'; readonly voices: number; readonly invited: number; readonly needed: number }
  | { readonly limit: 'role_unheard'; readonly roles: readonly Role[] }
  | {
      readonly limit: 'no_majority';
      readonly keep: number;
      readonly part: number;
      readonly unsure: number;
    }
  | { readonly limit: 'no_verdict' }
  | { readonly limit: 'not_all_answered'; readonly voices: number; readonly invited: number; readonly needed: number }
  | { readonly limit: 'votes_differ'; readonly agree: number; readonly of: number; readonly needed: number };

export type Confidence = {
  readonly level: 'high' | 'medium' | 'low';
  /** Empty when high; for a low confidence only what makes it low. */
  readonly loweredBy: readonly ConfidenceLimit[];
};

/**
 * How far to trust the verdict (method 5). "Answered" is being a voice; votes are all votes cast, unsure ones included;
 * the account team's roles are those invited. What makes it low goes before what makes it high, so that an unheard role
 * is never outweighed by a good turnout; no verdict is always low.
 */
export function confidenceIn(stance: Stance, figures: Figures, thresholds: Thresholds): Confidence {
  const low = lowLimits(stance, figures, thresholds);
  if (low.length > 0) return { level: 'low', loweredBy: low };
  const medium = mediumLimits(stance, figures, thresholds);
  return { level: medium.length > 0 ? 'medium' : 'high', loweredBy: medium };
}

function lowLimits(stance: Stance, figures: Figures, thresholds: Thresholds): readonly ConfidenceLimit[] {
  const { voices, invited, votes, roles } = figures;
  const limits: ConfidenceLimit[] = [];
  if (stance === 'none') limits.push({ limit: 'no_verdict' });
  if (shareOf(voices, invited) < thresholds.lowAnsweredShare) {
    limits.push({ limit: 'few_answered', voices, invited, needed: thresholds.lowAnsweredShare });
  }
  const unheard = roles.invited.filter((role) => !roles.heard.includes(role));
  if (unheard.length > 0) limits.push({ limit: 'role_unheard', roles: unheard });
  const cast = votesCast(figures);
  if (!isMost(votes.keep, cast) && !isMost(votes.part, cast)) limits.push({ limit: 'no_majority', ...votes });
  return limits;
}

function mediumLimits(stance: Stance, figures: Figures, thresholds: Thresholds): readonly ConfidenceLimit[] {
  const { voices, invited, votes } = figures;
  const { highAnsweredShare, highAgreementShare } = thresholds;
  const limits: ConfidenceLimit[] = [];
  if (shareOf(voices, invited) < highAnsweredShare) {
    limits.push({ limit: 'not_all_answered', voices, invited, needed: highAnsweredShare });
  }
  const agree = stance === 'none' ? 0 : votes[stance];
  const of = votesCast(figures);
  if (shareOf(agree, of) < highAgreementShare) {
    limits.push({ limit: 'votes_differ', agree, of, needed: highAgreementShare });
  }
  return limits;
}

/** Votes for the other stance, out of all cast: always shown. An unsure vote is not against; without a verdict none is. */
export function dissentFrom(stance: Stance, figures: Figures): { readonly count: number; readonly of: number } {
  const against = { keep: figures.votes.part, part: figures.votes.keep, none: 0 };
  return { count: against[stance], of: votesCast(figures) };
}

function votesCast({ votes }: Figures): number {
  return votes.keep + votes.part + votes.unsure;
}
