import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { createClientActs, withClientScopes } from '../support/e2e/clients.ts';
import { idOf } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const FIRST = FIELDS.lines('new', 1);

let world: E2eWorld;
let mara: ReturnType<typeof createClientActs>;
beforeAll(async () => {
  world = await startWorld({ workspace: withClientScopes });
  mara = createClientActs(world);
});
afterAll(() => world.close());

/** Opens the form and sends these lines; gives what the form says at once. */
async function paste(text: string, more: Record<string, string> = {}) {
  await mara.command('import');
  await mara.form(VIEWS.importClients);
  return mara.submit({ [FIRST]: text, ...more });
}

/** What stands in the fields now, by id. */
function fieldTexts(): Record<string, string> {
  const values = Object.entries(world.driver.shownValues(idOf('mara')));
  return Object.fromEntries(values.map(([id, field]) => [id, String(Object.values(field)[0]?.value ?? '')]));
}

/** All lines in the form. */
const linesShown = () =>
  Object.values(fieldTexts())
    .filter((text) => text !== '')
    .join('\n');

const close = () => world.driver.close(idOf('mara'));
const names = async () => (await world.db.query(`SELECT name FROM "Client" ORDER BY 1`)).rows.map((one) => one.name);

/** Whether pasted lines are still kept. */
const kept = async () => (await world.db.query('SELECT 1 FROM "ClientImport"')).rows.length;

describe('a good list', () => {
  it('is shown before anything is saved, and imported then', async () => {
    const lines = [
      '\ufeffPulse;Name;Team;Monthly Revenue;currency;Contract end;notice_days;Channel;Managers;Language',
      'on;Northwind;"lena@agency.example: delivery, @omar";12 500,50;usd;31.03.2027;90;#team-clients;@Mara Lindt;en',
      'нет;Ромашка;;4.000;;2028-02-29;;;;русский',
    ];
    expect(await paste(lines.join('\n'))).toMatchObject({ kind: 'view' });
    await mara.formWith('2 new, 0 changed, 0 as they are');
    expect(mara.shown()).toContain('Ромашка');
    expect(await names()).toEqual([]);
    await mara.submit({});
    await mara.formWith('Imported: 2 new, 0 changed, 0 as they were.');
    expect(await names()).toEqual(['Northwind', 'Ромашка']);
    expect(await kept()).toBe(0);
    await close();
    const page = await mara.page('Northwind');
    for (const part of [idOf('lena'), idOf('omar'), '$12,501', 'March 31, 2027', '90 days', 'English'])
      expect(JSON.stringify(await mara.say('client Northwind')) + page).toContain(part);
    const other = (await mara.page('Ромашка')).replaceAll('*', '');
    for (const part of ['€4,000', 'February 29, 2028', 'pulse: off', 'Русский']) expect(other).toContain(part);
    world.expectClean();
  });

  it('pasted once more changes only what differs, and cells that are empty change nothing', async () => {
    await paste('name\tmonthly revenue\tnotice days\nNORTHWIND\t9000\t\nРомашка\t4000\t');
    await mara.formWith('0 new, 1 changed, 1 as they are');
    expect(mara.shown()).toContain('Northwind: monthly revenue');
    await mara.submit({});
    await mara.formWith('Imported: 0 new, 1 changed, 1 as they were.');
    await close();
    const page = await mara.page('Northwind');
    expect(page).toContain('$9,000');
    expect(page).toContain('90 days');
    await paste('name,monthly revenue\nNorthwind,9000');
    await mara.formWith('Every client is already as your lines say');
    await close();
    world.expectClean();
  });

  it('of 200 clients fits the forms, in further fields of the form, with honest counts', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => `Client number ${at} of a long list,on,${1000 + at}`);
    await mara.command('import');
    await mara.form(VIEWS.importClients);
    await world.driver.pressInView(idOf('mara'), ACTIONS.importMore);
    await world.driver.waitFor(() =>
      JSON.stringify(world.driver.openView(idOf('mara'))).includes(FIELDS.lines('new', 8)),
    );
    const fields = Object.fromEntries(
      [0, 50, 100, 150].map((from, at) => [
        FIELDS.lines('new', at + 1),
        ['name,pulse,monthly revenue', ...lines.slice(from, from + 50)].join('\n'),
      ]),
    );
    await mara.submit(fields);
    await mara.formWith('200 new, 0 changed, 0 as they are');
    await mara.submit({});
    await mara.formWith('Imported: 200 new');
    expect(await names()).toHaveLength(202);
    await close();
    world.expectClean();
  });
});

