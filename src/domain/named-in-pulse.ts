import type { NamedSignal } from './health.ts';
import type { Alert } from './health-alert.ts';
import type { HealthWeek } from './pulse.ts';
import { MIN_RESPONDENTS_FOR_COMMENTS } from './pulse.ts';
import { HARD_STOP_IDS, type HardStopId, type WeightedSignalId } from './signals.ts';

/** What managers may know of the trouble that was named about a client in one week. */
export type NamedInPulse = {
  /** Without how many named them: one person is enough, and nobody is to look for who it was. */
  readonly hardStops: readonly HardStopId[];
  /** Most named first. */
  readonly signals: readonly NamedSignal<WeightedSignalId>[];
  /** Other trouble was named, by so few that it stays unsaid. */
  readonly isWithheld: boolean;
};

/**
 * What is said of the trouble that was named in a week. Other signals than hard stops only once the week has closed, so that nobody
 * can watch them arrive, and only from three respondents on: with fewer they would point at their author (method 7). A hard stop that
 * was told stays, also when its author takes it back.
 */
export function namedInPulse(
  week: Pick<HealthWeek, 'respondents' | 'signals' | 'hardStops'> | null,
  alerts: readonly Alert[],
): NamedInPulse {
  const told = alerts.flatMap((alert) => (alert.condition === 'hard_stop' ? alert.hardStops : []));
  const stops = new Set([...told, ...(week?.hardStops ?? [])].map(({ id }) => id));
  const isFew = (week?.respondents ?? 0) < MIN_RESPONDENTS_FOR_COMMENTS;
  const signals = week?.signals ?? [];
  return {
    hardStops: HARD_STOP_IDS.filter((id) => stops.has(id)),
    signals: isFew ? [] : signals,
    isWithheld: isFew && signals.length > 0,
  };
}
