import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '../src/project-folder.ts';
import { findFreePort } from './support/free-port.ts';

let built: string;
let away: string;

beforeAll(async () => {
  // Inside the project, where the packages that stay outside the build are found.
  built = await mkdtemp(join(PROJECT_FOLDER, 'node_modules', '.parley-build-'));
  away = await mkdtemp(join(tmpdir(), 'parley-build-'));
  await promisify(execFile)(process.execPath, [join(PROJECT_FOLDER, 'scripts', 'build.mjs'), built], { cwd: away });
});

afterAll(async () => {
  for (const folder of [built, away]) await rm(folder, { recursive: true, force: true });
});

/** A Slack that knows the token and nothing else. */
async function startSlack() {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, team_id: 'T0BUILT', bot_id: 'B0BUILT', user_id: 'U0BUILT' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` };
}

/** Gives what it has printed so far, once it says that it is ready; rejects with that when it ends before. */
function untilReady(app: ReturnType<typeof spawn>): Promise<() => string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Parley is ready')) resolve(() => said);
    };
    app.stdout?.on('data', hear);
    app.stderr?.on('data', hear);
    app.once('exit', () => reject(new Error(said)));
  });
}

describe('the build', () => {
  it('runs from any folder, with its database, its migrations, its jobs and its figures, and ends when asked', async () => {
    const { server, apiUrl } = await startSlack();
    const [port, opsPort] = [await findFreePort(), await findFreePort()];
    const env = {
      ...{ PATH: process.env.PATH, DATA_DIR: join(away, 'data'), SLACK_API_URL: apiUrl },
      ...{ PORT: String(port), OPS_PORT: String(opsPort) },
      ...{ SLACK_BOT_TOKEN: 'xoxb-built', SLACK_SIGNING_SECRET: 'built'.repeat(6) },
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    const app = spawn(process.execPath, [join(built, 'main.js')], { cwd: away, env, stdio: 'pipe' });
    const ended = once(app, 'exit');
    try {
      const heard = await untilReady(app);
      const read = (page: string) => fetch(`http://127.0.0.1:${opsPort}${page}`);
      expect(await (await read('/readyz')).json()).toMatchObject({ ready: true });
      // The first tick asks through Prisma, and what it could not do is in the log.
      const figures = expect.poll(async () => (await read('/metrics')).text(), { timeout: 20_000 });
      await figures.toContain('parley_tick_seconds_count 1');
      app.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
      expect(heard()).not.toContain('could not');
    } finally {
      app.kill('SIGKILL');
      server.close();
    }
  });

  it('keeps apart what a start does not need', async () => {
    const parts = await readdir(join(built, 'parts'));
    for (const name of ['metrics', 'ops-server', 'query_compiler_fast_bg.postgresql'])
      expect(parts.some((part) => part.startsWith(name))).toBe(true);
  });
});
