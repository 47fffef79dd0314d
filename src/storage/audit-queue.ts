import type { AuditEntry } from '../domain/audit.ts';
import { createGathered } from './gathered.ts';
import type { RunStatement, Statement } from './statement.ts';

const ADD: Statement = {
  name: 'add-audit-entries',
  text: `INSERT INTO "AuditEntry" ("workspaceId", id, "actorId", action, subject, details, at)
    SELECT "workspaceId", gen_random_uuid(), "actorId", action, subject, details, at
    FROM jsonb_to_recordset($1::jsonb)
      AS entry("workspaceId" text, "actorId" text, action text, subject text, details jsonb, at timestamptz)`,
};

/** Adds an entry in a transaction of its own; resolves once it is committed. */
export type AddAuditEntry = (workspaceId: string, entry: AuditEntry) => Promise<void>;

/**
 * Entries that come while others are being written share the next statement: many answers at once cost one commit more, not one each,
 * and no transaction stands for one of them.
 */
export function createAuditQueue(run: RunStatement): AddAuditEntry {
  const add = createGathered<AuditEntry & { readonly workspaceId: string }, void>({
    async work(rows) {
      await run(ADD, [JSON.stringify(rows)]);
      return [];
    },
    atOnce: 1,
  });
  return (workspaceId, entry) => add({ workspaceId, ...entry });
}
