import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeOutage, describeRefusal, renderTables } from '../../scripts/copy-to-server/texts.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { startEmbeddedServer } from '../../src/storage/embedded-server.ts';
import { applyMigrations } from '../../src/storage/migrations.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { fill } from '../storage/isolation/index.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/database.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/copy-to-server.ts', import.meta.url));
const dataDir = join(tmpdir(), `parley-moving-${randomUUID().slice(0, 8)}`);

let target: EmptyDatabase;
beforeAll(async () => {
  target = await createEmptyDatabase();
});
afterAll(async () => {
  await target.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs the command as a person would. */
function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', SCRIPT, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe('npm run copy-to-server', () => {
  it('moves what the embedded database holds, but not while an app uses it', async () => {
    // It stays while the command runs, which joins it as it would any that was left running.
    const server = await startEmbeddedServer({ dataDir, isThrowAway: true });
    const app = openDatabase({ url: server.url, poolSize: 3 });
    await applyMigrations({ pool: app.pool });
    await fill(createStorage(app).forWorkspace('T1'));
    const refused = await run('--to', target.url);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Stop Parley and close other connections') });
    await app.close();

    const done = await run('--to', target.url);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toMatch(/^ {2}Client +1 {2}same$/m);
    expect(done.out).toContain('Next: set DATABASE_URL');
    await server.stop();
  });

  it('makes no new database where there is none', async () => {
    const { code, err } = await run('--to', target.url);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('There is no embedded database in') });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('says how it is used, and no password', async () => {
    expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('npm run copy-to-server -- --to') });
    const nowhere = 'postgres://parley:planted@127.0.0.1:1/parley';
    const { code, err } = await run('--from', nowhere, '--to', nowhere);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('No PostgreSQL answers there') });
    expect(err).not.toContain('planted');
  });
});

describe('the texts of a copy', () => {
  it.each([
    'source_empty',
    'source_in_use',
    'source_older',
    'source_newer',
    'target_not_empty',
    'target_not_ours',
    'copy_differs',
  ] as const)('say what to do about %s', (reason) => {
    const text = describeRefusal({ ok: false, reason, details: ['Client', 'Review'] });
    expect(text).toMatch(/^(The|Another) .+\. [A-Z].+\.$/);
    if (reason !== 'source_empty') expect(text).toContain('Client, Review');
  });

  it.each([
    [{ code: '28P01', message: 'password authentication failed' }, 'does not take that user and password'],
    [{ code: '3D000', message: 'database "x" does not exist' }, 'createdb'],
    [{ code: '42501', message: 'permission denied' }, 'may not make tables'],
    [{ code: '55P03', message: 'lock timeout' }, 'has locked the tables'],
    [new Error('something else'), 'something else'],
  ])('explain %j', (error, expected) => {
    expect(describeOutage(error)).toContain(expected);
  });

  it('show a line for each table and a sum', () => {
    const tables = [
      { table: 'Client', rows: 2, checksum: '1' },
      { table: 'Review', rows: 30, checksum: '2' },
    ];
    expect(
      renderTables(tables)
        .split('\n')
        .map((line) => line.trim().split(/ +/)),
    ).toEqual([[''], ['Client', '2', 'same'], ['Review', '30', 'same'], ['in', 'all', '32'], ['']]);
  });
});
