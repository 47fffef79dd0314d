import type { TableDump } from './table-dump.ts';

/** All rows as plain text, without the order in which they lie and what is random in them: two plays of one review leave the same. */
export function traceIn(dump: TableDump): string[] {
  const rows = Object.entries(dump).flatMap(([table, all]) => all.map((row) => `${table} ${asText(row)}`));
  return rows.sort();
}

/** Plain text of a value: lists and lines in alphabetical order, and ids, times and digests by their kind only. */
export function asText(value: unknown): string {
  if (typeof value === 'string' && value.includes('\n')) return asText(value.split('\n'));
  if (Array.isArray(value)) return `[${value.map(asText).sort().join()}]`;
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    const entries = Object.entries(value);
    // Reasons by their place among words whose order is random.
    if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) return asText(Object.values(value));
    return `{${entries
      .map(([key, one]) => `${key}: ${asText(one)}`)
      .sort()
      .join()}}`;
  }
  return (JSON.stringify(value) ?? 'undefined')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'time')
    .replaceAll(/"[\w-]{43}"/g, 'digest');
}
