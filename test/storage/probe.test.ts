import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProbe, type Probe } from '../../src/storage/probe.ts';
import { createEmptyDatabase } from '../support/database.ts';
import { createStoreWorld, type StoreWorld } from '../support/store-world.ts';
import { emptyTables } from '../support/table-dump.ts';

let world: StoreWorld;
let probe: Probe;
beforeAll(async () => {
  world = await createStoreWorld();
  probe = openProbe({ url: world.db.url, limitMs: 5_000 });
});
afterAll(async () => {
  await probe.close();
  await world.close();
});
beforeEach(() => emptyTables(world.pool));

const probes: Probe[] = [];
afterEach(async () => {
  for (const one of probes.splice(0)) await one.close();
});

function probeOf(url: string, limitMs: number): Probe {
  const one = openProbe({ url, limitMs });
  probes.push(one);
  return one;
}

const owe = (purpose: string) =>
  world.stores.outbox.put({ purpose, channelId: 'C1', reviewId: null, parentPurpose: null, message: { kind: 'card' } });
const age = (purpose: string, minutes: number) =>
  world.pool.query(`UPDATE "Post" SET "createdAt" = now() - make_interval(mins => $2) WHERE purpose = $1`, [
    purpose,
    minutes,
  ]);

describe('readFigures', () => {
  it('has nothing to tell of an empty outbox', async () => {
    expect(await probe.readFigures()).toEqual({
      messages: { waiting: 0, held: 0, failed: 0 },
      oldestSeconds: null,
      jobs: { waiting: 0, running: 0, retrying: 0, failed: 0 },
    });
  });

  it('counts what is owed by why it is not sent, and the age of what waits', async () => {
    for (const purpose of ['card:1', 'card:2', 'card:3', 'card:4', 'card:5']) await owe(purpose);
    await age('card:1', 10);
    await age('card:2', 90);
    await world.stores.outbox.hold('card:2', 'archived');
    await world.stores.outbox.hold('card:3', 'failed');
    await world.stores.outbox.finish('card:4', { revision: 1, isFinal: false });
    const { messages, oldestSeconds } = await probe.readFigures();
    expect(messages).toEqual({ waiting: 2, held: 1, failed: 1 });
    expect(oldestSeconds).toBeGreaterThanOrEqual(600);
    expect(oldestSeconds).toBeLessThan(900);
  });

  it('takes a change of a message that is in Slack for as old as its job', async () => {
    await owe('card:1');
    await age('card:1', 600);
    await world.stores.outbox.finish('card:1', { revision: 1, isFinal: false });
    await owe('card:1');
    expect((await probe.readFigures()).oldestSeconds).toBeLessThan(300);
  });

  it('counts jobs by how they stand', async () => {
    for (const purpose of ['card:1', 'card:2', 'card:3', 'card:4']) await owe(purpose);
    const set = (columns: string, purpose: string) =>
      world.pool.query(`UPDATE graphile_worker._private_jobs SET ${columns} WHERE key = $1`, [`post:T1:${purpose}`]);
    await set(`locked_at = now(), locked_by = 'w1'`, 'card:2');
    await set('attempts = 2', 'card:3');
    await set('attempts = max_attempts', 'card:4');
    expect((await probe.readFigures()).jobs).toEqual({ waiting: 1, running: 1, retrying: 1, failed: 1 });
  });

  it('gives up when the database does not answer in time', async () => {
    const impatient = probeOf(world.db.url, 100);
    const other = await world.pool.connect();
    try {
      await other.query('BEGIN; LOCK TABLE "Post" IN ACCESS EXCLUSIVE MODE');
      await expect(impatient.readFigures()).rejects.toThrow(/timeout/i);
    } finally {
      await other.query('ROLLBACK');
      other.release();
    }
    expect((await probeOf(world.db.url, 5_000).readFigures()).oldestSeconds).toBeNull();
  });
});

describe('countPendingMigrations', () => {
  it('is zero for a database of this build, and all of them for an empty one', async () => {
    expect(await probe.countPendingMigrations()).toBe(0);
    const empty = await createEmptyDatabase();
    const stranger = openProbe({ url: empty.url, limitMs: 5_000 });
    expect(await stranger.countPendingMigrations()).toBeGreaterThan(5);
    await stranger.close();
    await empty.drop();
  });

  it('rejects for a database that is not there', async () => {
    const nowhere = probeOf('postgres://postgres@127.0.0.1:1/parley', 1_000);
    await expect(nowhere.countPendingMigrations()).rejects.toThrow('ECONNREFUSED');
  });
});
