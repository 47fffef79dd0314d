import type { Figures, HardStopFigures } from './figures.ts';
import { isMost, shareOf } from './share.ts';
import type { SignalId, WeightedSignalId } from './signals.ts';
import { SIGNALS } from './signals.ts';
import type { ChronicFacts, SystemicFacts } from './trouble.ts';
import { chronicFacts, isChronic, isSystemic, namedSignals, systemicFacts } from './trouble.ts';
import type { VerdictContext } from './verdict-context.ts';

/** What the rules recommend: a stance with a mode (method 5). */
export type Outcome =
  | { readonly stance: 'keep'; readonly mode: 'repair' | 'as_is' }
  | { readonly stance: 'part'; readonly mode: 'now' | 'planned' }
  | { readonly stance: 'none'; readonly mode: 'not_enough_voices' };

export type RepairCause =
  | { readonly cause: 'pressure'; readonly pressure: number; readonly threshold: number }
  | { readonly cause: 'shared_signal'; readonly signals: readonly { readonly id: SignalId; readonly voices: number }[] }
  | {
      readonly cause: 'heavy_signal';
      readonly signals: readonly { readonly id: WeightedSignalId; readonly voices: number }[];
    };

/** A rule that matched, with the figures that made it match. */
export type Reason =
  | { readonly rule: 'hard_stop'; readonly hardStops: readonly HardStopFigures[] }
  | {
      readonly rule: 'not_enough_voices';
      readonly voices: number;
      readonly invited: number;
      readonly minVoices: number;
      readonly minVoiceShare: number;
    }
  | { readonly rule: 'breaking_point'; readonly cannotName: number; readonly voices: number }
  | { readonly rule: 'client_will_not_mend'; readonly pressure: number; readonly threshold: number }
  | {
      readonly rule: 'systemic_and_chronic';
      readonly pressure: number;
      readonly threshold: number;
      readonly systemic: SystemicFacts;
      readonly chronic: ChronicFacts;
    }
  | { readonly rule: 'needs_repair'; readonly causes: readonly RepairCause[] }
  | { readonly rule: 'nothing_serious'; readonly pressure: number; readonly threshold: number };

export type RuleId = Reason['rule'];

/** The verdict of each rule, in the order in which the rules are tried. */
export const RULE_OUTCOMES: Readonly<Record<RuleId, Outcome>> = {
  hard_stop: { stance: 'part', mode: 'now' },
  not_enough_voices: { stance: 'none', mode: 'not_enough_voices' },
  breaking_point: { stance: 'part', mode: 'planned' },
  client_will_not_mend: { stance: 'part', mode: 'planned' },
  systemic_and_chronic: { stance: 'part', mode: 'planned' },
  needs_repair: { stance: 'keep', mode: 'repair' },
  nothing_serious: { stance: 'keep', mode: 'as_is' },
};

/**
 * Every rule of method 5 that matches, in its order: the first one decides. Never empty: where no other rule matches,
 * `nothing_serious` stands alone, and it is listed in no other case.
 */
export function matchingReasons(figures: Figures, context: VerdictContext): readonly [Reason, ...Reason[]] {
  const [first, ...others] = [
    hardStop(figures),
    notEnoughVoices(figures, context),
    breakingPoint(figures, context),
    clientWillNotMend(figures, context),
    systemicAndChronic(figures, context),
    needsRepair(figures, context),
  ].filter((reason) => reason !== null);
  if (first !== undefined) return [first, ...others];
  return [{ rule: 'nothing_serious', pressure: figures.pressure, threshold: context.thresholds.repairPressure }];
}

function hardStop({ hardStops }: Figures): Reason | null {
  return hardStops.length > 0 ? { rule: 'hard_stop', hardStops } : null;
}

function notEnoughVoices({ voices, invited }: Figures, { thresholds }: VerdictContext): Reason | null {
  const { minVoices, minVoiceShare } = thresholds;
  const isEnough = voices >= minVoices && shareOf(voices, invited) >= minVoiceShare;
  return isEnough ? null : { rule: 'not_enough_voices', voices, invited, minVoices, minVoiceShare };
}

// Silence is not "I cannot name one": the explicit answers must reach the bar that rule 2 sets for a verdict.
function breakingPoint({ positives, voices }: Figures, { thresholds }: VerdictContext): Reason | null {
  const { named, cannotName } = positives;
  const isEnough =
    cannotName > 0 &&
    cannotName >= Math.min(thresholds.minVoices, voices) &&
    shareOf(cannotName, voices) >= thresholds.minVoiceShare;
  return named === 0 && isEnough ? { rule: 'breaking_point', cannotName, voices } : null;
}

function clientWillNotMend({ pressure }: Figures, { clientMeeting, thresholds }: VerdictContext): Reason | null {
  const threshold = thresholds.unwillingPressure;
  if (clientMeeting?.willingToMend !== 'no' || pressure < threshold) return null;
  return { rule: 'client_will_not_mend', pressure, threshold };
}

function systemicAndChronic(figures: Figures, context: VerdictContext): Reason | null {
  const { pressure } = figures;
  const threshold = context.thresholds.partPressure;
  const systemic = systemicFacts(figures, context.thresholds);
  const chronic = chronicFacts(figures, context);
  if (pressure < threshold || !isSystemic(systemic) || !isChronic(chronic)) return null;
  return { rule: 'systemic_and_chronic', pressure, threshold, systemic, chronic };
}

function needsRepair(figures: Figures, { thresholds }: VerdictContext): Reason | null {
  const { pressure, signals, voices } = figures;
  const threshold = thresholds.repairPressure;
  const shared = namedSignals(figures).filter((signal) => isMost(signal.voices, voices));
  const heavy = signals
    .filter(
      ({ id, unbearableAndConstant }) => SIGNALS[id].weight >= thresholds.heavyWeight && unbearableAndConstant > 0,
    )
    .map(({ id, unbearableAndConstant }) => ({ id, voices: unbearableAndConstant }));
  const causes: RepairCause[] = [];
  if (pressure >= threshold) causes.push({ cause: 'pressure', pressure, threshold });
  if (shared.length > 0) causes.push({ cause: 'shared_signal', signals: shared });
  if (heavy.length > 0) causes.push({ cause: 'heavy_signal', signals: heavy });
  return causes.length > 0 ? { rule: 'needs_repair', causes } : null;
}
