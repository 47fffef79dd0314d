import { afterEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../src/domain/health-alert.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { ratePulse, savePulseAnswer } from '../../src/usecases/answer-pulse.ts';
import { closeHealthWeek, closePulses } from '../../src/usecases/close-pulses.ts';
import { dismissAlert } from '../../src/usecases/dismiss-alert.ts';
import { findDefaultManagers } from '../../src/usecases/find-default-managers.ts';
import { readAlert } from '../../src/usecases/read-alert.ts';
import { sendPulses } from '../../src/usecases/send-pulses.ts';
import { tellAlerts } from '../../src/usecases/tell-alerts.ts';
import { createPulseWorld, type Person, type PulseWorld, THURSDAY } from '../support/pulse-world.ts';
import { WORKSPACE } from '../support/usecase-world.ts';

const LONDON = { timeZone: 'Europe/London' };
const ADMIN = { ...LONDON, isAdmin: true };
const WEEK = weekOf('2026-11-05');
const PEOPLE = { U1: LONDON, U2: LONDON, U3: LONDON, M1: LONDON, M2: LONDON, ADMIN };
const CRITICAL: Alert = { condition: 'critical', health: 30 };

let world: PulseWorld;
afterEach(() => world.close());

async function start(people: Record<string, Person | null> = PEOPLE) {
  world = await createPulseWorld(people);
  world.setNow(THURSDAY);
}

const tell = () => tellAlerts(world.deps, WORKSPACE);
const dismiss = (userId: string, clientId: string) =>
  dismissAlert(world.deps, { workspaceId: WORKSPACE, userId, clientId, week: WEEK });
const read = (clientId: string) => readAlert(world.deps, { workspaceId: WORKSPACE, clientId, week: WEEK });

async function raise(clientId: string, alert: Alert = CRITICAL, at = THURSDAY) {
  await world.stores.health.addAlert({ clientId, week: WEEK, condition: alert.condition, alert, at: new Date(at) });
}

/** Who has an alert's message, and which revision of it. */
async function told(): Promise<Record<string, number>> {
  const posts = await world.prisma.post.findMany({ where: { purpose: { startsWith: 'alert:' } } });
  return Object.fromEntries(posts.map(({ channelId, revision }) => [channelId, revision]));
}

async function namesHardStop(userId: string, clientId: string) {
  const answer = { clientId, rating: 1, signals: ['harassment'], comment: null } as const;
  await savePulseAnswer(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId, answer });
}

async function closeTheWeek() {
  world.setNow('2026-11-06T18:00:00Z');
  await closePulses(world.deps, WORKSPACE);
  for (const ref of await world.storage.sweep.findClosableWeeks(WEEK)) await closeHealthWeek(world.deps, ref);
}

describe('telling alerts', () => {
  it.each([
    ['the managers of the client', ['M1', 'M2'], ['U3'], ['M1', 'M2']],
    ['those of the workspace where the client has none', [], ['M1'], ['M1']],
    ['those of the workspace where none of the client’s is one of us any more', ['LEFT', 'GUEST'], ['M1'], ['M1']],
    ['Slack’s admins where there are no managers', [], [], ['ADMIN']],
    ['Slack’s admins where the managers have left', ['LEFT'], ['GUEST', 'NOBODY'], ['ADMIN']],
  ])('goes to %s', async (_, own, usual, expected) => {
    await start({ ...PEOPLE, LEFT: { ...LONDON, isDeactivated: true }, GUEST: { ...LONDON, isGuest: true } });
    const settings = await world.stores.workspace.findOrCreate(world.deps.defaults);
    await world.stores.workspace.save({ ...settings, managerIds: usual });
    await raise(await world.aClient('Acme', ['U1'], { managerIds: own }));
    expect(await tell()).toEqual({ told: 1, stale: 0, nobody: 0 });
    expect(Object.keys(await told()).sort()).toEqual(expected);
  });

  it('goes to who installed the app as well where there are no managers, also when Slack does not say who its admins are', async () => {
    await start();
    await world.stores.workspace.saveInstaller('M2');
    await raise(await world.aClient('Acme', ['U1']));
    await tell();
    expect(Object.keys(await told()).sort()).toEqual(['ADMIN', 'M2']);
    const settings = await world.stores.workspace.findOrCreate(world.deps.defaults);
    expect(await findDefaultManagers({ findAdmins: async () => null }, settings)).toEqual(['M2']);
  });

  it('waits while nobody can be told, and tells once somebody can', async () => {
    await start({ U1: LONDON });
    await raise(await world.aClient('Acme', ['U1']));
    expect(await tell()).toEqual({ told: 0, stale: 0, nobody: 1 });
    expect(await told()).toEqual({});
    world.people.ADMIN = ADMIN;
    expect(await tell()).toEqual({ told: 1, stale: 0, nobody: 0 });
  });

  it('makes one message of all conditions of a week, once for two replicas', async () => {
    await start();
    const acme = await world.aClient('Acme', ['U1'], { managerIds: ['M1'] });
    await raise(acme);
    await raise(acme, { condition: 'sharp_fall', from: 52, to: 30 });
    const results = await Promise.all([tell(), tell()]);
    expect(results.map((one) => one.told).sort()).toEqual([0, 2]);
    expect(await tell()).toEqual({ told: 0, stale: 0, nobody: 0 });
    expect(await told()).toEqual({ M1: 1 });
    expect((await read(acme))?.alerts.map(({ condition }) => condition)).toEqual(['critical', 'sharp_fall']);
  });

  it('does not tell what is older than a week, nor of a client that was archived', async () => {
    await start();
    const acme = await world.aClient('Acme', ['U1'], { managerIds: ['M1'] });
    const bolt = await world.aClient('Bolt', ['U1'], { managerIds: ['M1'] });
    await raise(acme, CRITICAL, '2026-10-29T14:59:59Z');
    await raise(bolt);
    await world.stores.clients.setArchived(bolt, new Date(THURSDAY));
    expect(await tell()).toEqual({ told: 0, stale: 2, nobody: 0 });
    expect(await tell()).toEqual({ told: 0, stale: 0, nobody: 0 });
    expect(await told()).toEqual({});
  });

  it('still tells what was raised a week ago to the minute', async () => {
    await start();
    await raise(await world.aClient('Acme', ['U1'], { managerIds: ['M1'] }), CRITICAL, '2026-10-29T15:00:00Z');
    expect(await tell()).toMatchObject({ told: 1 });
  });
});

