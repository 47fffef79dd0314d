import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonName, TEAM_CHANNEL } from '../../demo/sample-agency.ts';
import type { Language } from '../../src/domain/language.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { idOf, startReview } from '../support/e2e/review.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const WITHOUT_TOM = { [FIELDS.team('other')]: (['mara', 'omar', 'lena'] as const).map((name) => PEOPLE[name].id) };

let world: E2eWorld;

/** What the person reads after typing the command in the team's channel. */
async function say(name: PersonName, words: string, channel = TEAM_CHANNEL): Promise<string> {
  const { driver, reader } = world;
  const seen = driver.ephemerals(idOf(name)).length;
  await driver.command(idOf(name), channel, `/client-review ${words}`.trim());
  await driver.waitFor(() => driver.ephemerals(idOf(name)).length > seen, { what: `a reply to ${words}` });
  return reader.readMessage(driver.ephemerals(idOf(name)).at(-1) as never);
}

describe.each<{ language: Language; words: Record<'help' | 'list' | 'status', string>; slip: string; nearest: string }>(
  [
    {
      language: 'en',
      words: { help: 'help', list: 'list', status: 'status' },
      slip: 'lst',
      nearest: '/client-review list',
    },
    {
      language: 'ru',
      words: { help: 'помощь', list: 'список', status: 'статус' },
      slip: 'спсок',
      nearest: '/client-review список',
    },
  ],
)('the command, in $language', ({ language, words, slip, nearest }) => {
  beforeAll(async () => {
    world = await startWorld({ language });
    await startReview(world, { client: 'Northwind' });
    const other = await startReview(world, { client: 'Contoso', values: WITHOUT_TOM });
    await other.rush(['mara', 'omar', 'lena']);
  });
  afterAll(() => world.close());

  it('helps a manager with everything and a member with taking part', async () => {
    const { t } = world;
    const help = await say('mara', words.help);
    expect(help).toContain(t.commands.help.settings);
    expect(help).toContain(t.commands.help.startButton);
    const forMember = await say('tom', words.help);
    expect(forMember).not.toContain(t.commands.help.settings);
    expect(forMember).toContain(t.commands.help.managersOnly);
    world.expectClean();
  });

  it('answers a slip with the nearest word', async () => {
    expect(await say('tom', slip)).toContain(nearest);
    expect(await say('mara', slip)).toContain(world.t.commands.unknown.startButton(slip));
    world.expectClean();
  });

  it('lists everything for a manager and only what they were invited to for a member', async () => {
    const { t } = world;
    const list = await say('mara', words.list);
    for (const name of ['Northwind', 'Contoso']) expect(list).toContain(name);
    expect(list).toContain(t.vocabulary.state.complaints);
    expect(list).toContain(t.vocabulary.state.closed);
    const ofTom = await say('tom', words.list);
    expect(ofTom).toContain('Northwind');
    expect(ofTom).not.toContain('Contoso');
    world.expectClean();
  });

  it('says where one client stands, to those who may know', async () => {
    const { t } = world;
    const unknown = (name: string) => t.refusals.clientUnknown(name);
    expect(await say('mara', `${words.status} northwind`)).toContain(t.vocabulary.state.complaints);
    expect(await say('mara', `${words.status} Contoso`)).toContain(t.commands.status.undecided);
    expect(await say('omar', `${words.status} Contoso`)).toContain(t.commands.status.undecided);
    expect(await say('tom', `${words.status} Contoso`)).toBe(unknown('Contoso'));
    expect(await say('mara', `${words.status} Nobody`)).toBe(unknown('Nobody'));
    world.expectClean();
  });

  it('keeps lists out of a shared channel', async () => {
    const reply = await say('mara', words.list, 'C2SHARED');
    expect(reply).toContain(world.t.refusals.channel.external);
    expect(reply).not.toContain('Northwind');
    world.expectClean();
  });

  it('refuses a member who starts, changes settings or decides', async () => {
    const { driver, reader, t } = world;
    const refusal = t.refusals.notManager([]);
    expect(await say('tom', 'settings')).toBe(refusal);
    await driver.command(idOf('tom'), TEAM_CHANNEL, '/client-review Fabrikam');
    await driver.waitFor(() =>
      [driver.openView(idOf('tom'))].find((view) => view && reader.readView(view).includes(refusal)),
    );
    await driver.close(idOf('tom'));
    const card = await driver.waitFor(() =>
      world.standIn
        .messages(TEAM_CHANNEL)
        .find((one) => JSON.stringify(one.blocks ?? []).includes(`"${ACTIONS.decide}"`)),
    );
    const seen = driver.ephemerals(idOf('omar')).length;
    await driver.press(idOf('omar'), card, ACTIONS.decide);
    await driver.waitFor(() => driver.ephemerals(idOf('omar')).length > seen);
    expect(reader.readMessage(driver.ephemerals(idOf('omar')).at(-1) as never)).toBe(refusal);
    world.expectClean();
  });
});

describe('the settings', () => {
  beforeAll(async () => {
    world = await startWorld({ language: 'en' });
  });
  afterAll(() => world.close());

  it('change the language of new posts and who manages', async () => {
    const { driver } = world;
    const before = await startReview(world, { client: 'Northwind' });
    await driver.command(idOf('mara'), TEAM_CHANNEL, '/client-review settings');
    await driver.view(idOf('mara'), VIEWS.settings);
    const values = {
      [FIELDS.language]: 'ru',
      [FIELDS.managers]: [idOf('mara'), idOf('omar')],
      [FIELDS.currency]: 'usd',
    };
    expect(await driver.submit(idOf('mara'), { ...values, [FIELDS.currency]: 'xyz' })).toMatchObject({
      kind: 'errors',
    });
    expect(await driver.submit(idOf('mara'), values)).toEqual({ kind: 'closed' });
    const after = await startReview(world, { client: 'Contoso' });
    expect(after.cardText()).toContain('Разбор клиента: Contoso');
    await before.nextStep();
    await before.posted((text) => text.includes('What is good about working with Northwind?'));
    expect(await say('omar', 'help')).toContain('changes managers');
    world.expectClean();
  });
});
