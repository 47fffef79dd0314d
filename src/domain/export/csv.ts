/** Makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * What a spreadsheet would run instead of showing: a formula (also in wide letters, and behind white space), or a line break at the
 * start. A leading apostrophe too, so that the guard before a cell can be told from what somebody wrote.
 */
const DANGEROUS = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/u;

/**
 * A text as a cell that no spreadsheet takes for a formula: where it could be one, an apostrophe stands before it. Whoever reads the
 * file with a program takes one leading apostrophe off and has the text as it was.
 */
export function guardCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Rows as CSV (RFC 4180: commas, every cell in quotation marks, CRLF), every cell guarded, with a byte order mark. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${guardCell(text).replaceAll('"', '""')}"`;
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
