import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuditQueue } from '../../src/storage/audit-queue.ts';
import { runOnPool, StatementRefused, transactOnPool } from '../../src/storage/statement.ts';
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

describe('a transaction on the pool', () => {
  const MARK = { name: 'mark', text: 'INSERT INTO mark (n) VALUES ($1)' };
  const marks = async () => (await db.database.pool.query('SELECT n FROM mark ORDER BY n')).rows.map(({ n }) => n);
  beforeAll(async () => void (await db.database.pool.query('CREATE TABLE mark (n int PRIMARY KEY)')));
  beforeEach(async () => void (await db.database.pool.query('DELETE FROM mark')));

  it.each([
    ['commits what its work says is to be committed', true, [1, 2]],
    ['takes everything back otherwise', false, []],
  ])('%s', async (_what, commits, expected) => {
    const result = await transactOnPool(db.database.pool)(async (run) => {
      await run(MARK, [1]);
      expect(await marks()).toEqual([]);
      await run(MARK, [2]);
      return { commits, result: 'done' };
    });
    expect([result, await marks()]).toEqual(['done', expected]);
  });

  it('leaves nothing when a statement is refused, and throws what it threw', async () => {
    const work = transactOnPool(db.database.pool)(async (run) => {
      for (const n of [1, 2, 1]) await run(MARK, [n]);
      return { commits: true, result: null };
    });
    await expect(work).rejects.toMatchObject({ name: 'StatementRefused', code: '23505' });
    expect(await marks()).toEqual([]);
    expect(await transactOnPool(db.database.pool)(async () => ({ commits: true, result: 'next' }))).toBe('next');
  });

  it('throws when its connection is lost before the end', async () => {
    const work = transactOnPool(db.database.pool)(async (run) => {
      await run(MARK, [1]);
      const [own] = await run<{ pid: number }>({ name: 'pid', text: 'SELECT pg_backend_pid() AS pid' }, []);
      await db.database.pool.query('SELECT pg_terminate_backend($1, 5000)', [own?.pid]);
      return { commits: true, result: null };
    });
    await expect(work).rejects.toThrow();
    expect(await marks()).toEqual([]);
  });
});
