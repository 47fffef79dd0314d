import { afterEach, describe, expect, it } from 'vitest';
import { type PersonName, TEAM_ID } from '../../demo/sample-agency.ts';
import { DEFAULT_PULSE_SCHEDULE } from '../../src/domain/pulse-schedule.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { ACTIONS, FIELDS, VIEWS } from '../../src/slack/ids.ts';
import { createClientActs } from '../support/e2e/clients.ts';
import { idOf } from '../support/e2e/review.ts';
import { clientIdOf, directMessage, passTime } from '../support/e2e/waiting.ts';
import { type E2eWorld, startWorld } from '../support/e2e/world.ts';

const WEEK = weekOf('2026-11-26');

let world: E2eWorld;
afterEach(() => world.close());

const tick = (minutes: number) => passTime(world, { minutes });

const clientId = (name: string) => clientIdOf(world, name);

const dm = (name: PersonName, text: string) => directMessage(world, name, text);

describe.each(['en', 'ru'] as const)('the weekly pulse (%s)', (language) => {
  it('asks at 15:00 of two zones, takes and changes answers, reminds once, closes and leaves the health of the week', async () => {
    world = await startWorld({
      language,
      workspace: (spec) => {
        for (const user of spec.users) user.tz = user.id === idOf('omar') ? 'America/New_York' : 'Europe/Berlin';
      },
    });
    const { driver, t } = world;
    const mara = createClientActs(world);
    await mara.create('Northwind', {
      [FIELDS.team('sales')]: [idOf('omar')],
      [FIELDS.team('support')]: [idOf('lena')],
    });
    await mara.create('Contoso', { [FIELDS.team('support')]: [idOf('lena')] });
    const { pulses } = world.app().storage.forWorkspace(TEAM_ID);
    await pulses.saveSettings({ isOn: true, schedule: DEFAULT_PULSE_SCHEDULE, since: null });
    await tick(1);
    const northwind = await clientId('Northwind');
    const contoso = await clientId('Contoso');

    // Thursday, 15:00 in Berlin, and six hours later in New York.
    await tick(2 * 24 * 60 + 5 * 60);
    const asked = await dm('lena', 'Contoso');
    expect(driver.directMessages(idOf('omar'))).toEqual([]);
    await tick(6 * 60);
    await dm('omar', 'Northwind');
    expect(driver.directMessages(idOf('lena'))).toHaveLength(1);

    const value = (id: string, rating: number) => `${WEEK} ${id} ${rating}`;
    await driver.press(idOf('lena'), asked, { actionId: ACTIONS.pulseRate4, value: value(contoso, 4) });
    await dm('lena', `Contoso*: ${t.pulse.given(4)}`);
    await driver.press(idOf('lena'), asked, { actionId: ACTIONS.pulseRate1, value: value(northwind, 1) });
    const rated = await dm('lena', `Northwind*: ${t.pulse.given(1)}`);
    await driver.press(idOf('lena'), rated, ACTIONS.pulseMore);
    await driver.view(idOf('lena'), VIEWS.pulseClient);
    await driver.submit(idOf('lena'), { [FIELDS.client]: northwind });
    await driver.view(idOf('lena'), VIEWS.pulse);
    const values = { [FIELDS.rating]: '2', [FIELDS.signals]: ['off_hours'], [FIELDS.comment]: 'Calls at night' };
    expect(await driver.submit(idOf('lena'), values)).toEqual({ kind: 'closed' });
    await dm('lena', `Northwind*: ${t.pulse.given(2)}, ${t.pulse.signals(1)}, ${t.pulse.comment}`);

    // Friday, 17:00 in New York: past four fifths of his window; hers is over.
    await tick(25 * 60);
    await dm('omar', t.pulse.reminder.link);
    const over = await dm('lena', t.pulse.noAnswer === '' ? '' : t.pulse.given(4));
    await driver.waitFor(() => !JSON.stringify(driver.directMessages(idOf('lena'))).includes(ACTIONS.pulseMore));
    expect(driver.directMessages(idOf('lena'))).toHaveLength(1);
    expect(over).toBeDefined();
    const { health } = world.app().storage.forWorkspace(TEAM_ID);
    expect(await health.listWeeks(contoso)).toMatchObject([{ week: WEEK, asked: 1, respondents: 1, health: 83 }]);
    expect(await health.listWeeks(northwind)).toEqual([]);

    // Friday, 18:00 in New York.
    await tick(3 * 60);
    await driver.waitFor(() => !JSON.stringify(driver.directMessages(idOf('omar'))).includes(ACTIONS.pulseMore));
    expect(await health.listWeeks(northwind)).toMatchObject([
      { asked: 2, respondents: 1, signals: [{ id: 'off_hours', respondents: 1 }], comments: 1 },
    ]);
    await tick(24 * 60);
    expect(driver.directMessages(idOf('omar'))).toHaveLength(2);
    expect(world.logs().join('\n')).not.toContain('Calls at night');
    world.expectClean();
  });
});
