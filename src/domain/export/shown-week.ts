import { namedInPulse } from '../named-in-pulse.ts';
import type { HealthWeek } from '../pulse.ts';
import { MIN_RESPONDENTS_FOR_COMMENTS } from '../pulse.ts';

/** The trouble that was named in a week, as managers know of it. `signals` is null where so few answered that it would name them. */
export type ShownWeek = {
  readonly signals: HealthWeek['signals'] | null;
  /** Without how many named them: nobody is to look for who it was. */
  readonly hardStops: readonly HealthWeek['hardStops'][number]['id'][];
};

/** What an export tells of the trouble named in a week that has closed, by the rule of alerts and digests (method 7). */
export function shownWeek(week: HealthWeek): ShownWeek {
  const { hardStops, signals } = namedInPulse(week, []);
  return { hardStops, signals: week.respondents < MIN_RESPONDENTS_FOR_COMMENTS ? null : signals };
}
