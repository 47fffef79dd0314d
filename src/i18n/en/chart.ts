import type { HealthBand } from '../../domain/health.ts';
import { formatNumber, plural } from '../plural.ts';

const points = (value: number) => formatNumber('en', Math.round(value));
const band: Record<HealthBand, string> = { healthy: 'Healthy', watch: 'Watch', critical: 'Critical' };
const bandInWords: Record<HealthBand, string> = { healthy: 'healthy', watch: 'watch', critical: 'critical' };

export const chart = {
  /** Words in the picture: short, it is read on a phone. */
  title: 'Client health by week, 0 to 100',
  band,
  week: 'Week',
  /** After the name of a client whose last score is older than the chart's last week. */
  asOfWeek: (week: number) => `(week ${week})`,
  noDataYet: 'No data yet',
  noDataHint: 'The first point comes with the first weekly pulse.',
  /** For a name that the chart's font cannot draw, such as one of emoji only. */
  unnamed: (place: number) => `Client ${place}`,
  /** The same facts in words, for those who do not see the picture. */
  alt: {
    intro: (first: number, last: number) =>
      first === last
        ? `Client health in week ${first}, from 0 to 100.`
        : `Client health from week ${first} to week ${last}, from 0 to 100.`,
    empty: 'Chart of client health: no data yet.',
    score: (score: number, of: HealthBand) => `${points(score)} (${bandInWords[of]})`,
    noScore: (name: string) => `${name}: no score.`,
    onlyScore: (name: string, score: string, week: number) => `${name}: ${score} in week ${week}, the only score.`,
    line: (name: string, first: string, firstWeek: number, last: string, lastWeek: number) =>
      `${name}: ${first} in week ${firstWeek}, ${last} in week ${lastWeek}`,
    lowest: (score: number, week: number) => `lowest ${points(score)} in week ${week}`,
    weeksWithout: (count: number) => `no score in ${plural('en', count, { one: 'week', other: 'weeks' })}`,
  },
};
