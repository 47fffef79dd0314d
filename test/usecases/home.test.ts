import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bandOf } from '../../src/domain/health.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { declinePulse, ratePulse } from '../../src/usecases/answer-pulse.ts';
import { archiveClient } from '../../src/usecases/archive-client.ts';
import { findHomeFacts } from '../../src/usecases/read-home.ts';
import { startRehearsal } from '../../src/usecases/start-rehearsal.ts';
import { createHomeReader } from '../support/home-reader.ts';
import { createPulseWorld, type PulseWorld } from '../support/pulse-world.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, FACILITATOR, SAID, START, seededRandomInt, WORKSPACE } from '../support/usecase-world.ts';

/** Of the Monday on which the tests begin. */
const WEEK = weekOf('2026-11-02');

let world: PulseWorld;
let homeFor: ReturnType<typeof createHomeReader>['homeFor'];
let managers: ReturnType<typeof createHomeReader>['managers'];
beforeAll(async () => {
  world = await createPulseWorld({});
  ({ homeFor, managers } = createHomeReader(world));
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
  await world.stores.workspace.save({ ...world.deps.defaults, daysOff: [] });
});

const waitsFor = async (userId: string) => (await homeFor(userId)).waiting;

async function aWeek(clientId: string, week: number, health: number | null): Promise<void> {
  await world.stores.health.addWeek({
    ...{ clientId, week, health, asked: 4, respondents: health === null ? 0 : 3, band: null, meanRating: null },
    ...{ trend: null, signals: [], hardStops: [], comments: 0, closedAt: START },
  });
}

