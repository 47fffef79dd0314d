import type { CopyRefusal } from '../../src/storage/copy-database.ts';
import type { TableDigest } from '../../src/storage/table-digest.ts';

/** How many names a sentence takes. */
const SHOWN = 5;

/** Why nothing was copied, and what to do. */
export function describeRefusal({ reason, details }: CopyRefusal): string {
  const [some, others] = [details.slice(0, SHOWN), details.slice(SHOWN)];
  const names = others.length > 0 ? `${some.join(', ')} and ${others.length} more` : some.join(', ');
  switch (reason) {
    case 'source_empty':
      return 'The database to copy holds nothing of Parley. Look whether DATA_DIR, or --from, names the right one.';
    case 'source_in_use':
      return `Another program uses the database to copy (${names}). Stop Parley and close other connections, then try again.`;
    case 'source_older':
      return `The database to copy is of an older version (it lacks ${names}). Start Parley once with this version, stop it, then try again.`;
    case 'source_newer':
      return `The database to copy is of a newer version (it has ${names}). Copy it with that version.`;
    case 'target_not_empty':
      return `The target holds data of Parley already (${names}). Give the address of an empty database.`;
    case 'target_not_ours':
      return `The target holds tables that are not Parley’s (${names}). Give Parley a database of its own.`;
    case 'copy_differs':
      return `The copy of ${names} was not the same as the original, so that it was undone. Please report this.`;
  }
}

/** What to do about an error of a connection; else the error's own words. */
export function describeOutage(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ENOENT':
      return `No PostgreSQL answers there (${message}). Look at the address, and whether the server runs.`;
    case '28P01':
    case '28000':
      return `The server does not take that user and password (${message}).`;
    case '3D000':
      return `${message}: make it first, with createdb or CREATE DATABASE.`;
    case '42501':
      return `That user may not make tables there (${message}). Give it the database: ALTER DATABASE … OWNER TO ….`;
    case '55P03':
      return 'Another program has locked the tables. Stop what uses either database, then try again.';
    default:
      return message || String(code ?? error);
  }
}

/** A line for each table: its name and how many rows were copied. */
export function renderTables(tables: readonly TableDigest[]): string {
  const width = Math.max(...tables.map(({ table }) => table.length));
  const lines = tables.map(({ table, rows }) => `  ${table.padEnd(width)}  ${String(rows).padStart(9)}  same`);
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  return ['', ...lines, `  ${'in all'.padEnd(width)}  ${String(all).padStart(9)}`, ''].join('\n');
}
