import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/storage/embedded-server.ts';
import { killServer } from '../support/fault/kill-process.ts';

const running: EmbeddedServer[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

async function makeFolder(...below: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-embedded-'));
  folders.push(folder);
  // As root, the server runs under another account, which must get in.
  await chmod(folder, 0o755);
  return join(folder, ...below);
}

async function start(dataDir: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir });
  running.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function readPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Its socket is in a folder of its own, which a server that is started again must find. */
async function startWithLongPath() {
  const folder = await makeFolder('x'.repeat(100));
  return { folder, url: (await start(folder)).url };
}

/** Another process that starts the server, reports its url and is killed without a chance to clean up. */
async function startAndKill(dataDir: string): Promise<string> {
  const module = fileURLToPath(new URL('../../src/storage/embedded-server.ts', import.meta.url));
  const code = `import { startEmbeddedServer } from ${JSON.stringify(module)};
    process.stdout.write((await startEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)} })).url);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  return String(url);
}

describe('startEmbeddedServer', () => {
  it('keeps data over a stop and a start', async () => {
    const dataDir = await makeFolder();
    const first = await start(dataDir);
    await query(first.url, "CREATE TABLE kept AS SELECT 'Привет' AS word");
    await first.stop();
    await expect(query(first.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ENOENT' });
    const second = await start(dataDir);
    expect(await query(second.url, 'SELECT lower(word) AS word FROM kept')).toEqual([{ word: 'привет' }]);
  });

  it('syncs to disk and listens on no port', async () => {
    const { url } = await start(await makeFolder());
    const sql = "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'listen_addresses') ORDER BY name";
    expect(await query(url, sql)).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '' },
    ]);
  });

  it('joins the server a killed app left behind', async () => {
    const dataDir = await makeFolder();
    const startedAt = 'SELECT pg_postmaster_start_time()::text AS at';
    const orphan = await startAndKill(dataDir);
    const before = await query(orphan, startedAt);
    const server = await start(dataDir);
    expect(await query(server.url, startedAt)).toEqual(before);
    await server.stop();
    await expect(query(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('starts a server that was killed again, at the same url', async () => {
    const { folder, url } = await startWithLongPath();
    const startedAt = 'SELECT pg_postmaster_start_time()::text AS at';
    const before = await query(url, startedAt);
    await killServer(await readPid(folder));
    await expect.poll(() => query(url, startedAt).catch(() => before), { timeout: 20_000 }).not.toEqual(before);
  });

  it('leaves no server behind when it is stopped while one that was killed starts again', async () => {
    const folder = await makeFolder();
    const server = await start(folder);
    const killed = await readPid(folder);
    await killServer(killed);
    await expect.poll(() => readPid(folder).catch(() => killed), { timeout: 20_000, interval: 5 }).not.toBe(killed);
    await server.stop();
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow();
    expect(await readPid(folder).catch(() => null)).toBeNull();
  });

  it('starts when app and server were killed at once', async () => {
    const dataDir = await makeFolder();
    const orphan = await startAndKill(dataDir);
    await query(orphan, 'CREATE TABLE kept AS SELECT 1 AS one');
    process.kill(await readPid(dataDir), 'SIGKILL');
    const server = await start(dataDir);
    expect(await query(server.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('starts although the process id it left belongs to another program', async () => {
    const dataDir = await makeFolder();
    const { stop } = await start(dataDir);
    await stop();
    const lines = [process.pid, join(dataDir, 'postgres'), 1, 5432, join(dataDir, 'postgres'), '', '', 'ready'];
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);
    const server = await start(dataDir);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('serves two apps that start at once and stops with the last', async () => {
    const dataDir = await makeFolder();
    const [one, two] = await Promise.all([start(dataDir), start(dataDir)]);
    expect(two.url).toBe(one.url);
    await one.stop();
    expect(await query(two.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await two.stop();
    await expect(query(two.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('puts the socket elsewhere when the path is too long or quoted', async () => {
    const dataDir = await makeFolder(`it's "long", $HOME ${'x'.repeat(100)}`);
    const server = await start(dataDir);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const socketFolder = new URL(server.url).searchParams.get('host') ?? '';
    expect((await stat(socketFolder)).mode & 0o777).toBe(0o700);
    await server.stop();
    await expect(access(socketFolder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('deletes a throw-away cluster at stop', async () => {
    const dataDir = await makeFolder('data');
    const server = await startEmbeddedServer({ dataDir, isThrowAway: true });
    expect(await query(server.url, 'SHOW fsync')).toEqual([{ fsync: 'off' }]);
    await server.stop();
    await expect(access(dataDir)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
