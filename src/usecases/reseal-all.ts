import type { Logger } from '../ops/logging.ts';
import type { Vault } from '../privacy/vault.ts';
import type { SealedColumn, SealedRow } from '../storage/sealed-column.ts';

export type Resealed = {
  /** Sealed with a previous key until now. */
  readonly resealed: number;
  /** Sealed with the current key already, or replaced by somebody else meanwhile. */
  readonly kept: number;
  /** Opened by none of the keys. */
  readonly unreadable: number;
};

/**
 * Seals everything anew that a previous key has sealed, so that the previous key opens nothing any more. Safe to run again, next to
 * other replicas and while reviews close: each value is replaced only where it still stands. What no key opens is left as it is,
 * counted, and said once with what to do.
 */
export async function resealAll({
  columns,
  vault,
  logger,
  batch = 200,
}: {
  columns: readonly SealedColumn[];
  vault: Vault;
  logger: Pick<Logger, 'info' | 'error'>;
  batch?: number;
}): Promise<Resealed> {
  const total = { resealed: 0, kept: 0, unreadable: 0 };
  for (const column of columns) {
    const counts = { resealed: 0, kept: 0, unreadable: 0 };
    for (let rows = await column.list(null, batch); rows.length > 0; ) {
      for (const row of rows) counts[await resealOne({ column, vault, row })] += 1;
      rows = rows.length < batch ? [] : await column.list(rows.at(-1)?.key ?? null, batch);
    }
    if (counts.resealed > 0) logger.info({ column: column.name, ...counts }, 'sealed anew with the current key');
    if (counts.unreadable > 0)
      logger.error(
        { column: column.name, ...counts },
        'some sealed values are opened by none of the keys: put the key they were sealed with into ENCRYPTION_KEY_PREVIOUS and start again',
      );
    for (const outcome of ['resealed', 'kept', 'unreadable'] as const) total[outcome] += counts[outcome];
  }
  return total;
}

/**
 * Throws, with what to do, when there are sealed values and the keys open none of them: an app that went on would seal with a key that is
 * not the one of this database, and find out with the first answer. Some that cannot be opened next to others that can are no reason
 * to stop: the rest works.
 */
export function requireRightKey({ resealed, kept, unreadable }: Resealed): void {
  if (unreadable === 0 || resealed + kept > 0) return;
  throw new Error(
    `ENCRYPTION_KEY opens nothing of what is sealed in this database (${unreadable} sealed values): it was another key before. Start with that key, or put it into ENCRYPTION_KEY_PREVIOUS. If it is lost, docs/encryption-key.md says what to do.`,
  );
}

async function resealOne({
  column,
  vault,
  row,
}: {
  column: SealedColumn;
  vault: Vault;
  row: SealedRow;
}): Promise<keyof Resealed> {
  const found = vault.sealAnew(row.sealed, row.context);
  if (found.kind !== 'sealed_anew') return found.kind === 'current' ? 'kept' : 'unreadable';
  return (await column.replace(row, found.sealed)) ? 'resealed' : 'kept';
}
