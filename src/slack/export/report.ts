import { dayOf } from '../../domain/calendar.ts';
import { joinMarkdown, type Markdown } from '../../domain/export/markdown.ts';
import type { ClientExport } from '../../domain/export/plan-client-export.ts';
import { intakeRisks } from '../../domain/intake.ts';
import { formatMoney } from '../../i18n/amounts.ts';
import type { Messages } from '../../i18n/index.ts';
import { capitalised } from '../blocks/building-blocks.ts';
import { evidenceSection } from './report-evidence.ts';
import { healthSection } from './report-health.ts';
import { partingSections } from './report-parting.ts';
import { heading, line, list, type ReportWords, reportWords } from './report-parts.ts';
import { reviewSections } from './report-review.ts';

/**
 * Everything on record about a client as a report in Markdown, in the words of its reader's language: what is set up, reviews with
 * what came of them (newest first), parting, evidence, health by week. What people wrote is quoted and can be nothing but text.
 */
export function renderReport(record: ClientExport, t: Messages): string {
  const { report } = t.clientExport;
  const words = reportWords(record, t);
  const parts: Markdown[] = [
    heading(1, record.client.name),
    line(report.asOf(dayOf(record.exportedAt, record.timeZone), record.timeZone)),
    ...list(profileLines(record, words)),
    ...intakeSection(record, t),
    heading(2, report.reviews(record.reviews.length)),
    ...(record.reviews.length === 0 ? [line(report.noReviews)] : []),
    ...record.reviews.flatMap((review) => reviewSections(review, words)),
    ...record.partings.flatMap((parting) => partingSections(parting, words)),
    ...evidenceSection(record, words),
    ...healthSection(record, words),
  ];
  return `${joinMarkdown(parts, '\n\n')}\n`;
}

function profileLines({ client, usualCurrency }: ClientExport, { t, nameOf }: ReportWords): string[] {
  const { report } = t.clientExport;
  const { monthlyRevenue, revenueShare, contractEnd, noticeDays, language, managerIds, team } = client;
  const people = team.map(({ userId, role }) => `${nameOf(userId)} (${t.vocabulary.role[role]})`);
  const revenue = formatMoney(t.forms.locale, monthlyRevenue ?? 0, client.currency ?? usualCurrency);
  return [
    report.status(t.vocabulary.status[client.status]),
    ...(client.isArchived ? [report.archived] : []),
    ...(monthlyRevenue === null ? [] : [report.revenue(revenue)]),
    ...(revenueShare === null ? [] : [report.revenueShare(revenueShare)]),
    ...(contractEnd === null ? [] : [report.contract(contractEnd)]),
    ...(noticeDays === null ? [] : [report.notice(noticeDays)]),
    ...(language === null ? [] : [report.language(t.forms.languageName[language])]),
    managerIds.length === 0 ? report.usualManagers : report.managers(managerIds.map(nameOf).join(', ')),
    people.length === 0 ? report.noTeam : report.team(people.join(', ')),
  ];
}

function intakeSection({ intake }: ClientExport, t: Messages): Markdown[] {
  const { report } = t.clientExport;
  const risks = intakeRisks(intake);
  const title = heading(2, report.intake);
  if (risks.kind === 'not_filled') return [title, line(report.notFilled)];
  if (risks.missing.length === 0) return [title, line(report.noRisks)];
  return [title, line(report.risks), ...list(risks.missing.map((question) => capitalised(t.intake.risk[question])))];
}
