import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/storage/embedded-server.ts';
import { complaint, idOf, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const dataDir = join(tmpdir(), `parley-outage-${randomUUID().slice(0, 8)}`);

let world: E2eWorld;
let server: EmbeddedServer;
beforeAll(async () => {
  server = await startEmbeddedServer({ dataDir });
  world = await startWorld({ people: ['mara', 'omar', 'lena'], databaseUrl: server.url });
});
afterAll(async () => {
  await world.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('a database that is gone for a moment', () => {
  it('costs nobody a word: the form stays open, and the same form is taken afterwards', async () => {
    const { driver, t, standIn } = world;
    const review = await startReview(world, { client: 'Northwind', values: { [FIELDS.mode]: 'open' } });
    const card = structuredClone(await review.step('complaints'));
    await review.press('omar', ACTIONS.answer);
    await driver.view(idOf('omar'));
    const url = server.url;
    await server.stop();

    const words = complaint('Every sign-off is followed by one more thing.');
    expect(await review.send('omar', words)).toEqual({
      kind: 'errors',
      errors: { [FIELDS.text]: t.forms.errors.database_gone },
    });
    expect(JSON.stringify(driver.shownValues(idOf('omar')))).toContain('Every sign-off');
    const reply = await review.replyTo('lena', () => review.press('lena', ACTIONS.nothingToSay, card));
    expect([t.refusals.databaseGone, t.refusals.somethingWrong]).toContain(reply);
    const typed = await review.replyTo('mara', () =>
      driver.command(idOf('mara'), review.channel, '/client-review list'),
    );
    expect(typed).toBe(t.refusals.databaseGone);
    await world.app().tick();

    server = await startEmbeddedServer({ dataDir });
    expect(server.url).toBe(url);
    expect(await driver.submit(idOf('omar'), {})).toEqual({ kind: 'closed' });
    for (const name of ['mara', 'lena'] as const) await review.nothing(name, card);
    await world.app().tick();
    await review.step('positives');
    await review.posted((text) => text.includes('Every sign-off is followed by one more thing.'));
    expect(review.threadText().match(/Every sign-off/g)).toHaveLength(1);
    expect(standIn.violations()).toEqual([]);
    // What was logged tells of the outage and repeats nobody's words.
    expect(world.logs().filter((line) => line.includes('Every sign-off'))).toEqual([]);
    expect(world.logs().filter((line) => line.includes('a form was not saved'))).toHaveLength(1);
  });
});
