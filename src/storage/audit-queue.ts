import type { AuditEntry } from '../domain/audit.ts';
import { type RunStatement, type Statement, StatementRefused } from './statement.ts';

export const ADD_AUDIT_ENTRIES: Statement = {
  name: 'add-audit-entries',
  text: `INSERT INTO "AuditEntry" ("workspaceId", id, "actorId", action, subject, details, at)
    SELECT "workspaceId", gen_random_uuid(), "actorId", action, subject, details, at
    FROM jsonb_to_recordset($1::jsonb)
      AS entry("workspaceId" text, "actorId" text, action text, subject text, details jsonb, at timestamptz)`,
};

type Waiting = {
  readonly row: AuditEntry & { readonly workspaceId: string };
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/** Adds an entry in a transaction of its own; resolves once it is committed. */
export type AddAuditEntry = (workspaceId: string, entry: AuditEntry) => Promise<void>;

/**
 * Entries that come while others are being written share the next statement: many answers at once cost one commit more, not one each,
 * and no transaction stands for one of them.
 */
export function createAuditQueue(run: RunStatement): AddAuditEntry {
  let waiting: Waiting[] = [];
  let isWriting = false;

  const write = async (some: readonly Waiting[]): Promise<void> => {
    try {
      await run(ADD_AUDIT_ENTRIES, [JSON.stringify(some.map(({ row }) => row))]);
      for (const { resolve } of some) resolve();
    } catch (error) {
      // One that the database refuses must not take the others with it.
      if (some.length > 1 && error instanceof StatementRefused) for (const one of some) await write([one]);
      else for (const { reject } of some) reject(error);
    }
  };
  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const some = waiting;
      waiting = [];
      await write(some);
    }
    isWriting = false;
  };

  return (workspaceId, entry) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ row: { workspaceId, ...entry }, resolve, reject });
      if (!isWriting) void writeAll();
    });
}
