import { currentEntries } from '../../domain/evidence/current-entries.ts';
import type { EvidenceEntry } from '../../domain/evidence/evidence.ts';
import {
  escapeMarkdown,
  type Markdown,
  markdownLink,
  markdownOf,
  quoteMarkdown,
} from '../../domain/export/markdown.ts';
import type { ClientExport } from '../../domain/export/plan-client-export.ts';
import { formatMoney } from '../../i18n/amounts.ts';
import { formatLongDay } from '../../i18n/long-day.ts';
import { heading, label, line, type ReportWords } from './report-parts.ts';

/** The evidence log, what happened last first: each entry word for word as it was logged, below it what it corrects. */
export function evidenceSection({ evidence }: Pick<ClientExport, 'evidence'>, words: ReportWords): Markdown[] {
  const { report } = words.t.clientExport;
  const entries = currentEntries(evidence);
  return [
    heading(2, report.evidence(entries.length)),
    ...(entries.length === 0 ? [line(report.noEvidence)] : []),
    ...entries.flatMap(({ entry, history }) => [
      ...entryParts(entry, words),
      ...history.flatMap((earlier) => [line(report.corrected), ...entryParts(earlier, words)]),
    ]),
  ];
}

function entryParts(entry: EvidenceEntry, { t, nameOf, dayOf }: ReportWords): Markdown[] {
  const { report } = t.clientExport;
  const { happenedOn, signal, amount, currency, loggedById, loggedAt, link, text } = entry;
  const facts = [
    ...(signal === null ? [] : [t.vocabulary.signal[signal]]),
    ...(amount === null ? [] : [formatMoney(t.forms.locale, amount, currency ?? '')]),
    report.loggedBy(nameOf(loggedById), dayOf(loggedAt)),
  ];
  const when = label(formatLongDay(t.forms.locale, happenedOn));
  return [
    markdownOf`${when} · ${escapeMarkdown(facts.join(' · '))}`,
    quoteMarkdown(text),
    ...(link === null ? [] : [markdownOf`${escapeMarkdown(report.link)} ${markdownLink(link)}`]),
  ];
}
