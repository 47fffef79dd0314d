import { escapeMarkdown, joinMarkdown, type Markdown, markdownOf } from '../../domain/export/markdown.ts';
import type { ClientExport } from '../../domain/export/plan-client-export.ts';
import { shownWeek } from '../../domain/export/shown-week.ts';
import type { HealthWeek } from '../../domain/pulse.ts';
import { mondayOf } from '../../domain/pulse-week.ts';
import { formatLongDay } from '../../i18n/long-day.ts';
import { formatNumber } from '../../i18n/plural.ts';
import { heading, line, type ReportWords } from './report-parts.ts';

/** The health of every week that has closed, as a table, the newest first. */
export function healthSection({ weeks }: Pick<ClientExport, 'weeks'>, words: ReportWords): Markdown[] {
  const { report } = words.t.clientExport;
  const title = heading(2, report.health);
  if (weeks.length === 0) return [title, line(report.noHealth)];
  const { week, health, trend, answered, named } = report.columns;
  const rows = [...weeks].reverse().map((one) => row(weekCells(one, words)));
  const rule = '| --- | --- | --- | --- | --- |' as Markdown;
  return [title, joinMarkdown([row([week, health, trend, answered, named]), rule, ...rows], '\n')];
}

function weekCells(week: HealthWeek, { t }: ReportWords): string[] {
  const { report } = t.clientExport;
  const { health, band, trend, asked, respondents } = week;
  const { signals, hardStops } = shownWeek(week);
  const stops = hardStops.map((id) => t.vocabulary.signal[id]);
  const named = signals?.map(({ id, respondents: by }) =>
    t.summary.why.signalVoices(t.vocabulary.signal[id], by, respondents),
  );
  const isWithheld = signals === null && week.signals.length > 0;
  return [
    formatLongDay(t.forms.locale, mondayOf(week.week)),
    health === null || band === null ? t.home.noData : `${t.home.health(health)}, ${t.home.band[band]}`,
    trend === null ? '' : formatNumber(t.forms.locale, trend),
    report.answered(respondents, asked),
    [...stops, ...(named ?? []), ...(isWithheld ? [report.fewAnswered] : [])].join('; '),
  ];
}

function row(cells: readonly string[]): Markdown {
  return markdownOf`| ${joinMarkdown(cells.map(escapeMarkdown), ' | ')} |`;
}
