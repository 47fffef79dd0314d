import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/storage/embedded-server.ts';
import { applyMigrations } from '../../src/storage/migrations.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { aComplaint } from '../support/answers.ts';

const WORDS = 'zqunspeakableqz';

let dataDir: string;
let server: EmbeddedServer;
let database: Database;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parley-server-log-'));
  await chmod(dataDir, 0o755);
  // As it runs at people's, not as a throw-away one.
  server = await startEmbeddedServer({ dataDir });
  database = openDatabase({ url: server.url, poolSize: 3 });
  await applyMigrations({ pool: database.pool });
}, 60_000);
afterAll(async () => {
  await database.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const messageOf = (error: unknown): string => {
  const lines: string[] = [];
  createLogger({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } }).error({
    err: error,
  });
  return lines.join('\n');
};

it('writes no words into the log of the embedded server, nor into ours, whatever it refuses', async () => {
  const { pool } = database;
  const stores = createStorage(database).forWorkspace('T1');
  const complaint = { phase: 'complaints', complaints: [aComplaint({ text: `${WORDS}\u0000` })] } as const;
  const place = {
    reviewId: randomUUID(),
    userId: 'U1',
    personKey: 'k',
    openStates: ['complaints'],
    lateStates: [],
  } as const;
  const insert = `INSERT INTO "Answer" ("workspaceId", "reviewId", phase, "personKey", content) VALUES ('T1', $1, $2, 'k', $3)`;
  const refused = [
    // JSON that the server cannot keep, a row without its review, a value of the wrong kind, a missing one, and one that stops half-way.
    () => stores.answers.save({ ...place, answer: complaint }),
    () =>
      stores.records.saveStatements({ reviewId: randomUUID(), clientId: randomUUID() }, [
        { kind: 'positive', text: WORDS, authorId: null, signals: [], severity: null, frequency: null, concerns: null },
      ]),
    () => pool.query(insert, [randomUUID(), 'complaints', JSON.stringify({ text: WORDS })]),
    () => pool.query(insert, [randomUUID(), 'complaints', `{"text": "${WORDS}`]),
    () => pool.query(insert, ['no-uuid', 'complaints', JSON.stringify({ text: WORDS })]),
    () => pool.query(insert, [randomUUID(), null, JSON.stringify({ text: WORDS })]),
    () => pool.query(`SET statement_timeout = 20; SELECT pg_sleep(1), '${WORDS}'`),
    () => pool.query(`SELECT '${WORDS}' FROM`),
  ];
  const ours: string[] = [];
  for (const refuse of refused)
    ours.push(
      messageOf(
        await refuse().then(
          () => 'taken',
          (error: unknown) => error,
        ),
      ),
    );
  expect(ours.filter((line) => line.includes('"err":"taken"'))).toEqual([]);
  const log = await readFile(join(dataDir, 'postgres', 'server.log'), 'utf8');
  expect(log.match(/ERROR:/g)?.length ?? 0).toBeGreaterThanOrEqual(refused.length);
  const lines = [...log.split('\n'), ...ours].filter((line) => line.includes(WORDS));
  expect(lines).toEqual([]);
});
