import { csvText } from '../../domain/export/csv.ts';
import { evidenceRows } from '../../domain/export/evidence-rows.ts';
import { exportJson } from '../../domain/export/export-json.ts';
import { fileNameOf } from '../../domain/export/file-name.ts';
import type { ClientExport } from '../../domain/export/plan-client-export.ts';
import type { Messages } from '../../i18n/index.ts';
import type { TextFile } from '../send-files.ts';
import { renderReport } from './report.ts';

/** A client's record as files: the report to read, the evidence as a table, all of it as data. */
export function exportFiles(record: ClientExport, t: Messages): TextFile[] {
  const { title } = t.clientExport;
  const name = fileNameOf(record.client.name);
  const called = (what: string) => `${record.client.name}: ${what}`;
  return [
    { fileName: `${name}.md`, title: called(title.report), text: renderReport(record, t) },
    { fileName: `${name}-evidence.csv`, title: called(title.evidence), text: csvText(evidenceRows(record)) },
    { fileName: `${name}.json`, title: called(title.data), text: exportJson(record) },
  ];
}
