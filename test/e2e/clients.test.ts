import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeUserGroup } from '../../demo/stand-in/user-group-methods.ts';
import { ACTIONS, FIELDS } from '../../src/slack/ids.ts';
import { createClientActs, GROUP, withClientScopes } from '../support/e2e/clients.ts';
import { idOf, openStartForm, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

let world: E2eWorld;
let mara: ReturnType<typeof createClientActs>;
beforeAll(async () => {
  world = await startWorld({ workspace: withClientScopes });
  mara = createClientActs(world);
});
afterAll(() => world.close());

const teamValues = {
  [FIELDS.team('sales')]: [idOf('omar')],
  [FIELDS.team('delivery')]: [idOf('lena'), idOf('tom')],
};

async function expectTaken(result: Promise<{ kind: string }>): Promise<void> {
  expect(await result).toEqual({ kind: 'closed' });
}

describe('a new client', () => {
  it('has what was set up, and its page shows it', async () => {
    await mara.create('Northwind', {
      ...teamValues,
      [FIELDS.managers]: [idOf('priya')],
      [FIELDS.channel]: 'C1CLIENTS',
      [FIELDS.revenue]: '12500',
      [FIELDS.currency]: 'usd',
      [FIELDS.contractEnd]: '2027-03-31',
      [FIELDS.noticeDays]: '90',
      [FIELDS.clientLanguage]: 'ru',
      [FIELDS.pulse]: 'off',
    });
    const page = await mara.page('northwind');
    for (const part of ['Northwind · active', 'Account team (3)', '$12,500', 'March 31, 2027', '90 days', 'pulse: off'])
      expect(page.replaceAll('*', '')).toContain(part);
    expect(page).toContain('December 31, 2026');
    expect(page).toContain('Русский');
    world.expectClean();
  });

  it('is refused at its field when the name is taken, and keeps the text', async () => {
    const { t } = world;
    await mara.command('client');
    await mara.form();
    const values = { [FIELDS.clientName]: ' NORTH wind'.replace('H w', 'HW') };
    expect(await mara.submit(values)).toEqual({
      kind: 'errors',
      errors: { [FIELDS.clientName]: t.forms.errors.client_name_taken },
    });
    await world.driver.close(idOf('mara'));
  });

  it.each([
    [{ [FIELDS.currency]: 'xyz' }, FIELDS.currency, 'currency_unknown'],
    [{ [FIELDS.noticeDays]: '3 months' }, FIELDS.noticeDays, 'notice_invalid'],
    [{ [FIELDS.clientName]: '!!!' }, FIELDS.clientName, 'client_name_no_letters'],
    [{ [FIELDS.team('finance')]: [idOf('lena')], ...teamValues }, FIELDS.team('finance'), 'person_in_two_roles'],
  ] as const)('is refused with %j', async (values, field, error) => {
    await mara.command('client');
    await mara.form();
    const result = await mara.submit({ [FIELDS.clientName]: 'Refused', ...values });
    expect(result).toEqual({ kind: 'errors', errors: { [field]: world.t.forms.errors[error] } });
    await world.driver.close(idOf('mara'));
    expect(await mara.page('Refused')).toContain(world.t.clientSetup.find.none('Refused'));
  });

  it('is refused with a channel that is shared, and for somebody who is no manager', async () => {
    const { driver, t } = world;
    await mara.command('client');
    await mara.form();
    const values = { [FIELDS.clientName]: 'Refused', [FIELDS.channel]: 'C2SHARED' };
    expect(await mara.submit(values)).toEqual({
      kind: 'errors',
      errors: { [FIELDS.channel]: t.clientSetup.channel.external },
    });
    await driver.close(idOf('mara'));
    const tom = createClientActs(world, 'tom');
    for (const words of ['client', 'client Northwind', 'import'])
      expect(tom.read(await tom.say(words))).toBe(t.refusals.notManager([]));
    world.expectClean();
  });
});

describe('a name that is not one client’s', () => {
  it('lists those that begin with it, and opens the one chosen', async () => {
    await mara.create('Fabrikam East');
    await mara.create('Fabrikam West');
    const list = await mara.say('client fabr');
    expect(mara.read(list)).toContain('2 clients begin with “fabr”');
    const { rows } = await world.db.query<{ id: string }>(`SELECT id FROM "Client" WHERE name = 'Fabrikam West'`);
    const page = await mara.reply(() => mara.press(list, ACTIONS.showClient, rows[0]?.id ?? ''));
    expect(mara.read(page)).toContain('Fabrikam West');
  });

  it('names the nearest, and opens the form of a new one with the name in it', async () => {
    const unknown = await mara.say('client Nortwhind');
    expect(mara.read(unknown)).toContain('Did you mean');
    expect(JSON.stringify(unknown.blocks)).toContain('"Northwind"');
    await mara.press(unknown, ACTIONS.newClient);
    await mara.form();
    expect(await mara.submit({})).toMatchObject({ kind: 'view' });
    expect(await mara.page('Nortwhind')).toContain('Nortwhind');
    world.expectClean();
  });
});

describe('an edit', () => {
  it('renames the client, and its history stays', async () => {
    await mara.create('Contoso', teamValues);
    const review = await startReview(world, { client: 'Contoso' });
    await mara.edit('Contoso');
    await expectTaken(mara.submit({ [FIELDS.clientName]: 'Contoso Group' }));
    expect(await mara.page('contoso group')).toContain('Contoso Group');
    await review.nextStep();
    await review.posted((text) => text.includes('Contoso Group'));
    const { rows } = await world.db.query(
      `SELECT details FROM "AuditEntry" WHERE action = 'client_changed' ORDER BY at DESC LIMIT 1`,
    );
    expect(rows[0].details).toMatchObject({ nameBefore: 'Contoso', name: 'Contoso Group', fields: 'name' });
  });

  it('keeps what somebody else saved meanwhile in other fields', async () => {
    await mara.create('Kestrel', teamValues);
    await mara.edit('Kestrel');
    await world.db.query(`UPDATE "Client" SET "monthlyRevenue" = 500 WHERE name = 'Kestrel'`);
    await expectTaken(mara.submit({ [FIELDS.noticeDays]: '30' }));
    const page = await mara.page('Kestrel');
    expect(page).toContain('€500');
    expect(page).toContain('30 days');
  });

  it('says at the field what somebody else changed it to, keeps the text, and saves it when sent again', async () => {
    await mara.edit('Kestrel');
    await world.db.query(`UPDATE "Client" SET "noticeDays" = 60 WHERE name = 'Kestrel'`);
    const result = await mara.submit({ [FIELDS.noticeDays]: '45' });
    expect(result.kind).toBe('view');
    expect(mara.shown()).toContain('Changed meanwhile to: 60');
    expect(await mara.page('Kestrel')).toContain('60 days');
    await mara.form();
    await expectTaken(mara.submit({}));
    expect(await mara.page('Kestrel')).toContain('45 days');
    world.expectClean();
  });
});

describe('an archived client', () => {
  it('is in no list and starts no review until it is restored', async () => {
    const { driver, t } = world;
    await mara.create('Osprey', teamValues);
    const archived = await mara.reply(async () => mara.press(await mara.say('client Osprey'), ACTIONS.archiveClient));
    // The page came as a reply too: the last one is the receipt.
    await driver.waitFor(() => driver.ephemerals(idOf('mara')).some((one) => mara.read(one).includes('is archived')));
    expect(archived).toBeDefined();
    expect(mara.read(await mara.say('list'))).not.toContain('Osprey');
    const view = await openStartForm(world, { client: 'Osprey' });
    expect(JSON.stringify(view.blocks.find((block) => block.block_id === FIELDS.client))).not.toContain('Osprey');
    expect(await driver.submit(idOf('mara'), {})).toMatchObject({
      errors: { [FIELDS.newClient]: t.forms.errors.client_archived },
    });
    await driver.close(idOf('mara'));
    const page = await mara.say('client Osprey');
    expect(mara.read(page)).toContain('Archived');
    await mara.press(page, ACTIONS.restoreClient);
    await driver.waitFor(() => driver.ephemerals(idOf('mara')).some((one) => mara.read(one).includes('is back')));
    expect(mara.read(await mara.say('list'))).toContain('Osprey');
    world.expectClean();
  });
});

describe('the start form', () => {
  it('has the account team as far as it is in the channel, with its roles', async () => {
    const { driver, standIn } = world;
    await mara.create('Marlow', { ...teamValues, [FIELDS.team('support')]: [idOf('ira')] });
    const members = standIn.world.directory.channel('C1CLIENTS')?.members ?? [];
    standIn.setChannel('C1CLIENTS', { members: members.filter((id) => id !== idOf('ira')) });
    // What is known of the channel is a few seconds old at most.
    world.advance({ minutes: 1 });
    await openStartForm(world, { client: 'Marlow' });
    const values = driver.shownValues(idOf('mara'));
    const chosen = (role: string) => Object.values(values[FIELDS.team(role)] ?? {})[0]?.selected_users;
    expect(chosen('sales')).toEqual([idOf('omar')]);
    expect(chosen('delivery')).toEqual([idOf('lena'), idOf('tom')]);
    expect([chosen('support'), chosen('other')]).toEqual([[], []]);
    expect(mara.shown()).toContain('not in this channel');
    standIn.setChannel('C1CLIENTS', { members });
    await driver.close(idOf('mara'));
    world.expectClean();
  });
});

describe('a user group', () => {
  it('makes the team, is followed when it changes, and leaves the team as it was when it is deleted', async () => {
    const { driver, standIn } = world;
    await mara.create('Tern', { [FIELDS.team('delivery')]: [idOf('lena')], [FIELDS.userGroup]: GROUP });
    const teamOf = async () => {
      const { rows } = await world.db.query<{ userId: string; role: string }>(
        `SELECT m."userId", m.role FROM "AccountMember" m JOIN "Client" c ON c.id = m."clientId"
         WHERE c.name = 'Tern' ORDER BY 1`,
      );
      return rows.map(({ userId, role }) => `${userId} ${role}`);
    };
    expect(await teamOf()).toEqual([`${idOf('lena')} delivery`, `${idOf('tom')} delivery`]);
    const reads = () => standIn.calls('usergroups.users.list').length;
    const before = reads();
    await changeUserGroup(standIn.world, GROUP, { users: [idOf('lena'), idOf('ira')] });
    await driver.waitFor(() => reads() > before, { what: 'a look at the group' });
    // A stop waits for what the event began.
    await world.stopApp();
    expect(await teamOf()).toEqual([`${idOf('lena')} delivery`, `${idOf('ira')} other`]);
    await world.startApp();
    await driver.waitFor(() => standIn.appConnections() > 0, { what: 'the app' });
    expect(await mara.page('Tern')).toContain('follows the user group @design');
    await changeUserGroup(standIn.world, GROUP, { date_delete: 1 });
    expect(await mara.page('Tern')).toContain('@design was deleted or disabled');
    expect(await teamOf()).toHaveLength(2);
    await mara.edit('Tern');
    expect(JSON.stringify(await mara.form())).toContain('design (deleted)');
    await expectTaken(mara.submit({ [FIELDS.userGroup]: null }));
    expect(await teamOf()).toHaveLength(2);
    expect(await mara.page('Tern')).not.toContain('@design');
    world.expectClean();
  });
});
