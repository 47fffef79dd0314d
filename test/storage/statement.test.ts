import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuditQueue } from '../../src/storage/audit-queue.ts';
import { runOnPool, StatementRefused } from '../../src/storage/statement.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const WORDS = 'They call on Sundays';
let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

describe('a statement on the pool', () => {
  it('gives its rows', async () => {
    const run = runOnPool(db.database.pool);
    expect(await run({ name: 'double', text: 'SELECT $1::int * 2 AS twice' }, [21])).toEqual([{ twice: 42 }]);
  });

  it('says why it was refused, without the values', async () => {
    const refused = runOnPool(db.database.pool)({ name: 'to-number', text: 'SELECT $1::text::int' }, [WORDS]);
    const error = await refused.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StatementRefused);
    expect(error).toMatchObject({ code: '22P02', severity: 'ERROR' });
    expect(`${JSON.stringify(error)} ${String(error)} ${(error as Error).stack}`).not.toContain(WORDS);
    expect((error as Error).cause).toBeUndefined();
  });
});

describe('the queue of audit entries', () => {
  const entry = (subject: string) =>
    ({ actorId: 'U1', action: 'client_archived', subject, details: null, at: new Date(0) }) as const;
  const stored = async () => {
    const { rows } = await db.database.pool.query<{ subject: string; workspaceId: string }>(
      'SELECT subject, "workspaceId" FROM "AuditEntry" ORDER BY subject',
    );
    return rows.map(({ subject, workspaceId }) => `${workspaceId} ${subject}`);
  };

  it('keeps every entry of many at once, and loses none to one that is refused', async () => {
    const add = createAuditQueue(runOnPool(db.database.pool));
    const all = Array.from({ length: 20 }, (_, i) => entry(`client-${String(i).padStart(2, '0')}`));
    // PostgreSQL takes no such character in a text.
    const bad = entry('bad \u0000');
    const results = await Promise.allSettled([...all.slice(0, 10), bad, ...all.slice(10)].map((one) => add('T1', one)));
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await stored()).toEqual(all.map(({ subject }) => `T1 ${subject}`));
  });
});
