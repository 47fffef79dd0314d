import { CsvError, parse } from 'csv-parse/sync';
import { type Column, columnOf } from '../../domain/client-row.ts';

export type TableLine = {
  /** Of the pasted text, from 1. */
  readonly line: number;
  /** The line as it was pasted. */
  readonly raw: string;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** More cells than columns, all of the further ones not empty. */
  readonly hasTooMany: boolean;
};

export type ClientTable =
  | { readonly ok: true; readonly heading: string; readonly lines: readonly TableLine[] }
  | { readonly ok: false; readonly reason: 'empty' | 'no_rows' | 'no_name' | 'quote_open' }
  | { readonly ok: false; readonly reason: 'wrong_column' | 'column_twice'; readonly column: string };

const DELIMITERS = ['\t', ';', ','] as const;

type CsvRecord = { readonly record: string[]; readonly raw: string; readonly info: { readonly lines: number } };

/**
 * Reads pasted lines as a table: cells by commas, semicolons or tabs, quoted as in RFC 4180; the first line names the columns, in any
 * order, and may be repeated further down. Empty lines are left out. A heading that is not known refuses the whole: what it holds
 * would be lost silently.
 */
export function parseClientTable(text: string): ClientTable {
  const records = readRecords(text);
  if (records === null) return { ok: false, reason: 'quote_open' };
  const [head, ...rest] = records;
  if (!head) return { ok: false, reason: 'empty' };
  const headings = head.record.map((cell) => cell.trim());
  while (headings.at(-1) === '') headings.pop();
  const columns = headings.map(columnOf);
  if (!columns.includes('name')) return { ok: false, reason: 'no_name' };
  const wrong = headings.find((_, at) => columns[at] === null);
  if (wrong !== undefined) return { ok: false, reason: 'wrong_column', column: wrong };
  const twice = headings.find((_, at) => columns.indexOf(columns[at] ?? null) !== at);
  if (twice !== undefined) return { ok: false, reason: 'column_twice', column: twice };
  const lines = rest.filter(({ raw }) => raw !== head.raw).map((one) => toLine(one, columns as Column[]));
  if (lines.length === 0) return { ok: false, reason: records.length === 1 ? 'no_rows' : 'empty' };
  return { ok: true, heading: head.raw, lines };
}

function toLine({ record, raw, info }: CsvRecord, columns: readonly Column[]): TableLine {
  return {
    line: info.lines - (raw.match(/\n/g)?.length ?? 0),
    raw,
    cells: Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ''])),
    hasTooMany: record.slice(columns.length).some((cell) => cell.trim() !== ''),
  };
}

/** Null where a quotation mark never closes. */
function readRecords(text: string): CsvRecord[] | null {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  try {
    const records = parse(lines, {
      ...{ delimiter: delimiterOf(lines), relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
      ...{ record_delimiter: '\n', raw: true, info: true },
    }) as unknown as CsvRecord[];
    return records
      .map((one) => ({ ...one, raw: one.raw.replace(/\n+$/, '').replace(/^\n+/, '') }))
      .filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** The one that makes most of the first line's cells names of columns. */
function delimiterOf(text: string): string {
  const [head = ''] = text.trimStart().split('\n', 1);
  const known = (delimiter: string) =>
    head.split(delimiter).filter((cell) => columnOf(cell.replaceAll('"', ''))).length;
  return [...DELIMITERS].sort((a, b) => known(b) - known(a))[0] ?? ',';
}
