import { afterEach, describe, expect, it } from 'vitest';
import { savePulseAnswer } from '../../src/usecases/answer-pulse.ts';
import { readComments } from '../../src/usecases/read-comments.ts';
import { savePulseSettings } from '../../src/usecases/save-settings.ts';
import {
  createPulseWorld,
  LONDON,
  type Person,
  PULSE_WEEK,
  type PulseWorld,
  THURSDAY,
} from '../support/pulse-world.ts';
import { WORKSPACE } from '../support/usecase-world.ts';

const WEEK = PULSE_WEEK;
const FRIDAY_EVENING = '2026-11-06T18:00:00Z';

let world: PulseWorld;
afterEach(() => world.close());

async function start(people: Record<string, Person | null>, now = THURSDAY) {
  world = await createPulseWorld(people);
  world.setNow(now);
}

describe('a week', () => {
  const PEOPLE = { U1: LONDON, U2: LONDON, U3: LONDON, U4: LONDON };

  it('closes once, when the last window has closed, and is not computed again', async () => {
    await start({ ...PEOPLE, U4: { timeZone: 'America/New_York' } });
    const acme = await world.aClient('Acme', ['U1', 'U2', 'U3', 'U4']);
    await world.send();
    for (const userId of ['U1', 'U2', 'U3']) await world.rate(userId, acme, 1);
    world.setNow('2026-11-05T20:00:00Z');
    await world.send();
    world.setNow(FRIDAY_EVENING);
    await world.closeEverything();
    expect(await world.stores.health.listWeeks(acme)).toEqual([]);
    expect(await world.rate('U4', acme, 2)).toMatchObject({ ok: true });
    world.setNow('2026-11-06T23:00:00Z');
    await Promise.all([world.closeEverything(), world.closeEverything()]);
    const weeks = await world.stores.health.listWeeks(acme);
    expect(weeks).toMatchObject([{ week: WEEK, asked: 4, respondents: 4, health: 34, band: 'critical', trend: 34 }]);
    expect(await world.stores.health.listAlerts(acme)).toMatchObject([
      { condition: 'critical', alert: { condition: 'critical', health: 34 } },
    ]);
    await world.closeEverything();
    expect(await world.stores.health.listWeeks(acme)).toEqual(weeks);
  });

  it('waits for somebody of the team who is still to be asked', async () => {
    await start({ U1: { timeZone: 'Pacific/Kiritimati' }, U2: { timeZone: 'Pacific/Pago_Pago' } });
    await world.stores.pulses.saveSettings({ isOn: true, schedule: { weekday: 4, hour: 23 }, since: new Date(0) });
    const acme = await world.aClient('Acme', ['U1', 'U2']);
    world.setNow('2026-11-05T09:00:00Z');
    await world.send();
    world.setNow('2026-11-06T04:00:00Z');
    await world.closeEverything();
    expect(await world.stores.health.listWeeks(acme)).toEqual([]);
    world.setNow('2026-11-06T10:00:00Z');
    expect((await world.send()).sent).toBe(1);
    world.setNow('2026-11-07T05:00:00Z');
    await world.closeEverything();
    expect(await world.stores.health.listWeeks(acme)).toMatchObject([{ asked: 2, respondents: 0, health: null }]);
  });

  it.each([
    [2, []],
    [3, ['Calls U1', 'Calls U2', 'Calls U3']],
  ])('with %i respondents shows %j of the comments', async (respondents, texts) => {
    await start(PEOPLE);
    const acme = await world.aClient('Acme', ['U1', 'U2', 'U3', 'U4']);
    await world.send();
    for (const userId of ['U1', 'U2', 'U3'].slice(0, respondents)) {
      const answer = { clientId: acme, rating: 3, signals: [], comment: `Calls ${userId}` } as const;
      await savePulseAnswer(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId, answer });
    }
    const read = () => readComments(world.deps, { workspaceId: WORKSPACE, clientId: acme, week: WEEK });
    expect(await read()).toEqual({ count: 0, texts: [] });
    world.setNow(FRIDAY_EVENING);
    await world.closeEverything();
    const comments = await read();
    expect([comments.count, [...comments.texts].sort()]).toEqual([respondents, texts]);
  });
});

describe('the settings of the pulse', () => {
  it('begin anew when they change, and only then', async () => {
    await start({ U1: LONDON }, '2026-11-04T10:00:00Z');
    const save = (isOn: boolean, hour: number) =>
      savePulseSettings(world.deps, {
        ...{ workspaceId: WORKSPACE, userId: 'U9', pulse: { isOn, schedule: { weekday: 4, hour } } },
      });
    const begun = (await world.stores.pulses.findSettings())?.since;
    await save(true, 15);
    expect((await world.stores.pulses.findSettings())?.since).toEqual(begun);
    await save(false, 9);
    expect(await world.stores.pulses.findSettings()).toEqual({
      ...{ isOn: false, schedule: { weekday: 4, hour: 9 }, since: new Date('2026-11-04T10:00:00Z') },
      digestChannelId: null,
    });
    expect((await world.stores.audit.list()).map(({ action }) => action)).toEqual(['pulse_settings_changed']);
  });
});
