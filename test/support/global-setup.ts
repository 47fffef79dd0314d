import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/storage/database.ts';
import { withDatabaseName } from '../../src/storage/database-url.ts';
import { startEmbeddedServer } from '../../src/storage/embedded-server.ts';
import { applyMigrations } from '../../src/storage/migrations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's url on the server of this run. */
    serverUrl: string;
    /** The migrated database that every test database is a copy of; its name begins all of theirs. */
    templateName: string;
  }
}

/** One server and one migrated template per run: a throw-away cluster, or the server of TEST_DATABASE_URL. */
export default async function setUpDatabases(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const templateName = `parley_test_${randomUUID().slice(0, 8)}`;
  try {
    await runOn(server.url, `CREATE DATABASE ${templateName}`);
    const template = openDatabase({ url: withDatabaseName(server.url, templateName), poolSize: 2 });
    await applyMigrations({ pool: template.pool }).finally(() => template.close());
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('serverUrl', server.url);
  project.provide('templateName', templateName);
  return async () => {
    if (!server.isThrowAway) await dropAll(server.url, templateName);
    await server.stop();
  };
}

async function openServer() {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, isThrowAway: false, stop: async () => undefined };
  const dataDir = join(folderForData(), `parley-test-${randomUUID().slice(0, 8)}`);
  const disarm = armWatchdog(dataDir);
  const server = await startEmbeddedServer({ dataDir, isThrowAway: true });
  const stop = async () => {
    await server.stop();
    disarm();
  };
  return { url: server.url, isThrowAway: true, stop };
}

const MEMORY_FOLDER = '/dev/shm';
const ROOM_NEEDED_BYTES = 2 * 1024 ** 3;

/** In memory where there is room: making, emptying and dropping databases is mostly work of the file system. */
export function folderForData(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
    if (bavail * bsize >= ROOM_NEEDED_BYTES) return MEMORY_FOLDER;
  } catch {
    // Not a Linux.
  }
  return tmpdir();
}

/** A shell that outlives us: when this process dies without teardown, its input ends and it stops the server. */
function armWatchdog(dataDir: string): () => void {
  const script = `read line; [ "$line" = done ] && exit
    kill -QUIT "$(head -n 1 "$1/postgres/postmaster.pid")"; rm -rf "$1"`;
  const watchdog = spawn('/bin/sh', ['-c', script, 'watchdog', dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  return () => watchdog.stdin.end('done\n');
}

async function dropAll(serverUrl: string, prefix: string): Promise<void> {
  const list = `SELECT format('DROP DATABASE %I WITH (FORCE)', datname) AS drop FROM pg_database WHERE starts_with(datname, '${prefix}')`;
  for (const row of await runOn(serverUrl, list)) await runOn(serverUrl, String(row.drop));
}

async function runOn(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
