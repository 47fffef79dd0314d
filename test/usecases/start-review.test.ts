import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startReview } from '../../src/usecases/start-review.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
import { aStart, aTeam, createWorld, FACILITATOR, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const rowsOf = async (table: string) => (await dumpTables(world.pool))[table] ?? [];
const purposes = async () => (await rowsOf('Post')).map(({ purpose }) => String(purpose));

describe('startReview', () => {
  it('stores client, review, team, roles and what is to be posted', async () => {
    const result = await startReview(world.deps, aStart({ client: { newName: '  Blue   Harbor ' }, team: aTeam(3) }));
    if (!result.ok) throw new Error(result.reason);
    const { review } = result;
    expect(review).toMatchObject({ clientName: 'Blue Harbor', state: 'complaints', version: 0, startedAt: START });
    expect(review.phaseEndsAt).toEqual(new Date('2026-11-03T09:00:00Z'));
    expect(await world.stores.participants.list(review.id)).toEqual(
      aTeam(3).map((person) => ({ ...person, absence: null })),
    );
    expect([...(await world.stores.participants.findRoles(['U01', 'U02', 'U09']))]).toEqual([
      ['U01', 'sales'],
      ['U02', 'account'],
    ]);
    const id = review.id;
    expect(await purposes()).toEqual([
      `card:${id}`,
      `prompt:${id}:complaints`,
      ...['U01', 'U02', 'U03'].map((userId) => `invitation:${id}:${userId}`),
    ]);
    expect(await rowsOf('jobs')).toHaveLength(5);
    expect(await world.stores.audit.list()).toMatchObject([
      { actorId: FACILITATOR, action: 'review_started', subject: id, at: START },
    ]);
  });

  it.each([
    ['private', 1],
    ['open', 0],
  ] as const)('gives a %s review %i secrets', async (mode, count) => {
    await world.start({ mode });
    expect(await rowsOf('ReviewSecret')).toHaveLength(count);
  });

  it('sends no invitation to the facilitator, and none in a live review', async () => {
    const team = [...aTeam(3), { userId: FACILITATOR, role: 'other' as const }];
    await world.start({ team });
    expect((await purposes()).filter((purpose) => purpose.startsWith('invitation'))).toHaveLength(3);
    await emptyTables(world.pool);
    await world.start({ team, preset: 'live' });
    expect((await purposes()).filter((purpose) => purpose.startsWith('invitation'))).toEqual([]);
  });

  it('counts a person named twice once', async () => {
    const twice = [...aTeam(2), ...aTeam(1)];
    expect(await startReview(world.deps, aStart({ team: twice }))).toEqual({ ok: false, reason: 'team_too_small' });
  });

  it('shares out the days up to a deadline', async () => {
    const { deadline, phaseEndsAt } = await world.start({ deadlineDate: '2026-11-05' });
    expect(deadline).toEqual(new Date('2026-11-05T18:00:00Z'));
    expect(phaseEndsAt).toEqual(new Date('2026-11-02T18:00:00Z'));
  });

  it('ignores a day in a live review, which lasts minutes', async () => {
    const review = await world.start({ preset: 'live', deadlineDate: '2020-01-01' });
    expect(review).toMatchObject({ deadline: null, phaseEndsAt: new Date('2026-11-02T09:10:00Z') });
  });

  it.each([
    ['two people', { team: aTeam(2) }, 'team_too_small'],
    ['a day that is over', { deadlineDate: '2026-11-01' }, 'deadline_past'],
    ['a day that is not in the calendar', { deadlineDate: '2026-02-30' }, 'deadline_invalid'],
    ['an empty name', { client: { newName: '   ' } }, 'empty'],
    ['a name of emoji', { client: { newName: '🙂🙂' } }, 'no_letters'],
    ['a name of 200 characters', { client: { newName: 'x'.repeat(200) } }, 'too_long'],
    ['a client that is not there', { client: { id: '00000000-0000-4000-8000-000000000000' } }, 'client_not_found'],
  ] as const)('refuses %s and stores no review', async (_title, overrides, reason) => {
    expect(await startReview(world.deps, aStart(overrides))).toEqual({ ok: false, reason });
    expect(await rowsOf('Review')).toEqual([]);
    expect(await rowsOf('Post')).toEqual([]);
    expect(await rowsOf('Client')).toEqual([]);
  });

  it('refuses a second review of the client, by id or by any spelling of its name', async () => {
    const open = await world.start({ client: { newName: 'Northwind' } });
    for (const client of [{ id: open.clientId }, { newName: ' NORTHWIND ' }])
      expect(await startReview(world.deps, aStart({ client }))).toMatchObject({
        ok: false,
        reason: 'already_open',
        open: { id: open.id },
      });
    expect(await rowsOf('Client')).toHaveLength(1);
  });

  it('starts one of many reviews of one new client that are asked for at once', async () => {
    const asked = Array.from({ length: 8 }, () =>
      startReview(world.deps, aStart({ client: { newName: 'Northwind' } })),
    );
    const results = await Promise.all(asked);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(results.flatMap((one) => (one.ok ? [] : [one.reason])))).toEqual(new Set(['already_open']));
    expect(await rowsOf('Review')).toHaveLength(1);
    expect(await rowsOf('ReviewSecret')).toHaveLength(1);
  });

  it('starts reviews with the same people in any order at once', async () => {
    const orders = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? aTeam(12) : aTeam(12).reverse()));
    const results = await Promise.all(orders.map((team) => startReview(world.deps, aStart({ team }))));
    expect(results.map(({ ok }) => ok)).toEqual(orders.map(() => true));
  });

  it('takes the review of another workspace for none', async () => {
    await world.start({ client: { newName: 'Northwind' } });
    const elsewhere = aStart({ workspaceId: 'T2', client: { newName: 'Northwind' } });
    expect(await startReview(world.deps, elsewhere)).toMatchObject({ ok: true });
    expect(await world.stores.reviews.listOpen()).toHaveLength(1);
    expect(WORKSPACE).not.toBe('T2');
  });
});
