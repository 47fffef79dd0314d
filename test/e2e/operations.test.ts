import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOT } from '../../demo/sample-agency.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/storage/embedded-server.ts';
import { complaint, idOf, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const dataDir = join(tmpdir(), `parley-operations-${randomUUID().slice(0, 8)}`);
const WORDS = 'Every sign-off is followed by one more thing.';

let world: E2eWorld;
let server: EmbeddedServer;
beforeAll(async () => {
  server = await startEmbeddedServer({ dataDir });
  world = await startWorld({ people: ['mara', 'omar', 'lena'], databaseUrl: server.url, hasOps: true });
});
afterAll(async () => {
  await world.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function get(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${world.app().opsUrl}${path}`);
  return { status: response.status, text: await response.text() };
}
const readiness = async () => JSON.parse((await get('/readyz')).text);
/** Our own series by name and labels. */
async function scrape(): Promise<Record<string, number>> {
  const lines = (await get('/metrics')).text.split('\n').filter((line) => line.startsWith('parley_'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

describe('the pages for operations', () => {
  it('tell of what the app does, and of nobody', async () => {
    const { driver, logs } = world;
    const review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'private' } });
    const card = structuredClone(await review.step('complaints'));
    await review.press('omar', ACTIONS.answer);
    await driver.view(idOf('omar'));
    await review.send('omar', complaint(WORDS));
    await review.nothing('lena', card);
    await world.app().tick();

    expect(await readiness()).toEqual({ ready: true, database: 'ok', migrations: 'ok', slack: 'ok' });
    const series = await scrape();
    expect(series).toMatchObject({
      'parley_interaction_ack_seconds_count{kind="command",id="client-review"}': expect.any(Number),
      'parley_interaction_ack_seconds_count{kind="form",id="start_review"}': 1,
      ...{ parley_database_up: 1, parley_slack_connected: 1, 'parley_outbox_messages{state="failed"}': 0 },
      'parley_jobs{state="failed"}': 0,
      'parley_database_connections{state="total"}': expect.any(Number),
      parley_tick_age_seconds: expect.any(Number),
      parley_outbox_oldest_seconds: expect.any(Number),
    });
    const names = Object.keys(series).join('\n');
    for (const told of ['nothing_to_say', 'answer_complaint', 'T0', review.channel, idOf('omar'), 'Northwind'])
      expect(names).not.toContain(told);

    // At debug level: each request by its id, and neither words nor tokens.
    const requests = logs().filter((line) => line.includes('a request was dealt with'));
    const ids = requests.map((line) => JSON.parse(line).requestId);
    expect(new Set(ids).size).toBe(requests.length);
    expect(requests.length).toBeGreaterThan(1);
    const all = logs().join('\n');
    for (const secret of [WORDS, 'sign-off', BOT.botToken, BOT.appToken]) expect(all).not.toContain(secret);
  });

  it('say that the app is alive and not ready while the database is away, and ready again after', async () => {
    const url = server.url;
    await server.stop();
    expect(await readiness()).toEqual({ ready: false, database: 'no answer', migrations: 'unknown', slack: 'ok' });
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/healthz')).status).toBe(200);
    const series = await scrape();
    expect(series).toMatchObject({ parley_database_up: 0 });
    expect(Object.keys(series).filter((name) => name.startsWith('parley_outbox'))).toEqual([]);

    server = await startEmbeddedServer({ dataDir });
    expect(server.url).toBe(url);
    expect(await readiness()).toMatchObject({ ready: true });
    expect((await scrape()).parley_database_up).toBe(1);
  });
});
