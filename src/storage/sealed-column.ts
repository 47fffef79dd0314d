import type pg from 'pg';

/** A column of sealed values, and what each of them is sealed for. */
export type SealedSpec = {
  readonly table: string;
  /** Null where there is nothing sealed. */
  readonly column: string;
  /** The columns that make up the table's key. */
  readonly key: readonly string[];
  /** The context of one value's seal, from its row's key as text. */
  readonly contextOf: (key: Readonly<Record<string, string>>) => string;
};

export type SealedRow = { readonly key: readonly string[]; readonly context: string; readonly sealed: Uint8Array };
export type SealedColumn = ReturnType<typeof createSealedColumn>;

/** Reads and replaces the values of one sealed column, of all workspaces: for the change of the encryption key and nothing else. */
export function createSealedColumn(pool: pg.Pool, { table, column, key, contextOf }: SealedSpec) {
  const names = key.map((name) => `"${name}"::text`).join(', ');
  const params = (from: number) => key.map((_, i) => `$${i + from}`).join(', ');
  return {
    name: `${table}.${column}`,

    /** The next values in the order of their keys as text, after the key given, at most `limit`. */
    async list(after: readonly string[] | null, limit: number): Promise<SealedRow[]> {
      const { rows } = await pool.query<Record<string, string> & { sealed: Uint8Array }>(
        `SELECT ${key.map((name) => `"${name}"::text AS "${name}"`).join(', ')}, "${column}" AS sealed FROM "${table}"
         WHERE "${column}" IS NOT NULL ${after === null ? '' : `AND (${names}) > (${params(2)})`}
         ORDER BY ${key.map((_, i) => i + 1).join(', ')} LIMIT $1`,
        [limit, ...(after ?? [])],
      );
      return rows.map((row) => ({
        key: key.map((name) => row[name] ?? ''),
        context: contextOf(row),
        sealed: row.sealed,
      }));
    },

    /** Puts a new seal in place of the one that was read; false when something else stands there by now, or nothing. */
    async replace({ key: of, sealed }: SealedRow, by: Uint8Array): Promise<boolean> {
      const { rowCount } = await pool.query(
        `UPDATE "${table}" SET "${column}" = $1 WHERE "${column}" = $2 AND (${names}) = (${params(3)})`,
        [Buffer.from(by), Buffer.from(sealed), ...of],
      );
      return (rowCount ?? 0) > 0;
    },
  };
}
