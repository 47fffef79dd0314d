import type pg from 'pg';

/** What a table holds, to compare with a copy of it: equal digests mean equal rows, whatever the order in which they lie. */
export type TableDigest = { readonly table: string; readonly rows: number; readonly checksum: string };

type Client = Pick<pg.Client, 'query'>;

/** So that one value is written alike by every server: the digests are made of the rows as text. */
const ONE_WAY_OF_WRITING = `SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
  SET bytea_output = 'hex'; SET extra_float_digits = 1`;

/** Makes this session write and read values as text in the same way on every server. */
export async function fixTextForm(client: Client): Promise<void> {
  await client.query(ONE_WAY_OF_WRITING);
}

/** The app's own tables by name; those of the job queue and of the migrations are not among them. */
export async function listAppTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** The digest of each table, in the order given. The session must have its text form fixed. */
export async function digestTables(client: Client, tables: readonly string[]): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const table of tables) {
    // 60 bits of each row's digest: their sum has the same value in every order and counts equal rows as often as they are there.
    const { rows } = await client.query<{ rows: string; checksum: string }>(
      `SELECT count(*) AS rows, coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text AS checksum
       FROM ${quoteName(table)} t`,
    );
    digests.push({ table, rows: Number(rows[0]?.rows), checksum: rows[0]?.checksum ?? '' });
  }
  return digests;
}

/** A name as SQL wants it: with quotes, as ours have capitals. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
