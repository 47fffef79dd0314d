import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEAM_ID } from '../../demo/sample-agency.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { complaint, idOf, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

let world: E2eWorld;
beforeAll(async () => {
  world = await startWorld({ language: 'ru' });
});
afterAll(() => world.close());

/** What each file says that the app has shared, by its name. */
async function sharedFiles(): Promise<Map<string, string>> {
  const { standIn } = world;
  const files = [...standIn.world.files.values()].map(async (address) => {
    const bytes = await (await fetch(`${standIn.url}${address}`)).arrayBuffer();
    return [decodeURIComponent(address.split('/').at(-1) ?? ''), Buffer.from(bytes).toString()] as const;
  });
  return new Map(await Promise.all(files));
}

describe('the export of a client', () => {
  it('brings a manager three files in one message, and tells others why it does not', async () => {
    const { driver, standIn, t } = world;
    const review = await startReview(world, { client: 'Northwind' });
    await review.fill('lena', complaint('Платят поздно'));
    const { clients, evidence } = world.app().storage.forWorkspace(TEAM_ID);
    const client = await clients.findByNameKey('northwind');
    await evidence.add({
      ...{ clientId: client?.id ?? '', happenedOn: '2026-11-20', text: '=Счёт «сентябрь»', signal: 'late_payment' },
      ...{ amount: 4000, currency: 'EUR', link: null, correctsId: null, submitKey: null },
      ...{ loggedById: idOf('lena'), loggedAt: world.now() },
    });
    const mara = createClientActs(world);
    const tom = createClientActs(world, 'tom');
    expect(tom.read(await tom.say('export Northwind'))).toContain(t.refusals.notManager([]).slice(0, 20));
    expect(mara.read(await mara.say('export'))).toContain('/client-review export');
    expect(mara.read(await mara.say('экспорт Nortwind'))).toContain('Northwind?');
    expect(standIn.world.files.size).toBe(0);

    expect(mara.read(await mara.say('экспорт north'))).toContain('Northwind');
    await driver.waitFor(() => standIn.world.files.size === 3, { what: 'three files' });
    const [shared, ...more] = standIn.calls('files.completeUploadExternal');
    expect(more).toEqual([]);
    const { channel } = driver.directMessages(idOf('mara'))[0] ?? { channel: '' };
    expect(shared?.args).toMatchObject({ channel_id: channel, files: [{}, {}, {}] });
    const files = await sharedFiles();
    expect([...files.keys()].sort()).toEqual(['Northwind-evidence.csv', 'Northwind.json', 'Northwind.md']);
    expect(files.get('Northwind.md')).toContain(`## ${t.clientExport.report.evidence(1)}`);
    expect(files.get('Northwind.md')).toContain('> \\=Счёт «сентябрь»');
    const [row] = parse(files.get('Northwind-evidence.csv') ?? '', { bom: true, columns: true }) as { text: string }[];
    expect(row).toMatchObject({ text: "'=Счёт «сентябрь»", logged_by_id: idOf('lena') });
    expect(JSON.parse(files.get('Northwind.json') ?? '')).toMatchObject({
      ...{ format: 1, client: { name: 'Northwind' }, reviews: [{ isOpen: true }] },
      evidence: [{ text: '=Счёт «сентябрь»' }],
    });
    expect([...files.values()].join()).not.toContain('Платят поздно');
    expect(world.logs().join('\n')).not.toContain('сентябрь');
    world.expectClean();

    // Where Slack does not take the files, both places say so.
    for (const [error, text] of [
      ['internal_error', t.clientExport.failed('Northwind')],
      ['missing_scope', t.clientExport.notAllowed],
    ] as const) {
      standIn.failNext('files.completeUploadExternal', error);
      const said = () => driver.ephemerals(idOf('mara')).at(-1);
      await mara.command('export Northwind');
      await driver.waitFor(() => said()?.text === text, { what: `a reply to ${error}` });
      const direct = driver.directMessages(idOf('mara')).filter(({ text: words }) => words.includes('Northwind'));
      expect(direct.at(-1)?.text).toBe(t.clientExport.failed('Northwind'));
    }
    expect(standIn.violations()).toEqual([]);
  });
});