describe('a hard stop', () => {
  it('is told at once, once, without its author, and stays when it is taken back', async () => {
    await start();
    const acme = await world.aClient('Acme', ['U1', 'U2'], { managerIds: ['M1', 'M2'] });
    await sendPulses(world.deps, WORKSPACE);
    await namesHardStop('U1', acme);
    expect(await tell()).toMatchObject({ told: 1 });
    await namesHardStop('U2', acme);
    const answer = { clientId: acme, rating: 3, signals: [], comment: null } as const;
    await savePulseAnswer(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId: 'U1', answer });
    expect(await tell()).toMatchObject({ told: 0 });
    expect(await told()).toEqual({ M1: 1, M2: 1 });
    const alert = await read(acme);
    expect(alert).toMatchObject({ answered: null, named: { hardStops: ['harassment'], signals: [] } });
    expect(JSON.stringify([alert?.alerts, alert?.named])).not.toMatch(/U1|U2/);
  });

  it('is followed in the same message by the figures of the week', async () => {
    await start();
    const acme = await world.aClient('Acme', ['U1', 'U2', 'U3'], { managerIds: ['M1'] });
    await sendPulses(world.deps, WORKSPACE);
    await namesHardStop('U1', acme);
    await tell();
    await dismiss('M1', acme);
    const answer = { clientId: acme, rating: 1, signals: ['off_hours'], comment: null } as const;
    for (const userId of ['U2', 'U3'])
      await savePulseAnswer(world.deps, { workspaceId: WORKSPACE, week: WEEK, userId, answer });
    await closeTheWeek();
    expect(await tell()).toMatchObject({ told: 1 });
    expect(await told()).toEqual({ M1: 3 });
    const post = await world.stores.outbox.find(`alert:${acme}:${WEEK}:M1`);
    expect(post?.message).toEqual({ kind: 'health_alert', clientId: acme, week: WEEK, userId: 'M1' });
    expect(await read(acme)).toMatchObject({
      alerts: [{ condition: 'hard_stop' }, { condition: 'critical' }],
      answered: { respondents: 3, asked: 3 },
      named: { hardStops: ['harassment'], signals: [{ id: 'off_hours', respondents: 2 }], isWithheld: false },
    });
  });

  it('comes with a change of the rating too', async () => {
    await start();
    const acme = await world.aClient('Acme', ['U1'], { managerIds: ['M1'] });
    await sendPulses(world.deps, WORKSPACE);
    await namesHardStop('U1', acme);
    const rated = { workspaceId: WORKSPACE, week: WEEK, userId: 'U1', clientId: acme, rating: 2 } as const;
    expect(await ratePulse(world.deps, rated)).toEqual({ ok: true, hasHardStop: true });
    expect(await tell()).toMatchObject({ told: 1 });
  });
});

describe('Not now', () => {
  it('is noted in the message of who said it alone, and in the audit log, once', async () => {
    await start();
    const acme = await world.aClient('Acme', ['U1'], { managerIds: ['M1', 'M2'] });
    await raise(acme);
    await tell();
    expect(await Promise.all([dismiss('M2', acme), dismiss('M2', acme)])).toEqual([{ ok: true }, { ok: true }]);
    expect(await told()).toEqual({ M1: 1, M2: 2 });
    expect(await world.stores.health.listAlerts(acme)).toMatchObject([{ dismissedById: 'M2' }]);
    expect(await dismiss('M1', acme)).toEqual({ ok: true });
    expect(await world.stores.health.listAlerts(acme)).toMatchObject([{ dismissedById: 'M2' }]);
    const log = await world.stores.audit.list();
    expect(
      log
        .filter(({ action }) => action === 'health_alert_dismissed')
        .map(({ actorId }) => actorId)
        .sort(),
    ).toEqual(['M1', 'M2']);
    expect(log[0]).toMatchObject({ subject: acme, details: { week: WEEK, conditions: 'critical' } });
  });

  it('is refused to who was not told, and for what is no alert', async () => {
    await start();
    const acme = await world.aClient('Acme', ['U1'], { managerIds: ['M1'] });
    await raise(acme);
    await tell();
    const refused = { ok: false, reason: 'not_told' };
    expect(await dismiss('U1', acme)).toEqual(refused);
    expect(await dismiss('M1', await world.aClient('Bolt', ['U1']))).toEqual(refused);
    expect(await dismiss('M1', 'no client')).toEqual(refused);
    expect(await told()).toEqual({ M1: 1 });
  });
});

describe('readAlert', () => {
  it('gives nothing of a client that is gone or belongs to a rehearsal', async () => {
    await start();
    expect(await read('no client')).toBeNull();
    const sample = await world.stores.rehearsals.findOrCreateClient({ userId: 'M1', name: 'Sample' });
    expect(await read(sample)).toBeNull();
  });
});