describe('what waits for a person', () => {
  it.each(['private', 'open'] as const)(
    'is their answer to the question of a %s review, until they give it',
    async (mode) => {
      const { id, clientName } = await world.start({ mode, team: aTeam(3) });
      const until = new Date('2026-11-03T09:00:00.000Z');
      expect(await waitsFor('U01')).toEqual([
        { kind: 'answer', reviewId: id, clientName, phase: 'complaints', mode, until },
      ]);
      await world.answer(id, 'U01', SAID.noComplaint);
      expect(await waitsFor('U01')).toEqual([]);
      expect(await waitsFor('U02')).toHaveLength(1);
      expect(await waitsFor('U99')).toEqual([]);
      await world.advance(id);
      expect(await waitsFor('U01')).toMatchObject([{ kind: 'answer', phase: 'positives' }]);
    },
  );

  it('leaves no row that knows when somebody has answered in private', async () => {
    await world.stores.home.noteOpened('U01', { on: '2026-11-02', isManager: false });
    const opened = async () => (await world.pool.query('SELECT v.*, v.ctid, v.xmin FROM "HomeView" v')).rows;
    const before = await opened();
    const { id } = await world.start({ team: aTeam(3) });
    await world.answer(id, 'U01', SAID.noComplaint);
    await homeFor('U01');
    world.passMinutes(60);
    await world.stores.home.noteOpened('U01', { on: '2026-11-02', isManager: false });
    expect(await opened()).toEqual(before);
  });

  it('is nothing where the review stands still, does not take their answers, or is a rehearsal', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    await world.stores.presence.setAbsence(id, { userId: 'U01', from: null, to: 'removed' });
    await world.stores.presence.setAbsence(id, { userId: 'U02', from: null, to: 'away' });
    expect([await waitsFor('U01'), (await waitsFor('U02')).length]).toEqual([[], 1]);
    await world.stores.pauses.begin(id, { reason: 'external', since: START });
    expect(await waitsFor('U02')).toEqual([]);
    expect(await waitsFor(FACILITATOR)).toMatchObject([{ kind: 'facilitate', why: 'paused', reviewId: id }]);
    await startRehearsal(world.deps, { workspaceId: WORKSPACE, userId: 'U05', language: 'en', mode: 'open' });
    expect(await homeFor('U05', { isManager: true })).toMatchObject({ waiting: [], ownClients: [] });
    expect((await homeFor('U05', { isManager: true })).managed?.clients).toHaveLength(1);
  });

  it('is the facilitator’s review that lacks voices, and for managers every decision', async () => {
    const short = await world.start({ team: aTeam(5) });
    for (let i = 0; i < 4; i += 1) await world.advance(short.id);
    const closed = await world.start({ mode: 'open', team: aTeam(3) });
    await world.play(closed.id, [...aTeam(3).map(({ userId }) => [userId, SAID.complaint('Late again')] as const)]);
    expect(await world.stateOf(short.id)).toBe('short_of_voices');
    expect(await world.stateOf(closed.id)).toBe('closed');
    const { waiting } = await managers();
    expect(waiting.map((one) => [one.kind, 'reviewId' in one && one.reviewId])).toEqual([
      ['decide', closed.id],
      ['facilitate', short.id],
    ]);
    expect((await waitsFor('U01')).map(({ kind }) => kind)).toEqual(['answer']);
  });

  it('is a pulse until every client has a rating, they decline it, or its window is over', async () => {
    const [acme, bolt] = [await world.aClient('Acme', ['U1']), await world.aClient('Bolt', ['U1'])];
    const closesAt = new Date('2026-11-06T18:00:00Z');
    await world.stores.pulses.invite([{ week: WEEK, userId: 'U1', opensAt: START, closesAt, clientIds: [acme, bolt] }]);
    const own = { workspaceId: WORKSPACE, week: WEEK, userId: 'U1' };
    await ratePulse(world.deps, { ...own, clientId: acme, rating: 2 });
    const home = await homeFor('U1');
    expect(home.waiting).toEqual([{ kind: 'pulse', week: WEEK, until: closesAt, answered: 1, asked: 2 }]);
    expect(home.ownClients).toEqual([
      { id: acme, name: 'Acme', rating: 2 },
      { id: bolt, name: 'Bolt', rating: null },
    ]);
    await declinePulse(world.deps, own);
    expect(await waitsFor('U1')).toEqual([]);
    await ratePulse(world.deps, { ...own, clientId: acme, rating: 3 });
    expect(await waitsFor('U1')).toHaveLength(1);
    await ratePulse(world.deps, { ...own, clientId: bolt, rating: 3 });
    expect(await waitsFor('U1')).toEqual([]);
    world.setNow(closesAt);
    expect((await homeFor('U1')).ownClients.map(({ rating }) => rating)).toEqual([null, null]);
  });

  it('does not keep a Home from opening when one secret cannot be read', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    await world.pool.query(`UPDATE "ReviewSecret" SET sealed = '\\x00'`);
    expect(await waitsFor('U01')).toEqual([]);
    expect((await managers()).managed?.reviews.map((review) => review.id)).toEqual([id]);
  });
});