describe('lines that are no list', () => {
  it.each([
    ['a wrong column', 'name,colour\nAcme,red', 'I do not know the column “colour”'],
    ['a column twice', 'name,team,Команда\nAcme,,', 'is there twice'],
    ['no column of names', 'team,pulse\n@lena,on', 'one of them must be “name”'],
    ['nothing below the columns', 'name,team', 'no client below them'],
    ['a quotation mark that stays open', 'name,team\nAcme,"@lena', 'never closes'],
    ['UTF-16', 'ÿþn a m e\nA c m e', 'UTF-16'],
    ['Windows-1251', 'Íàçâàíèå;Êîìàíäà\nÐîìàøêà;', 'Windows-1251'],
    ['UTF-8 read as another', 'Ð\u009dÐ°Ð·Ð²Ð°Ð½Ð¸Ðµ;ÐšÐ¾Ð¼Ð°Ð½Ð´Ð°', 'wrong encoding'],
    ['lost letters', 'name,team\n\ufffd\ufffdcme,', 'Some letters were lost'],
  ])('are refused at their field with %s, and nothing is kept', async (_, text, says) => {
    const before = await names();
    const result = await paste(text);
    expect(result).toMatchObject({ kind: 'errors', errors: { [FIRST]: expect.stringContaining(says) } });
    expect(await names()).toEqual(before);
    expect(await kept()).toBe(0);
    await close();
    world.expectClean();
  });
});

describe('a list that is half wrong', () => {
  const LINES = [
    'name,team,monthly revenue,contract end,channel',
    'Good One,@tom,100,,',
    'Bad Person,@nobody,100,,',
    ',@tom,,,',
    'Bad Figures,,many,03/04/2027,#no-such-channel',
    'Good One,@tom,100,,',
    'Good Two,"ira@agency.example, @Priya Nair: finance",,,',
  ];

  it('says line by line what is wrong, imports the rest, and gives the wrong lines back to mend', async () => {
    await paste(LINES.join('\n'));
    await mara.formWith('2 new, 0 changed, 0 as they are');
    const preview = mara.shown();
    for (const part of [
      '4 lines cannot be imported yet',
      'Line 3 (Bad Person): I know nobody called “@nobody”',
      'Line 4: the name is missing',
      'Line 5 (Bad Figures): “many” is no amount; write 4000 or 4000.50; “03/04/2027” is no day I can read',
      'Line 6 (Good One): this client is in an earlier line already',
    ])
      expect(preview).toContain(part);
    await mara.submit({});
    await mara.formWith('Imported: 2 new, 0 changed, 0 as they were.');
    const form = mara.shown();
    expect(form).toContain('Line 2 (Bad Person)');
    expect(linesShown()).toBe([LINES[0], LINES[2], LINES[3], LINES[4], LINES[5]].join('\n'));
    expect(await names()).toEqual(expect.arrayContaining(['Good One', 'Good Two']));
    expect(await names()).not.toContain('Bad Person');
    const [field = ''] = Object.keys(fieldTexts());
    await mara.submit({ [field]: 'name,team\nBad Person,@tom' });
    await mara.formWith('1 new, 0 changed');
    await mara.submit({});
    await mara.formWith('Imported: 1 new');
    await close();
    expect(await names()).toContain('Bad Person');
    expect(await kept()).toBe(0);
    world.expectClean();
  });

  it('can be taken back from the preview to the lines', async () => {
    await paste('name,team\nFresh,@tom\nStale,@nobody');
    await mara.formWith('1 new');
    await world.driver.pressInView(idOf('mara'), ACTIONS.importBack);
    await mara.formWith('Only the name is needed');
    expect(mara.shown()).toContain('Line 3 (Stale)');
    expect(linesShown()).toBe('name,team\nFresh,@tom\nStale,@nobody');
    expect(await names()).not.toContain('Fresh');
    await close();
    world.expectClean();
  });

  it('comes back as it is when no line can be imported', async () => {
    await paste('name,pulse\nAcme,perhaps');
    await mara.formWith('1 line could not be imported');
    expect(linesShown()).toBe('name,pulse\nAcme,perhaps');
    await close();
    world.expectClean();
  });

  it('is forgotten after a day', async () => {
    expect(await kept()).toBeGreaterThan(0);
    world.advance({ days: 1, minutes: 5 });
    await world.app().tick();
    expect(await kept()).toBe(0);
  });
});

describe('an import that fails', () => {
  it('shows the lines again when Slack does not say who there is', async () => {
    world.advance({ minutes: 5 });
    for (let attempt = 0; attempt < 3; attempt += 1) world.standIn.failNext('users.list', 'internal_error');
    await paste('name,team\nLater,@tom');
    await mara.formWith('Slack did not say who is in the workspace');
    expect(linesShown()).toBe('name,team\nLater,@tom');
    await close();
  });
});
