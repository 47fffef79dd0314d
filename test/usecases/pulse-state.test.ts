import { afterEach, describe, expect, it } from 'vitest';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { declinePulse, ratePulse } from '../../src/usecases/answer-pulse.ts';
import { closePulses } from '../../src/usecases/close-pulses.ts';
import { readOwnPulseState, readPulseState } from '../../src/usecases/read-pulse-state.ts';
import { sendPulses } from '../../src/usecases/send-pulses.ts';
import { createPulseWorld, type Person, type PulseWorld, THURSDAY } from '../support/pulse-world.ts';
import { WORKSPACE } from '../support/usecase-world.ts';

const LONDON = { timeZone: 'Europe/London' };
const WEEK = weekOf('2026-11-05');
const SCHEDULE = { weekday: 4, hour: 15 };

let world: PulseWorld;
afterEach(() => world.close());

async function start(people: Record<string, Person | null>, now = THURSDAY) {
  world = await createPulseWorld(people);
  world.setNow(now);
}

const own = (userId: string) =>
  readOwnPulseState(world.deps, { workspaceId: WORKSPACE, userId, timeZone: 'Europe/London' });
const everybody = () => readPulseState(world.deps, WORKSPACE);
const rate = (userId: string, clientId: string) =>
  ratePulse(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId, clientId, rating: 4 });

describe('one’s own pulse', () => {
  it('waits for its day, is open, and closes', async () => {
    await start({ U1: LONDON }, '2026-11-05T14:00:00Z');
    const acme = await world.aClient('Acme', ['U1']);
    await world.aClient('Bolt', ['U1']);
    expect(await own('U1')).toEqual({ kind: 'waiting', day: '2026-11-05', hour: 15 });
    expect(await own('U2')).toEqual({ kind: 'none' });
    world.setNow(THURSDAY);
    await sendPulses(world.deps, WORKSPACE);
    await rate('U1', acme);
    const closesAt = new Date('2026-11-06T18:00:00Z');
    const open = { kind: 'open', week: WEEK, answered: 1, asked: 2, closesAt, isDeclined: false };
    expect(await own('U1')).toEqual(open);
    await declinePulse(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId: 'U1' });
    expect(await own('U1')).toEqual({ ...open, isDeclined: true });
    world.setNow('2026-11-06T18:00:00Z');
    expect(await own('U1')).toEqual({ kind: 'closed', answered: 1, asked: 2 });
    world.setNow('2026-11-09T09:00:00Z');
    expect(await own('U1')).toEqual({ kind: 'waiting', day: '2026-11-12', hour: 15 });
  });

  it('says why one was left out, and is off where the pulse is', async () => {
    await start({ U1: LONDON });
    await world.aClient('Acme', ['U1']);
    await world.stores.memberSettings.saveDaysOff('U1', [{ from: '2026-11-05', to: '2026-11-12' }]);
    await sendPulses(world.deps, WORKSPACE);
    expect(await own('U1')).toEqual({ kind: 'skipped', why: 'day_off' });
    world.setNow('2026-11-09T09:00:00Z');
    expect(await own('U1')).toEqual({ kind: 'waiting', day: '2026-11-19', hour: 15 });
    await world.stores.pulses.saveSettings({ isOn: false, schedule: SCHEDULE, since: null });
    expect(await own('U1')).toEqual({ kind: 'off' });
  });

  it('of the week before is shown while its window reaches over the weekend', async () => {
    await start({ U1: LONDON }, '2026-11-06T16:00:00Z');
    const since = new Date('2026-11-06T00:00:00Z');
    await world.stores.pulses.saveSettings({ isOn: true, schedule: { weekday: 5, hour: 16 }, since });
    await world.aClient('Acme', ['U1']);
    await sendPulses(world.deps, WORKSPACE);
    world.setNow('2026-11-09T09:00:00Z');
    expect(await own('U1')).toMatchObject({ kind: 'open', week: WEEK, closesAt: new Date('2026-11-09T18:00:00Z') });
    world.setNow('2026-11-09T18:00:00Z');
    expect(await own('U1')).toEqual({ kind: 'waiting', day: '2026-11-13', hour: 16 });
  });
});

describe('the pulse as managers see it', () => {
  it('is on from the first, and has nothing to show', async () => {
    await start({}, '2026-11-02T09:00:00Z');
    expect(await world.storage.forWorkspace('T2').workspace.findOrCreate(world.deps.defaults)).toBeDefined();
    expect(await readPulseState(world.deps, 'T2')).toEqual({
      ...{ isOn: true, schedule: SCHEDULE, nextDay: '2026-11-05', hasPeople: false, latest: null },
    });
  });

  it('counts answers, never names who gave them, and counts them by client once nobody can answer', async () => {
    const away = { ...LONDON, isGuest: true };
    await start({ U1: LONDON, U2: { timeZone: 'America/New_York' }, U3: away });
    const acme = await world.aClient('Acme', ['U1', 'U2', 'U3']);
    await world.aClient('Bolt', ['U1']);
    await sendPulses(world.deps, WORKSPACE);
    world.setNow('2026-11-05T20:00:00Z');
    await sendPulses(world.deps, WORKSPACE);
    await rate('U1', acme);
    const left = [{ userId: 'U3', why: 'guest' }];
    const open = { week: WEEK, asked: ['U1', 'U2'], answered: 1, left, clients: [] };
    expect((await everybody()).latest).toEqual({ ...open, openUntil: new Date('2026-11-06T23:00:00Z') });
    world.setNow('2026-11-06T23:00:00Z');
    await closePulses(world.deps, WORKSPACE);
    const clients = [
      { name: 'Acme', asked: 2, answered: 1 },
      { name: 'Bolt', asked: 1, answered: 0 },
    ];
    expect(await everybody()).toMatchObject({ nextDay: '2026-11-12', latest: { ...open, openUntil: null, clients } });
    world.setNow('2026-11-10T09:00:00Z');
    expect((await everybody()).latest).toMatchObject({ week: WEEK, left, clients });
  });

  it('shows a week in which everybody was left out', async () => {
    await start({ U1: { ...LONDON, isDeactivated: true } });
    await world.aClient('Acme', ['U1']);
    await sendPulses(world.deps, WORKSPACE);
    const left = [{ userId: 'U1', why: 'deactivated' }];
    expect((await everybody()).latest).toEqual({
      week: WEEK,
      openUntil: null,
      asked: [],
      answered: 0,
      left,
      clients: [],
    });
  });
});

describe('a zone that does not exist', () => {
  it('counts as the workspace’s when the pulse goes out', async () => {
    await start({ U1: { timeZone: 'No/Where' } }, '2026-11-05T05:59:00Z');
    const settings = await world.stores.workspace.findOrCreate(world.deps.defaults);
    await world.stores.workspace.save({ ...settings, timeZone: 'Asia/Tokyo' });
    await world.aClient('Acme', ['U1']);
    expect((await sendPulses(world.deps, WORKSPACE)).sent).toBe(0);
    world.setNow('2026-11-05T06:00:00Z');
    expect((await sendPulses(world.deps, WORKSPACE)).sent).toBe(1);
  });
});