describe('the clients of a Home', () => {
  it('are for a member those of their teams, without health, reviews of others or answers', async () => {
    const acme = await world.aClient('Acme', ['U1', 'U2']);
    await aWeek(acme, WEEK, 20);
    await world.aClient('Bolt', ['U2']);
    const { id } = await world.start({ mode: 'open', team: aTeam(3) });
    await world.answer(id, 'U01', SAID.complaint('They shout'));
    const home = await homeFor('U1');
    expect(home).toMatchObject({ managed: null, ownClients: [{ name: 'Acme' }], waiting: [] });
    expect(JSON.stringify(home)).not.toMatch(/"health"|Bolt|shout/);
  });

  it('are read for managers only, where the settings name them', async () => {
    await world.aClient('Acme', []);
    await world.stores.workspace.save({ ...world.deps.defaults, managerIds: [FACILITATOR], daysOff: [] });
    const factsOf = (userId: string) => findHomeFacts(world.deps, { workspaceId: WORKSPACE, userId });
    expect((await factsOf('U1'))?.clients).toEqual([]);
    expect((await factsOf(FACILITATOR))?.clients).toMatchObject([{ name: 'Acme' }]);
  });

  it('are for managers by need, each with its newest week and its next step', async () => {
    const ids = Object.fromEntries(
      await Promise.all(
        ['Acme', 'Bolt', 'Coil', 'Dune', 'Edge'].map(async (name) => [name, await world.aClient(name, [])]),
      ),
    ) as Record<string, string>;
    const weekOfClient = (name: string, week: number, health: number | null) => aWeek(ids[name] ?? '', week, health);
    await weekOfClient('Acme', WEEK - 1, 82);
    await weekOfClient('Bolt', WEEK - 2, 60);
    await weekOfClient('Bolt', WEEK - 1, 34);
    await weekOfClient('Coil', WEEK - 2, 70);
    await weekOfClient('Coil', WEEK - 1, 61);
    await weekOfClient('Dune', WEEK - 3, 15);
    await weekOfClient('Edge', WEEK - 1, null);
    await world.start({ client: { id: ids.Bolt ?? '' }, team: aTeam(3) });
    const clients = (await managers()).managed?.clients ?? [];
    expect(
      clients.map(({ name, standing, next }) => [name, standing.need, standing.health, standing.change, next.kind]),
    ).toEqual([
      ['Bolt', 'critical', 34, -26, 'open'],
      ['Coil', 'falling', 61, -9, 'never'],
      ['Acme', 'healthy', 82, null, 'never'],
      ['Dune', 'no_data', null, null, 'never'],
      ['Edge', 'no_data', null, null, 'never'],
    ]);
  });

  it('say what comes next: decide, or when they were reviewed; archived ones are gone', async () => {
    const { id, clientId } = await world.start({ mode: 'open', team: aTeam(3) });
    await world.play(
      id,
      aTeam(3).map(({ userId }) => [userId, SAID.noComplaint] as const),
    );
    const next = async () => (await managers()).managed?.clients[0]?.next;
    expect(await next()).toEqual({ kind: 'decide' });
    await world.stores.clients.setStatus(clientId, 'parted');
    expect(await next()).toMatchObject({ kind: 'reviewed' });
    expect((await managers()).waiting).toEqual([]);
    await world.stores.clients.setStatus(clientId, 'active');
    await world.pool.query(`UPDATE "Review" SET state = 'decided'`);
    expect(await next()).toEqual({ kind: 'reviewed', at: START });
    await archiveClient(world.deps, { workspaceId: WORKSPACE, userId: FACILITATOR, clientId });
    expect((await managers()).managed?.clients).toEqual([]);
  });

  it('are read with one statement, 200 of them with a dozen weeks each', async () => {
    await world.pool.query(
      `INSERT INTO "Client" ("workspaceId", id, name, "nameKey")
       SELECT $1, gen_random_uuid(), 'Client ' || n, 'client ' || n FROM generate_series(1, 200) n`,
      [WORKSPACE],
    );
    await world.pool.query(
      `INSERT INTO "HealthWeek" ("workspaceId", "clientId", week, asked, respondents, health, signals, "hardStops", comments, "closedAt")
       SELECT $1, c.id, $2::int - n, 4, 3, 50, '[]', '[]', 0, now() FROM "Client" c, generate_series(0, 11) n`,
      [WORKSPACE, WEEK],
    );
    let statements = 0;
    const count = () => {
      statements += 1;
    };
    world.pool.on('acquire', count);
    expect((await managers()).managed?.clients).toHaveLength(200);
    world.pool.off('acquire', count);
    expect(statements).toBe(1);
  });

  it('are as many as there is room for, and counted all, by the rules of their standing', async () => {
    const random = seededRandomInt(7);
    const sunday = new Date('2026-11-08T11:00:00Z');
    const scores = [null, 12, 39, 40, 44, 45, 69, 70, 75, 100];
    for (let at = 0; at < 60; at += 1) {
      const id = await world.aClient(`Client ${at}`, []);
      for (let back = -1; back <= 5; back += 1)
        if (random(3) > 0) await aWeek(id, WEEK - back, scores[random(scores.length)] ?? null);
    }
    // On a Sunday it is Monday already on the other side of the world, and one more week is no longer recent there.
    for (const [timeZone, now] of [
      ['UTC', START],
      ['Pacific/Kiritimati', sunday],
      ['America/New_York', sunday],
    ] as const) {
      world.setNow(now);
      await world.stores.workspace.save({ ...world.deps.defaults, timeZone, daysOff: [] });
      const all = (await managers()).managed?.clients ?? [];
      const { clients, counts } = (await managers({ clients: 12, reviews: 3 })).managed ?? {};
      const standings = all.map(({ standing }) => standing);
      const having = (band: string) =>
        standings.filter(({ health }) => (health === null ? 'none' : bandOf(health)) === band);
      expect(all.map(({ id }) => id)).toHaveLength(60);
      expect(counts).toEqual({
        ...{ total: 60, critical: having('critical').length, watch: having('watch').length },
        ...{ healthy: having('healthy').length, none: having('none').length },
        falling: standings.filter(({ change }) => (change ?? 0) < 0).length,
      });
      const rankOf = ({ standing }: (typeof all)[number]) => [standing.need, standing.health];
      expect(clients?.map(rankOf)).toEqual(all.slice(0, 12).map(rankOf));
      expect(all).toEqual(expect.arrayContaining([...(clients ?? [])]));
      expect(new Set(standings.map(({ need }) => need)).size).toBe(5);
    }
  });

  it('are none in a workspace without any', async () => {
    expect(await managers()).toMatchObject({ waiting: [], ownClients: [], managed: { clients: [], reviews: [] } });
    expect(await findHomeFacts(world.deps, { workspaceId: 'T9', userId: 'U1' })).toBeNull();
  });
});

