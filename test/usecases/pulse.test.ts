import { afterEach, describe, expect, it } from 'vitest';
import { declinePulse, savePulseAnswer } from '../../src/usecases/answer-pulse.ts';
import { closePulses } from '../../src/usecases/close-pulses.ts';
import { isPulseReminderDue, remindPulse } from '../../src/usecases/remind-pulse.ts';
import { planPulsesNow, sendPulsesNow } from '../../src/usecases/send-pulses-now.ts';
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

const purposes = async (userId: string) => (await world.postsOf(userId)).map(({ purpose }) => purpose);

describe('the pulse', () => {
  it('goes out once, at the hour of each person, with all their clients', async () => {
    await start({ U1: LONDON, U2: { timeZone: 'America/New_York' }, U3: { timeZone: 'No/Where' } });
    const [acme, bolt] = [await world.aClient('Acme', ['U1', 'U2', 'U3']), await world.aClient('Bolt', ['U1'])];
    await world.aClient('Quiet', ['U1'], { hasPulse: false });
    await world.stores.clients.setArchived(await world.aClient('Gone', ['U1']), new Date(THURSDAY));
    await world.stores.clients.setStatus(await world.aClient('Parted', ['U1', 'U4']), 'parted');
    const [one, other] = await Promise.all([world.send(), world.send()]);
    expect(one.sent + other.sent).toBe(2);
    expect((await world.stores.pulses.find(WEEK, 'U1'))?.clientIds).toEqual([acme, bolt]);
    expect(await purposes('U1')).toEqual([`pulse:${WEEK}:U1`]);
    expect(await world.stores.pulses.find(WEEK, 'U2')).toBeNull();
    world.setNow('2026-11-05T20:00:00Z');
    expect(await world.send()).toEqual({ sent: 1, skipped: {} });
    expect((await world.stores.pulses.find(WEEK, 'U2'))?.closesAt.toISOString()).toBe('2026-11-06T23:00:00.000Z');
    expect(await world.storage.sweep.findPulseWorkspaces()).toEqual([WORKSPACE]);
  });

  it('leaves out who is away, a guest, a bot, from outside or deactivated, and notes why', async () => {
    const guest = { ...LONDON, isGuest: true };
    await start({
      U1: LONDON,
      U2: guest,
      U3: { ...LONDON, isBot: true },
      U4: { ...LONDON, isOutside: true },
      U5: null,
    });
    await world.aClient('Acme', ['U1', 'U2', 'U3', 'U4', 'U5', 'U6']);
    world.people.U6 = { ...LONDON, isDeactivated: true };
    await world.stores.memberSettings.saveDaysOff('U1', [{ from: '2026-11-05', to: '2026-11-05' }]);
    expect(await world.send()).toEqual({
      sent: 0,
      skipped: { day_off: 1, guest: 1, bot: 1, outside: 1, deactivated: 1 },
    });
    expect(await world.send()).toEqual({ sent: 0, skipped: {} });
    world.people.U5 = LONDON;
    expect(await world.send()).toEqual({ sent: 1, skipped: {} });
  });

  it('goes to each of hundreds once, also when two replicas tick', async () => {
    const people = Array.from({ length: 600 }, (_, i) => `U${i}`);
    await start(Object.fromEntries(people.map((id) => [id, LONDON])));
    await world.aClient('Acme', people);
    const [one, other] = await Promise.all([world.send(), world.send()]);
    expect(one.sent + other.sent).toBe(600);
    expect(await world.prisma.post.count({ where: { revision: 1 } })).toBe(600);
    world.setNow(FRIDAY_EVENING);
    const [closed, closedToo] = await Promise.all([1, 2].map(() => closePulses(world.deps, WORKSPACE)));
    expect((closed ?? 0) + (closedToo ?? 0)).toBe(600);
    expect(await world.stores.pulses.listOpen()).toEqual([]);
  });

  it('asks Slack for nobody while nothing can be due, and owes nothing from before it began', async () => {
    await start({ U1: LONDON }, '2026-11-04T12:00:00Z');
    await world.aClient('Acme', ['U1']);
    await world.send();
    expect(world.asked).toEqual([]);
    await world.stores.pulses.saveSettings({
      ...{ isOn: true, schedule: { weekday: 4, hour: 15 }, since: new Date('2026-11-05T15:30:00Z') },
    });
    world.setNow('2026-11-05T16:00:00Z');
    expect((await world.send()).sent).toBe(0);
    await world.stores.pulses.saveSettings({ isOn: false, schedule: { weekday: 4, hour: 15 }, since: null });
    world.setNow('2026-11-12T15:00:00Z');
    expect((await world.send()).sent).toBe(0);
    expect(await world.storage.sweep.findPulseWorkspaces()).toEqual([]);
  });

  it('skips what went stale while the app was down, and calls it new for who was not there then', async () => {
    await start({ U1: LONDON, U2: LONDON });
    await world.aClient('Acme', ['U1']);
    await world.send();
    world.setNow('2026-11-14T12:00:00Z');
    await world.aClient('Bolt', ['U2']);
    expect(await world.send()).toEqual({ sent: 0, skipped: { stale: 1, new: 2 } });
  });

  it('is sent now to who works at the moment, and then not again that week', async () => {
    await start({ U1: LONDON, U2: { timeZone: 'Asia/Tokyo' }, U3: LONDON }, '2026-11-03T10:00:00Z');
    const acme = await world.aClient('Acme', ['U1', 'U2', 'U3']);
    await world.stores.memberSettings.saveDaysOff('U3', [{ from: '2026-11-03', to: '2026-11-03' }]);
    const plan = await planPulsesNow(world.deps, WORKSPACE);
    expect(plan).toMatchObject([
      { userId: 'U1', clientIds: [acme], kind: 'ask', window: { closesAt: new Date('2026-11-04T18:00:00Z') } },
      { userId: 'U2', kind: 'leave', why: 'off_hours' },
      { userId: 'U3', kind: 'leave', why: 'day_off' },
    ]);
    expect(await world.stores.pulses.list(WEEK)).toEqual([]);
    expect(await sendPulsesNow(world.deps, { workspaceId: WORKSPACE, userId: 'U9' })).toEqual({ sent: 1, left: 2 });
    world.setNow('2026-11-05T06:00:00Z');
    expect((await world.send()).sent).toBe(1);
    world.setNow(THURSDAY);
    expect((await world.send()).sent).toBe(1);
    expect(await purposes('U1')).toHaveLength(1);
  });
});

