import type pg from 'pg';
import { quoteName } from './table-digest.ts';

type Client = Pick<pg.Client, 'query'>;
type Column = { readonly name: string; readonly type: string };

const BATCH = 500;

/**
 * Copies every row of a table between two databases of one schema; both sessions are inside a transaction. Each value travels as the text that
 * PostgreSQL itself writes for it, so that none is changed on its way. Rows go in the order of their key: where they lay says nothing
 * in the copy.
 */
export async function copyRows(from: Client, to: Client, table: string): Promise<void> {
  const columns = await readColumns(from, table);
  const key = await readKey(from, table);
  const values = columns.map(({ name }) => `${quoteName(name)}::text`).join(', ');
  const order = key.map((name) => quoteName(name)).join(', ');
  await from.query(
    `DECLARE copied_rows NO SCROLL CURSOR FOR SELECT ${values} FROM ${quoteName(table)} ORDER BY ${order}`,
  );
  const insert = insertOf(table, columns);
  for (;;) {
    const { rows } = await from.query<(string | null)[]>({ text: `FETCH ${BATCH} FROM copied_rows`, rowMode: 'array' });
    if (rows.length === 0) break;
    await to.query(
      insert,
      columns.map((_, i) => rows.map((row) => row[i] ?? null)),
    );
  }
  await from.query('CLOSE copied_rows');
}

/** One array of texts for each column. */
function insertOf(table: string, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => quoteName(name)).join(', ');
  const values = columns.map(({ type }, i) => `v${i}::${type}`).join(', ');
  const arrays = columns.map((_, i) => `$${i + 1}::text[]`).join(', ');
  const aliases = columns.map((_, i) => `v${i}`).join(', ');
  return `INSERT INTO ${quoteName(table)} (${names}) SELECT ${values} FROM unnest(${arrays}) AS given(${aliases})`;
}

async function readColumns(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [quoteName(table)],
  );
  return rows;
}

async function readKey(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
     JOIN pg_attribute a ON a.attnum = k.attnum
     WHERE i.indrelid = $1::regclass AND i.indisprimary AND a.attrelid = i.indrelid ORDER BY k.place`,
    [quoteName(table)],
  );
  return rows.map(({ name }) => name);
}

/** The tables in an order in which no row comes before one that it points at. Throws when they point at each other in a circle. */
export async function orderByReferences(client: Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; target: string }>(
    `SELECT DISTINCT t.relname AS table, r.relname AS target FROM pg_constraint c
     JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid
     WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`,
  );
  const ordered: string[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const isFree = (table: string) => !rows.some((one) => one.table === table && left.includes(one.target));
    const free = left.filter(isFree);
    if (free.length === 0) throw new Error(`These tables point at each other in a circle: ${left.join(', ')}.`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}