describe('own steps of partings', () => {
  const stepsFor = async (userId: string) =>
    (await homeFor(userId)).ownSteps.map(({ stepId, clientName, dueOn }) => [clientName, stepId, dueOn]);

  it('are those that are open and the person’s own, first due first, while the parting goes on', async () => {
    const { id: reviewId, clientId, clientName } = await world.start({ team: aTeam(3) });
    await world.stores.partings.create({
      ...({ mode: 'planned', endOn: '2026-12-18', basis: 'chosen', channel: null, state: 'running' } as const),
      ...{ reviewId, clientId, startedById: FACILITATOR, startedAt: START },
    });
    const step = { title: null, isDateOwn: false } as const;
    await world.stores.partings.addSteps(reviewId, [
      { ...step, stepId: 'hand_over', dueOn: '2026-12-11' },
      { ...step, stepId: 'read_contract', dueOn: '2026-11-13' },
      { ...step, stepId: 'collect_evidence', dueOn: '2026-11-12' },
    ]);
    await world.pool.query(`UPDATE "PartingStep" SET "ownerId" = 'U01' WHERE "stepId" <> 'collect_evidence'`);
    expect(await stepsFor('U01')).toEqual([
      [clientName, 'read_contract', '2026-11-13'],
      [clientName, 'hand_over', '2026-12-11'],
    ]);
    expect(await stepsFor('U02')).toEqual([]);
    expect((await managers()).ownSteps).toEqual([]);
    await world.pool.query(`UPDATE "PartingStep" SET state = 'done' WHERE "stepId" = 'hand_over'`);
    expect(await stepsFor('U01')).toEqual([[clientName, 'read_contract', '2026-11-13']]);
    await world.pool.query('UPDATE "Parting" SET "runningClientId" = NULL');
    expect(await stepsFor('U01')).toEqual([]);
  });
});
