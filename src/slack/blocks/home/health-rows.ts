import { join, type Mrkdwn, md, safe } from '../../../domain/escaping.ts';
import { changeInWeek } from '../../../domain/health-trend.ts';
import type { HealthWeek } from '../../../domain/pulse.ts';
import { isoWeekNumber } from '../../../domain/pulse-week.ts';
import type { Messages } from '../../../i18n/index.ts';
import { healthFigure, healthMark } from './health-words.ts';

const BARS = '▁▂▃▄▅▆▇█';

/** The health of a client week by week, newest first: a line of bars, oldest first, and a row of figures for each. */
export function healthRows(weeks: readonly HealthWeek[], t: Messages): Mrkdwn[] {
  const [newest] = weeks;
  if (!newest) return [t.home.page.noHealth];
  return [t.home.page.lastWeeks(weeks.length), md`${sparkline(weeks)}`, ...weeks.map((one) => weekRow(one, weeks, t))];
}

/** One bar for each week from the oldest to the newest; a dot where there is no figure. */
export function sparkline(weeks: readonly Pick<HealthWeek, 'week' | 'health'>[]): string {
  const numbers = weeks.map(({ week }) => week);
  const first = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, at) => {
    const health = weeks.find(({ week }) => week === first + at)?.health ?? null;
    return health === null ? '·' : (BARS[Math.min(BARS.length - 1, Math.floor((health / 100) * BARS.length))] ?? '·');
  }).join('');
}

function weekRow({ week, health, respondents, asked }: HealthWeek, weeks: readonly HealthWeek[], t: Messages): Mrkdwn {
  const { page } = t.home;
  const label = page.week(isoWeekNumber(week));
  if (health === null) return md`${healthMark(null)} ${label}: ${page.nobody(asked)}`;
  const figure = healthFigure({ health, change: changeInWeek(weeks, week) }, t);
  const words = [figure, page.responses({ respondents, asked })].map((one) => md`${one}`);
  return md`${healthMark(health)} ${label}: ${safe(join(words, ' · '))}`;
}
