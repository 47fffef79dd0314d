import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT, createStoreWorld, newReview, type StoreWorld, TEAM } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const close = (id: string, now = AT) => world.stores.reviews.moveTo(id, { state: 'closed', phaseEndsAt: null, now });

describe('create', () => {
  it('stores a review in its first phase', async () => {
    const client = await world.aClient('Northwind');
    const review = await world.aReview({ clientId: client.id, mode: 'private', question: 'Why now?' });
    expect(review).toEqual({
      ...newReview({ clientId: client.id, mode: 'private', question: 'Why now?' }),
      ...{ id: review.id, clientName: 'Northwind', state: 'complaints', version: 0, revealed: [], closedAt: null },
      ...{ pausedReason: null, pausedAt: null, remindFromAt: null, cancelledById: null, isRehearsal: false },
      phaseStartedAt: review.startedAt,
    });
    expect(await world.stores.reviews.find(review.id)).toEqual(review);
  });

  it('gives a client one open review of many that start at once', async () => {
    const { id: clientId } = await world.aClient();
    const start = () => world.stores.reviews.create(newReview({ clientId }), TEAM);
    const started = (await Promise.all(Array.from({ length: 8 }, start))).filter((review) => review !== null);
    expect(started).toHaveLength(1);
    expect(await world.stores.reviews.findOpenByClient(clientId)).toEqual(started[0]);
  });

  it('gives the client its next review when the first has closed', async () => {
    const first = await world.aReview();
    expect(await world.stores.reviews.create(newReview(first), TEAM)).toBeNull();
    await close(first.id);
    expect(await world.stores.reviews.create(newReview(first), TEAM)).not.toBeNull();
  });

  it('writes the people down in the order of their ids', async () => {
    const { id } = await world.aReview();
    const { rows } = await world.pool.query('SELECT "userId" FROM "Participant" WHERE "reviewId" = $1 ORDER BY ctid', [
      id,
    ]);
    expect(rows.map(({ userId }) => userId)).toEqual(['U1', 'U2']);
  });
});

describe('moveTo', () => {
  it('raises the version and keeps the client taken until the review closes', async () => {
    const { id, clientId } = await world.aReview();
    await world.stores.reviews.moveTo(id, { state: 'positives', phaseEndsAt: later(10), now: later(1) });
    const moved = { state: 'positives', version: 1, phaseEndsAt: later(10), closedAt: null };
    expect(await world.stores.reviews.findOpenByClient(clientId)).toMatchObject(moved);
    await close(id, later(5));
    expect(await world.stores.reviews.findOpenByClient(clientId)).toBeNull();
    expect(await world.stores.reviews.find(id)).toMatchObject({ version: 2, phaseEndsAt: null, closedAt: later(5) });
  });

  it('keeps the time of closing when the decision is taken', async () => {
    const { id } = await world.aReview();
    await close(id, later(5));
    await world.stores.reviews.moveTo(id, { state: 'decided', phaseEndsAt: null, now: later(60) });
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'decided', closedAt: later(5) });
  });
});

describe('lock', () => {
  it('lets one transaction after the other move a review', async () => {
    const { id } = await world.aReview();
    const step = () =>
      world.stores.transaction(async (stores) => {
        const review = await stores.reviews.lock(id);
        await stores.reviews.moveTo(id, { state: 'complaints', phaseEndsAt: AT, now: AT });
        return review?.version;
      });
    expect((await Promise.all([step(), step(), step(), step()])).sort()).toEqual([0, 1, 2, 3]);
  });

  it('is null for a review that is not there', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await world.stores.transaction((stores) => stores.reviews.lock(unknown))).toBeNull();
  });
});

describe('the lists of reviews', () => {
  it('tell open, closed and decided ones apart', async () => {
    const [open, closed, decided] = [await world.aReview(), await world.aReview(), await world.aReview()];
    for (const { id } of [closed, decided]) await close(id);
    await world.stores.reviews.moveTo(decided.id, { state: 'decided', phaseEndsAt: null, now: AT });
    const openIds = (await world.stores.reviews.listOpen()).map(({ id }) => id);
    const { reviews } = await world.stores.overview.read(null);
    const standingIds = reviews.map(({ id }) => id);
    expect([open, closed, decided].map(({ id }) => openIds.includes(id))).toEqual([true, false, false]);
    expect([open, closed, decided].map(({ id }) => standingIds.includes(id))).toEqual([true, true, false]);
  });

  it('put the oldest open review first', async () => {
    const young = await world.aReview({ startedAt: later(60) });
    const old = await world.aReview({ startedAt: later(-60) });
    const ids = (await world.stores.reviews.listOpen()).map(({ id }) => id);
    expect(ids.indexOf(old.id)).toBeLessThan(ids.indexOf(young.id));
  });
});

describe('findLatestClosed', () => {
  it('is the newest one, and never the open one', async () => {
    const first = await world.aReview();
    const { clientId } = first;
    expect(await world.stores.reviews.findLatestClosed(clientId)).toBeNull();
    await close(first.id);
    const second = await world.aReview({ clientId, startedAt: later(60) });
    expect(await world.stores.reviews.findLatestClosed(clientId)).toMatchObject({ id: first.id });
    await close(second.id);
    expect(await world.stores.reviews.findLatestClosed(clientId)).toMatchObject({ id: second.id });
  });
});

describe('addRevealed', () => {
  it('remembers each question once it was shown', async () => {
    const { id } = await world.aReview();
    await world.stores.reviews.addRevealed(id, 'complaints');
    await world.stores.reviews.addRevealed(id, 'lessons');
    expect(await world.stores.reviews.find(id)).toMatchObject({ revealed: ['complaints', 'lessons'] });
  });
});
