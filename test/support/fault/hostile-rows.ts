import type pg from 'pg';
import { dumpTables, type TableDump } from '../table-dump.ts';

/** In every text of the rows that are to be guarded: it must be in no reply. */
export const GUARDED = 'zqguarded';

/** Columns that hold what people wrote, by table. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  Statement: ['text'],
  Evidence: ['text'],
  PlanItem: ['text'],
  ClientMeeting: ['prepSheet', 'place'],
  Notice: ['text'],
  PulseAnswer: ['comment'],
  ReadinessAnswer: ['comment'],
  Decision: ['rationale'],
};

/** Puts the mark into every text of a workspace, and lets the clock find nothing to do there. */
export async function markRows(pool: pg.Pool, workspaceId: string): Promise<void> {
  for (const [table, columns] of Object.entries(TEXTS))
    for (const column of columns)
      await pool.query(`UPDATE "${table}" SET "${column}" = $1 WHERE "workspaceId" = $2`, [GUARDED, workspaceId]);
  await pool.query(
    `UPDATE "Answer" SET content = replace(content::text, 'They pay late', $1)::jsonb WHERE "workspaceId" = $2`,
    [GUARDED, workspaceId],
  );
  const still = [
    `UPDATE "Review" SET "pausedReason" = 'external', "pausedAt" = "startedAt" WHERE "workspaceId" = $1 AND "channelId" = 'C1'`,
    `UPDATE "HealthAlert" SET "toldAt" = at WHERE "workspaceId" = $1`,
    `DELETE FROM "PulseInvite" WHERE "workspaceId" = $1`,
  ];
  for (const sql of still) await pool.query(sql, [workspaceId]);
}

/** The rows that name one of these ids, by table, without their order; cards left out, which a start shows anew. */
export async function rowsNaming(pool: pg.Pool, ids: readonly string[]): Promise<Record<string, string[]>> {
  const dump: TableDump = await dumpTables(pool);
  return Object.fromEntries(
    Object.entries(dump).map(([table, rows]) => [
      table,
      rows
        .map((row) => JSON.stringify(row))
        .filter((row) => ids.some((id) => row.includes(id)) && !/"purpose":"card:/.test(row))
        .sort(),
    ]),
  );
}
