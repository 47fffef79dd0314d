import type pg from 'pg';
import type { Prisma } from './generated/client.ts';

/** A statement of the path that every answer takes. The server prepares it once on each connection, under its name. */
export type Statement = { readonly name: string; readonly text: string };

export type RunStatement = <Row>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;

/** The database refused a statement, or the session for it. It says which and why, without the values, which may be what a person wrote. */
export class StatementRefused extends Error {
  readonly code: string;
  /** PostgreSQL's: ERROR for a statement, FATAL where it ended or refused the session. */
  readonly severity: string;

  constructor(statement: Statement, { code, severity }: { readonly code: string; readonly severity: string }) {
    super(`the database refused "${statement.name}" with ${code}`);
    this.name = 'StatementRefused';
    this.code = code;
    this.severity = severity;
  }
}

/** Runs statements by themselves, each committed when it resolves, without the layers of Prisma: those cost more than the statement. */
export function runOnPool(pool: pg.Pool): RunStatement {
  return async <Row>(statement: Statement, values: readonly unknown[]) => {
    try {
      const { rows } = await pool.query({ ...statement, values: [...values] });
      return rows as Row[];
    } catch (error) {
      const { code, severity } = error as Partial<pg.DatabaseError>;
      // Without a severity it does not come from the server: the connection was lost, and nothing of the values is in it.
      if (code === undefined || severity === undefined) throw error;
      throw new StatementRefused(statement, { code, severity });
    }
  };
}

/** Runs the same statements inside an open transaction. */
export function runInTransaction(tx: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>): RunStatement {
  return <Row>({ text }: Statement, values: readonly unknown[]) => tx.$queryRawUnsafe<Row[]>(text, ...values);
}
