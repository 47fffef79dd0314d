import type { Figures } from './figures.ts';
import { shareOf } from './share.ts';
import type { SignalId } from './signals.ts';
import type { Thresholds } from './thresholds.ts';
import type { ChronicFacts, SystemicFacts } from './trouble.ts';
import { chronicFacts, isChronic, isSystemic, namedSignals, systemicFacts } from './trouble.ts';
import type { VerdictContext, WillingToMend } from './verdict-context.ts';

/** One condition and how far it is from changing. Shares are 0..1; `by` is never negative. */
export type Gap =
  /** More voices needed; `by` people. */
  | { readonly on: 'voices'; readonly voices: number; readonly needed: number; readonly by: number }
  /** Has to reach `bound` (towards a rule) or to fall under it (away from one); `by` points. */
  | { readonly on: 'pressure'; readonly pressure: number; readonly bound: number; readonly by: number }
  | { readonly on: 'systemic'; readonly facts: SystemicFacts }
  | { readonly on: 'chronic'; readonly facts: ChronicFacts }
  /**
   * Towards a breaking point none may be named (0 named already: too few said that they cannot); away from it one named
   * is enough.
   */
  | { readonly on: 'positives'; readonly named: number; readonly cannotName: number; readonly voices: number }
  /** Null: not held yet. */
  | { readonly on: 'client_meeting'; readonly willingToMend: WillingToMend | null }
  /** The signal most widely named, null where none was; `by` voices until most name it. */
  | {
      readonly on: 'shared_signal';
      readonly id: SignalId | null;
      readonly voices: number;
      readonly needed: number;
      readonly by: number;
    }
  | { readonly on: 'hard_stop_not_confirmed' }
  /** Readiness has to rise to `needed`; `by` points. */
  | { readonly on: 'readiness'; readonly readiness: number; readonly needed: number; readonly by: number }
  /** The client's share of revenue has to fall under `bound`; `by` as a share. */
  | { readonly on: 'revenue_share'; readonly share: number; readonly bound: number; readonly by: number };

/** A gap and how much of its way is left, 0..1, so that gaps of different units can be ranked. */
export type Distance = { readonly gap: Gap; readonly distance: number };

/** Distance in pressure from a bound, to one decimal; it does not matter from which side. */
export function pressureGap({ pressure }: Figures, bound: number): Distance {
  const by = Math.round(Math.abs(bound - pressure) * 10) / 10;
  return { gap: { on: 'pressure', pressure, bound, by }, distance: Math.min(1, shareOf(by, bound)) };
}

/** Voices missing until rule 2 no longer stands in the way. */
export function voicesGap({ voices, invited }: Figures, { minVoices, minVoiceShare }: Thresholds): Distance {
  const needed = Math.max(minVoices, Math.ceil(invited * minVoiceShare));
  const by = Math.max(0, needed - voices);
  return { gap: { on: 'voices', voices, needed, by }, distance: shareOf(by, needed) };
}

/** Voices missing until the most widely named signal is named by most. */
export function sharedSignalGap(figures: Figures): Distance {
  const [top] = [...namedSignals(figures)].sort((a, b) => b.voices - a.voices);
  const voices = top?.voices ?? 0;
  const needed = Math.floor(figures.voices / 2) + 1;
  const by = Math.max(0, needed - voices);
  return { gap: { on: 'shared_signal', id: top?.id ?? null, voices, needed, by }, distance: shareOf(by, needed) };
}

/** The positives named: the fewer of the voices named one, the nearer the breaking point. */
export function positivesGap({ positives, voices }: Figures): Distance {
  const { named, cannotName } = positives;
  const distance = 1 - Math.min(1, shareOf(cannotName, voices));
  return { gap: { on: 'positives', named, cannotName, voices }, distance };
}

/** The client's will to mend: half way when it mends partly, all of the way when it mends or was not asked. */
export function meetingGap({ clientMeeting }: VerdictContext): Distance {
  const willingToMend = clientMeeting?.willingToMend ?? null;
  const distance = { no: 0, partly: 0.5, yes: 1 };
  return { gap: { on: 'client_meeting', willingToMend }, distance: willingToMend ? distance[willingToMend] : 1 };
}

/** What keeps trouble from being systemic, by the nearer of its two ways; distance 0 where it is. */
export function systemicGap(figures: Figures, thresholds: Thresholds): Distance {
  const facts = systemicFacts(figures, thresholds);
  const bySignals = missing(facts.signals.length, facts.neededSignals);
  const byEveryone = missing(facts.everyone, Math.floor(facts.complaints / 2) + 1);
  return { gap: { on: 'systemic', facts }, distance: isSystemic(facts) ? 0 : Math.min(bySignals, byEveryone) };
}

/** What keeps trouble from being chronic, by the nearest of its three ways; distance 0 where it is. */
export function chronicGap(figures: Figures, context: VerdictContext): Distance {
  const facts = chronicFacts(figures, context);
  const byFrequency = missing(facts.constantly, Math.floor(facts.complaints / 2) + 1);
  const byPrevious = missing(facts.previousPressure ?? 0, facts.neededPressure);
  const byPulses = missing(facts.lowPulses, facts.neededLowPulses);
  const distance = isChronic(facts) ? 0 : Math.min(byFrequency, byPrevious, byPulses);
  return { gap: { on: 'chronic', facts }, distance };
}

function missing(has: number, needed: number): number {
  return Math.max(0, shareOf(needed - has, needed));
}
