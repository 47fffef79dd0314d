import { afterEach, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_CHANNEL, TEAM_ID } from '../../demo/sample-agency.ts';
import { hasAction } from '../../demo/stage.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { everyMessageSent } from '../support/e2e/everything.ts';
import { idOf } from '../support/e2e/review.ts';
import { clientIdOf, directMessage, passTime } from '../support/e2e/waiting.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const WEEK = weekOf('2026-11-26');
const MARA = idOf('mara');
const TEAM = { [FIELDS.team('sales')]: [idOf('omar')], [FIELDS.team('delivery')]: [idOf('lena'), idOf('tom')] };

let world: E2eWorld;
afterEach(() => world.close());

const tick = (minutes: number) => passTime(world, { minutes });

const clientId = (name: string) => clientIdOf(world, name);

const dm = (name: PersonName, text: string) => directMessage(world, name, text);

/** Waits for a form of Mara's that says `text`. */
const formWith = (text: string) =>
  world.driver.waitFor(
    () => [world.driver.openView(MARA)].find((view) => view && world.reader.readView(view).includes(text)),
    { what: `a form with “${text}”` },
  );

/** Thursday, 15:00 in Berlin. */
const untilThePulse = () => tick(2 * 24 * 60 + 5 * 60);

async function namesHardStop(name: PersonName): Promise<void> {
  const { driver } = world;
  await driver.press(idOf(name), await dm(name, world.t.pulse.button.more), ACTIONS.pulseMore);
  await driver.view(idOf(name), VIEWS.pulse);
  const values = { [FIELDS.rating]: '1', [FIELDS.signals]: ['harassment'], [FIELDS.comment]: 'Shouts at us' };
  expect(await driver.submit(idOf(name), values)).toEqual({ kind: 'closed' });
}

describe.each(['en', 'ru'] as const)('a health alert (%s)', (language) => {
  it('of a hard stop reaches managers at once, starts a review prefilled, and takes “not now”', async () => {
    world = await startWorld({ language });
    const { driver, reader, t } = world;
    await createClientActs(world).create('Northwind', { ...TEAM, [FIELDS.managers]: [MARA, idOf('ira')] });
    await tick(1);
    await untilThePulse();
    await namesHardStop('lena');
    const heading = t.alerts.heading.hardStop('Northwind');
    const toMara = await dm('mara', heading);
    const toIra = await dm('ira', heading);
    expect(reader.readMessage(toMara)).toContain(t.vocabulary.signal.harassment);
    expect(reader.readMessage(toMara)).not.toMatch(/Lena|Лена|U3LENA/);
    await namesHardStop('tom');
    await tick(1);

    await driver.press(MARA, toMara, ACTIONS.startFromPulse);
    await formWith(t.refusals.chooseChannel);
    await driver.pressInView(MARA, { actionId: ACTIONS.startFromPulseIn, value: 'C2SHARED' });
    await formWith(t.refusals.channel.external);
    await driver.pressInView(MARA, { actionId: ACTIONS.startFromPulseIn, value: TEAM_CHANNEL });
    const form = await driver.view(MARA, VIEWS.start);
    expect(reader.readView(form)).toContain(t.alerts.form.hardStop(t.vocabulary.signal.harassment));
    const shown = JSON.stringify(driver.shownValues(MARA));
    for (const value of [await clientId('Northwind'), ...Object.values(TEAM).flat()]) expect(shown).toContain(value);
    expect(await driver.submit(MARA, {})).toEqual({ kind: 'closed' });
    const inChannel = () => world.standIn.messages(TEAM_CHANNEL);
    await driver.waitFor(() => inChannel().find((message) => hasAction(message, ACTIONS.nextPhase)));
    expect(JSON.stringify(inChannel())).not.toContain(t.vocabulary.signal.harassment);
    await driver.press(MARA, toMara, ACTIONS.startFromPulse);
    await formWith(t.commands.review.openCard);

    await driver.press(idOf('ira'), toIra, ACTIONS.alertNotNow);
    const noted = await dm('ira', language === 'en' ? 'Not now, noted by' : 'Не сейчас. Отметка');
    expect(noted.ts).toBe(toIra.ts);
    expect(hasAction(noted, ACTIONS.alertNotNow)).toBe(false);
    expect(hasAction(await dm('mara', heading), ACTIONS.alertNotNow)).toBe(true);
    for (const name of ['mara', 'ira'] as const) {
      const alerts = driver.directMessages(idOf(name)).filter((one) => reader.readMessage(one).includes(heading));
      expect(alerts).toHaveLength(1);
    }
    expect(`${everyMessageSent(world).join()} ${world.logs().join()}`).not.toContain('Shouts at us');
    world.expectClean();
  });
});

describe('/client-review pulse', () => {
  it('shows how it stands, tries it dry, sends it now, and its settings change the day', async () => {
    world = await startWorld();
    const { t } = world;
    const mara = createClientActs(world);
    await mara.create('Northwind', TEAM);
    await tick(1);
    const before = await mara.say('pulse');
    expect(mara.read(before)).toContain('Next: Thursday, November 26');
    const dryRun = mara.read(await mara.reply(() => mara.press(before, ACTIONS.pulseDryRun)));
    expect(dryRun).toContain(t.pulse.dryRun.heading(3));
    expect(dryRun).toContain('Lena Fischer: *Northwind*');
    expect(world.driver.directMessages(idOf('lena'))).toEqual([]);
    const sent = await mara.reply(() => mara.press(before, ACTIONS.pulseSendNow));
    expect(mara.read(sent)).toContain(t.pulse.sent({ sent: 3, left: 0 }));
    await dm('lena', 'Northwind');
    const again = mara.read(await mara.reply(() => mara.press(before, ACTIONS.pulseSendNow)));
    expect(again).toContain(t.pulse.sent({ sent: 0, left: 3 }));
    expect(mara.read(await mara.say('pulse'))).toContain('0 of 3 people answered');

    const lena = createClientActs(world, 'lena');
    const own = await lena.say('pulse');
    expect(lena.read(own)).toContain('You have answered for 0 of 1 client');
    expect(hasAction(own, ACTIONS.pulseSendNow)).toBe(false);
    await lena.press(own, ACTIONS.pulseMore);
    await lena.form(VIEWS.pulse);

    await mara.command('settings');
    await mara.form(VIEWS.settings);
    expect(await mara.submit({ [FIELDS.pulse]: 'off', [FIELDS.pulseWeekday]: '1', [FIELDS.pulseHour]: '9' })).toEqual({
      kind: 'closed',
    });
    const { pulses } = world.app().storage.forWorkspace(TEAM_ID);
    expect(await pulses.findSettings()).toMatchObject({ isOn: false, schedule: { weekday: 1, hour: 9 } });
    const off = mara.read(await mara.reply(() => mara.press(before, ACTIONS.pulseSendNow)));
    expect(off).toContain(t.pulse.state.off);
    expect(await pulses.list(WEEK)).toHaveLength(3);
    world.expectClean();
  });
});
