import { affordableOutcome, cannotAfford } from './affordability.ts';
import type { Figures } from './figures.ts';
import type { Distance, Gap } from './gap.ts';
import { chronicGap, meetingGap, positivesGap, pressureGap, sharedSignalGap, systemicGap, voicesGap } from './gap.ts';
import { shareOf } from './share.ts';
import type { VerdictContext } from './verdict-context.ts';
import type { Outcome, Reason, RuleId } from './verdict-rules.ts';
import { matchingReasons, RULE_OUTCOMES } from './verdict-rules.ts';

export type { Gap } from './gap.ts';

/**
 * What would lead to another verdict. `towards`: a stronger rule that does not hold, and what it misses. `away`: a rule
 * that holds now, and what would end it; where several rules hold for the same verdict, all of them have to end.
 */
export type Change = {
  readonly direction: 'towards' | 'away';
  readonly rule: RuleId | 'cannot_afford_to_part_yet';
  /**
   * The verdict that would follow if all else stays, the firmest where ways differ; null where nobody can tell yet (not
   * enough voices).
   */
  readonly to: Outcome | null;
  /** Whether all gaps have to close, or any one of them is enough. */
  readonly require: 'all' | 'any';
  readonly gaps: readonly [Gap, ...Gap[]];
};

/**
 * What would change the verdict (method 5), nearest first: for keeping, the rules that would ask for more; for parting,
 * what would make us keep; for a parting we cannot afford, what would let us part.
 */
export function whatWouldChange(figures: Figures, context: VerdictContext): readonly Change[] {
  const reasons = matchingReasons(figures, context);
  const [deciding] = reasons;
  const ruled = RULE_OUTCOMES[deciding.rule];
  if (cannotAfford(ruled, context) !== null) return [partingAffordable(ruled, context)];
  if (deciding.rule === 'hard_stop') return [hardStopNotConfirmed(figures, context)];
  if (deciding.rule === 'not_enough_voices') return [enoughVoices(figures, context)];
  const ranked =
    ruled.stance === 'part' ? awayFromParting(reasons, figures, context) : towards(ruled, figures, context);
  return ranked.sort((a, b) => a.distance - b.distance).map(({ change }) => change);
}

type RankedChange = { readonly change: Change; readonly distance: number };

function towards(current: Outcome, figures: Figures, context: VerdictContext): RankedChange[] {
  const { thresholds } = context;
  const breaking = ranked('breaking_point', 'all', [positivesGap(figures)]);
  const unwilling = ranked('client_will_not_mend', 'all', [
    meetingGap(context),
    pressureGapBelow(figures, thresholds.unwillingPressure),
  ]);
  const chronic = ranked('systemic_and_chronic', 'all', [
    pressureGapBelow(figures, thresholds.partPressure),
    systemicGap(figures, thresholds),
    chronicGap(figures, context),
  ]);
  // With a client who will not mend, rising pressure leads past repair: rule 4 would decide.
  const isRefused = context.clientMeeting?.willingToMend === 'no';
  const shared = sharedSignalGap(figures);
  const repair = ranked(
    'needs_repair',
    'any',
    isRefused ? [shared] : [pressureGap(figures, thresholds.repairPressure), shared],
  );
  return [repair, chronic, unwilling, breaking]
    .map(({ rule, require, gaps, distance }) => {
      const to = affordableOutcome(RULE_OUTCOMES[rule], context);
      return { change: { direction: 'towards' as const, rule, to, require, gaps }, distance };
    })
    .filter(({ change }) => change.to.mode !== current.mode);
}

function awayFromParting(reasons: readonly Reason[], figures: Figures, context: VerdictContext): RankedChange[] {
  const { thresholds } = context;
  const gapsByRule: Partial<Record<RuleId, readonly [Distance, ...Distance[]]>> = {
    breaking_point: [{ ...positivesGap(figures), distance: shareOf(1, figures.voices) }],
    client_will_not_mend: [pressureGap(figures, thresholds.unwillingPressure), { ...meetingGap(context), distance: 1 }],
    systemic_and_chronic: [
      pressureGap(figures, thresholds.partPressure),
      { ...systemicGap(figures, thresholds), distance: 1 },
      { ...chronicGap(figures, context), distance: 1 },
    ],
  };
  const keeping = reasons.find((reason) => RULE_OUTCOMES[reason.rule].stance === 'keep');
  const to = RULE_OUTCOMES[keeping?.rule ?? 'nothing_serious'];
  return reasons.flatMap(({ rule }) => {
    const distances = gapsByRule[rule];
    if (distances === undefined) return [];
    const { require, gaps, distance } = ranked(rule, 'any', distances);
    return [{ change: { direction: 'away' as const, rule, to, require, gaps }, distance }];
  });
}

/** Joins the gaps of one rule: what is closed already is left out, and the distance is the way that is left. */
function ranked(rule: RuleId, require: Change['require'], distances: readonly [Distance, ...Distance[]]) {
  const ways = distances.map(({ distance }) => distance);
  const distance = require === 'all' ? ways.reduce((sum, way) => sum + way, 0) : Math.min(...ways);
  const [first, ...others] = distances.filter((way) => require === 'any' || way.distance > 0).map(({ gap }) => gap);
  const gaps: readonly [Gap, ...Gap[]] = first === undefined ? [distances[0].gap] : [first, ...others];
  return { rule, require, gaps, distance };
}

// A bound already reached is no gap on the way towards a rule.
function pressureGapBelow(figures: Figures, bound: number): Distance {
  const way = pressureGap(figures, bound);
  return figures.pressure >= bound ? { ...way, distance: 0 } : way;
}

function hardStopNotConfirmed(figures: Figures, context: VerdictContext): Change {
  const [next] = matchingReasons({ ...figures, hardStops: [] }, context);
  return {
    direction: 'away',
    rule: 'hard_stop',
    to: affordableOutcome(RULE_OUTCOMES[next.rule], context),
    require: 'all',
    gaps: [{ on: 'hard_stop_not_confirmed' }],
  };
}

function enoughVoices(figures: Figures, { thresholds }: VerdictContext): Change {
  const { gap } = voicesGap(figures, thresholds);
  return { direction: 'away', rule: 'not_enough_voices', to: null, require: 'all', gaps: [gap] };
}

function partingAffordable(to: Outcome, { readiness, revenueShare, thresholds }: VerdictContext): Change {
  const { minReadiness, dependentRevenueShare } = thresholds;
  const ready: Gap = {
    on: 'readiness',
    readiness: readiness ?? 0,
    needed: minReadiness,
    by: minReadiness - (readiness ?? 0),
  };
  const share = revenueShare ?? 0;
  const dependent: Gap = {
    on: 'revenue_share',
    share,
    bound: dependentRevenueShare,
    by: share - dependentRevenueShare,
  };
  return { direction: 'away', rule: 'cannot_afford_to_part_yet', to, require: 'any', gaps: [ready, dependent] };
}