describe('a pause', () => {
  it('keeps the pulse and its reminder away while it lasts, and the dry run says so', async () => {
    await start({ U1: LONDON, U2: LONDON });
    await world.aClient('Acme', ['U1', 'U2']);
    await world.stores.memberSettings.savePause('U1', '2026-11-05');
    world.setNow('2026-11-05T12:00:00Z');
    expect(await planPulsesNow(world.deps, WORKSPACE)).toMatchObject([
      { userId: 'U1', kind: 'leave', why: 'paused' },
      { userId: 'U2', kind: 'ask' },
    ]);
    world.setNow(THURSDAY);
    expect(await world.send()).toEqual({ sent: 1, skipped: { paused: 1 } });
    expect(await purposes('U1')).toEqual([]);
    await world.stores.memberSettings.savePause('U2', '2026-11-06');
    world.setNow('2026-11-06T14:00:00Z');
    expect(await remindPulse(world.deps, WORKSPACE)).toBe(0);
    await world.stores.memberSettings.savePause('U2', null);
    expect(await remindPulse(world.deps, WORKSPACE)).toBe(1);
  });

  it('is over on the day after, by the calendar of the person', async () => {
    await start({ U1: LONDON, U2: { timeZone: 'Pacific/Kiritimati' } });
    await world.aClient('Acme', ['U1', 'U2']);
    for (const userId of ['U1', 'U2']) await world.stores.memberSettings.savePause(userId, '2026-11-04');
    world.setNow('2026-11-05T01:00:00Z');
    expect(await world.send()).toEqual({ sent: 1, skipped: {} });
    world.setNow(THURSDAY);
    expect(await world.send()).toEqual({ sent: 1, skipped: {} });
  });
});

