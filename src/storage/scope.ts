import type { Prisma, PrismaClient } from './generated/client.ts';
import type { RunStatement } from './statement.ts';

/** A connection or an open transaction. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** What every store is made of: it sees one workspace and has no means to name another. */
export type Scope = { readonly db: Db; readonly workspaceId: string };

/** A scope with a way past Prisma, for the path that every answer takes. */
export type DirectScope = Scope & { readonly run: RunStatement };

/** Throws for an empty id: a store without a workspace must not exist. */
export function createScope(db: Db, workspaceId: string): Scope {
  if (!/^[A-Z0-9]+$/i.test(workspaceId))
    throw new Error(`"${workspaceId}" is not a workspace id: expected Slack's team id, such as T0123456`);
  return { db, workspaceId };
}
