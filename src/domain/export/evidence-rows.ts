import type { ClientExport } from './plan-client-export.ts';

/** The columns of the evidence table, in their order; what they mean is in docs/export.md. */
export const EVIDENCE_COLUMNS = [
  'id',
  'happened_on',
  'signal',
  'text',
  'amount',
  'currency',
  'link',
  'logged_by',
  'logged_by_id',
  'logged_at',
  'corrects_id',
  'corrected_by_id',
] as const;
export type EvidenceColumn = (typeof EVIDENCE_COLUMNS)[number];

/** The evidence log as a table: the names of the columns, then every entry as it was logged, corrected ones too. Empty: nothing. */
export function evidenceRows({ evidence, names }: Pick<ClientExport, 'evidence' | 'names'>): string[][] {
  const correctedBy = new Map(
    evidence.flatMap(({ id, correctsId }) => (correctsId === null ? [] : [[correctsId, id]])),
  );
  const rows = evidence.map(
    (entry): Record<EvidenceColumn, string | null> => ({
      id: entry.id,
      happened_on: entry.happenedOn,
      signal: entry.signal,
      text: entry.text,
      amount: entry.amount === null ? null : String(entry.amount),
      currency: entry.currency,
      link: entry.link,
      logged_by: names.get(entry.loggedById) ?? entry.loggedById,
      logged_by_id: entry.loggedById,
      logged_at: entry.loggedAt.toISOString(),
      corrects_id: entry.correctsId,
      corrected_by_id: correctedBy.get(entry.id) ?? null,
    }),
  );
  return [[...EVIDENCE_COLUMNS], ...rows.map((row) => EVIDENCE_COLUMNS.map((column) => row[column] ?? ''))];
}
