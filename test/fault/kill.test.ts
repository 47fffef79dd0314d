import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { type DebianServer, startDebianServer } from '../support/fault/kill-debian-server.ts';

const servers: DebianServer[] = [];

afterAll(async () => {
  await Promise.all(servers.map((server) => server.remove()));
});

describe("Debian's PostgreSQL, killed", () => {
  it('has what was committed when it is started again', async () => {
    const server = await startDebianServer();
    servers.push(server);
    await query(server.url, "CREATE TABLE kept AS SELECT 'word' AS word");
    await server.kill();
    await expect(query(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.start();
    expect(await query(server.url, 'SELECT word FROM kept')).toEqual([{ word: 'word' }]);
  });
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
