import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { withDatabaseName } from '../../src/storage/database-url.ts';

export type TestDatabase = { database: Database; url: string; drop(): Promise<void> };
export type EmptyDatabase = { url: string; drop(): Promise<void> };

/** A migrated database of its own, empty of rows (30 ms). Call `drop` in afterAll: it closes and deletes it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createDatabase(`TEMPLATE ${inject('templateName')} STRATEGY file_copy`);
  const database = openDatabase({ url, poolSize: 5 });
  return {
    database,
    url,
    async drop() {
      await database.close();
      await drop();
    },
  };
}

/** A database without our tables: for tests of the migrations themselves. */
export function createEmptyDatabase(): Promise<EmptyDatabase> {
  return createDatabase('TEMPLATE template0');
}

async function createDatabase(source: string): Promise<EmptyDatabase> {
  const name = `${inject('templateName')}_${randomUUID().slice(0, 8)}`;
  await runOnServer(`CREATE DATABASE ${name} ${source}`);
  return {
    url: withDatabaseName(inject('serverUrl'), name),
    drop: () => runOnServer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function runOnServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
