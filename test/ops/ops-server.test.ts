import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { type OpsServer, type OpsServerOptions, startOpsServer } from '../../src/ops/ops-server.ts';
import { type ReadinessSources, readReadiness } from '../../src/ops/readiness.ts';

const LOGIN = 'postgres://parley:planted@db/parley';
const GOOD: ReadinessSources = { countPendingMigrations: async () => 0, slackState: () => 'connected' };

const running: OpsServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function serve(overrides: Partial<OpsServerOptions> = {}, sources: Partial<ReadinessSources> = {}) {
  const lines: string[] = [];
  const server = await startOpsServer({
    address: { host: '127.0.0.1', port: 0 },
    metrics: { contentType: 'text/plain; version=0.0.4', render: async () => 'parley_info 1\n' },
    readReadiness: () => readReadiness({ ...GOOD, ...sources }),
    logger: createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } }),
    ...overrides,
  });
  running.push(server);
  return { server, lines };
}

async function get(server: OpsServer, path: string, init?: RequestInit) {
  const response = await fetch(`${server.url}${path}`, init);
  return { status: response.status, text: await response.text() };
}

describe('the pages for operations', () => {
  it('say that the process is alive, and what the figures are', async () => {
    const { server } = await serve();
    expect(await get(server, '/healthz')).toEqual({ status: 200, text: 'alive\n' });
    expect(await get(server, '/metrics?name=x')).toEqual({ status: 200, text: 'parley_info 1\n' });
    expect(await get(server, '/healthz', { method: 'HEAD' })).toEqual({ status: 200, text: '' });
  });

  it.each([
    ['everything is well', {}, 200, { ready: true, database: 'ok', migrations: 'ok', slack: 'ok' }],
    [
      'the database is away',
      { countPendingMigrations: () => Promise.reject(new Error(`no ${LOGIN}`)) },
      503,
      { ready: false, database: 'no answer', migrations: 'unknown', slack: 'ok' },
    ],
    [
      'a migration is missing',
      { countPendingMigrations: async () => 2 },
      503,
      { ready: false, database: 'ok', migrations: '2 not applied', slack: 'ok' },
    ],
    [
      'the socket is closed',
      { slackState: () => 'disconnected' as const },
      503,
      { ready: false, database: 'ok', migrations: 'ok', slack: 'disconnected' },
    ],
  ])('tell readiness when %s', async (_when, sources, status, body) => {
    const { server } = await serve({}, sources);
    const page = await get(server, '/readyz');
    expect({ status: page.status, body: JSON.parse(page.text) }).toEqual({ status, body });
    expect(page.text).not.toContain('planted');
  });

  it.each([
    ['/', 'GET', 404],
    ['/metrics/..', 'GET', 404],
    ['/readyz', 'POST', 405],
  ])('answer %s with %s by %i', async (path, method, status) => {
    const { server } = await serve();
    expect((await get(server, path, { method })).status).toBe(status);
  });

  it('keep the reason of a failure for the log', async () => {
    const metrics = { contentType: 'text/plain', render: () => Promise.reject(new Error('broken inside')) };
    const { server, lines } = await serve({ metrics });
    const page = await get(server, '/metrics');
    expect(page.status).toBe(500);
    expect(page.text).not.toContain('broken inside');
    expect(lines.join()).toContain('broken inside');
  });

  it('say what to change when the port is taken', async () => {
    const { server } = await serve();
    const address = { host: '127.0.0.1', port: Number(new URL(server.url).port) };
    await expect(serve({ address })).rejects.toThrow(/EADDRINUSE.*Set OPS_PORT to a free port/);
  });
});