describe('an answer', () => {
  it('is one click, can be changed and keeps its signals, until the window closes', async () => {
    await start({ U1: LONDON });
    const acme = await world.aClient('Acme', ['U1']);
    await world.send();
    expect(await world.rate('U1', acme, 4)).toEqual({ ok: true, hasHardStop: false });
    const answer = { clientId: acme, rating: 2, signals: ['off_hours'], comment: 'Calls at night' } as const;
    await savePulseAnswer(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId: 'U1', answer });
    await world.rate('U1', acme, 3);
    expect(await world.stores.pulseAnswers.listOwn(WEEK, 'U1')).toEqual([{ ...answer, userId: 'U1', rating: 3 }]);
    const revisions = (await world.postsOf('U1')).map(({ revision }) => revision);
    expect(revisions).toEqual([4]);
    expect(await world.rate('U2', acme, 1)).toEqual({ ok: false, reason: 'not_asked' });
    expect(await world.rate('U1', 'another client', 1)).toEqual({ ok: false, reason: 'not_asked' });
    world.setNow(FRIDAY_EVENING);
    expect(await world.rate('U1', acme, 1)).toEqual({ ok: false, reason: 'pulse_closed' });
    const log = await world.stores.audit.list();
    expect(log.filter(({ action }) => action === 'pulse_answered')).toHaveLength(3);
    expect(JSON.stringify(log)).not.toMatch(/night|off_hours/);
    expect(new Set(log.map(({ at }) => at.toISOString()))).toEqual(new Set([THURSDAY]));
  });

  it('with a hard stop raises one alert at once', async () => {
    await start({ U1: LONDON, U2: LONDON });
    const acme = await world.aClient('Acme', ['U1', 'U2']);
    await world.send();
    const answer = { clientId: acme, rating: 1, signals: ['harassment'], comment: null } as const;
    const give = (userId: string) =>
      savePulseAnswer(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId, answer });
    expect(await Promise.all([give('U1'), give('U2')])).toMatchObject([{ hasHardStop: true }, { hasHardStop: true }]);
    const alerts = await world.stores.health.listAlerts(acme);
    expect(alerts).toMatchObject([{ condition: 'hard_stop', week: WEEK, toldAt: null, dismissedById: null }]);
    expect(JSON.stringify(alerts)).not.toMatch(/U1|U2/);
    expect(await world.storage.sweep.findUntoldAlerts()).toMatchObject([{ clientId: acme, condition: 'hard_stop' }]);
  });
});

describe('the reminder', () => {
  it('comes once, at four fifths of the window and in working hours, to who has answered nothing', async () => {
    await start({ U1: LONDON, U2: LONDON, U3: LONDON });
    const acme = await world.aClient('Acme', ['U1', 'U2', 'U3']);
    await world.send();
    await world.rate('U2', acme, 5);
    await declinePulse(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId: 'U3' });
    world.setNow('2026-11-06T12:35:00Z');
    expect(await remindPulse(world.deps, WORKSPACE)).toBe(0);
    world.setNow('2026-11-06T12:36:00Z');
    expect(await Promise.all([remindPulse(world.deps, WORKSPACE), remindPulse(world.deps, WORKSPACE)])).toContain(1);
    expect(await remindPulse(world.deps, WORKSPACE)).toBe(0);
    expect(await purposes('U1')).toEqual([`pulse-reminder:${WEEK}:U1`, `pulse:${WEEK}:U1`]);
    for (const userId of ['U2', 'U3']) expect(await purposes(userId)).toHaveLength(1);
    const isDue = () => isPulseReminderDue(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId: 'U1' });
    expect(await isDue()).toBe(true);
    await world.rate('U1', acme, 5);
    expect(await isDue()).toBe(false);
  });

  it('waits for who is not working', async () => {
    await start({ U1: LONDON });
    await world.aClient('Acme', ['U1']);
    await world.send();
    await world.stores.memberSettings.saveDaysOff('U1', [{ from: '2026-11-06', to: '2026-11-06' }]);
    world.setNow('2026-11-06T14:00:00Z');
    expect(await remindPulse(world.deps, WORKSPACE)).toBe(0);
  });
});
