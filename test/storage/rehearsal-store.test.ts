import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review-record.ts';
import { someFigures } from '../support/answers.ts';
import { AT, createStoreWorld, newReview, type StoreWorld, TEAM } from '../support/store-world.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';

const OWNER = 'U1';
const NAME = 'Lighthouse (sample)';
const DAY_MS = 24 * 60 * 60_000;
const later = (ms: number) => new Date(AT.getTime() + ms);

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());
beforeEach(() => emptyTables(world.pool));

async function aRehearsal(overrides: Partial<Parameters<typeof newReview>[0]> = {}): Promise<Review> {
  const clientId = await world.stores.rehearsals.findOrCreateClient({ userId: OWNER, name: NAME });
  const facts = { facilitatorId: OWNER, channelId: OWNER, isRehearsal: true, phaseEndsAt: later(0) };
  const review = await world.stores.reviews.create(newReview({ clientId, ...facts, ...overrides }), TEAM);
  if (!review) throw new Error('the client of the rehearsal has an open one already');
  return review;
}

const move = (id: string, state: 'closed' | 'decided' | 'cancelled', now = AT) =>
  world.stores.reviews.moveTo(id, { state, phaseEndsAt: null, now });

async function withVerdict({ id: reviewId, clientId }: Review): Promise<void> {
  const verdict = { stance: 'keep', mode: 'as_is' } as never;
  const figures = someFigures({ pressure: 55 });
  await world.stores.records.saveVerdict({ reviewId, clientId }, { version: 1, figures, verdict, createdAt: AT });
}

/** Everything that looks for reviews or clients, with what it gives where there is nothing but a rehearsal. */
const LOOKING: readonly [name: string, look: (review: Review) => Promise<unknown>, nothing: unknown][] = [
  ['clients.find', ({ clientId }) => world.stores.clients.find(clientId), null],
  ['clients.findByNameKey, by its key', () => world.stores.clients.findByNameKey(`rehearsal:${OWNER}`), null],
  ['clients.findByNameKey, by its name', () => world.stores.clients.findByNameKey(NAME.toLowerCase()), null],
  ['clients.list', () => world.stores.clients.list(), []],
  ['reviews.listOpen', () => world.stores.reviews.listOpen(), []],
  ['overview.read', () => world.stores.overview.read(null), { reviews: [], clients: [] }],
  ['reviews.findOpenByClient', ({ clientId }) => world.stores.reviews.findOpenByClient(clientId), null],
  ['reviews.findLatestClosed', ({ clientId }) => world.stores.reviews.findLatestClosed(clientId), null],
  [
    'records.findPreviousPressure',
    ({ clientId }) => world.stores.records.findPreviousPressure(clientId, later(-DAY_MS)),
    null,
  ],
  ['participants.listReviewsOf', () => world.stores.participants.listReviewsOf(OWNER), []],
  ['sweep.findRemindableReviews', () => world.storage.sweep.findRemindableReviews(later(59_000)), []],
];

describe.each(['complaints', 'closed', 'decided'] as const)('a rehearsal that is %s', (state) => {
  it.each(LOOKING)('is not found by %s', async (_, look, nothing) => {
    const review = await aRehearsal({ preset: 'async', phaseEndsAt: later(60_000) });
    await withVerdict(review);
    if (state !== 'complaints') await move(review.id, state);
    expect(await look(review)).toEqual(nothing);
  });

  it('is found by its id, and so is its client for what is known to be a rehearsal', async () => {
    const { id, clientId } = await aRehearsal();
    if (state !== 'complaints') await move(id, state);
    const review = await world.stores.reviews.find(id);
    expect(review).toMatchObject({ isRehearsal: true, clientName: NAME, state });
    expect(await world.stores.clients.find(clientId, review ?? {})).toMatchObject({ name: NAME });
  });
});

describe('a real review', () => {
  it('is found by everything that does not find a rehearsal', async () => {
    const real = await world.aReview({ preset: 'async', phaseEndsAt: later(60_000) });
    await withVerdict(real);
    const { clients, reviews, records, participants } = world.stores;
    expect(await clients.find(real.clientId)).not.toBeNull();
    expect(await clients.list()).toHaveLength(1);
    expect(await reviews.listOpen()).toHaveLength(1);
    expect(await reviews.findOpenByClient(real.clientId)).not.toBeNull();
    expect(await participants.listReviewsOf('U1')).toEqual([real.id]);
    expect(await world.storage.sweep.findRemindableReviews(later(59_000))).toHaveLength(1);
    await move(real.id, 'closed');
    expect((await world.stores.overview.read(null)).reviews).toHaveLength(1);
    expect(await reviews.findLatestClosed(real.clientId)).not.toBeNull();
    expect(await records.findPreviousPressure(real.clientId, later(-DAY_MS))).toBe(55);
    expect(await clients.find(real.clientId, { isRehearsal: true })).toBeNull();
  });
});

describe('findOrCreateClient', () => {
  it('gives one client per person, as new again each time', async () => {
    const { rehearsals, clients } = world.stores;
    const id = await rehearsals.findOrCreateClient({ userId: OWNER, name: NAME });
    await clients.setStatus(id, 'parting');
    expect(await rehearsals.findOrCreateClient({ userId: OWNER, name: 'Маяк (пример)' })).toBe(id);
    expect(await clients.find(id, { isRehearsal: true })).toMatchObject({ name: 'Маяк (пример)', status: 'active' });
    expect(await rehearsals.findOrCreateClient({ userId: 'U2', name: NAME })).not.toBe(id);
  });

  it('stands in the way of no real client of the same name', async () => {
    await world.stores.rehearsals.findOrCreateClient({ userId: OWNER, name: NAME });
    const real = await world.stores.clients.findOrCreate({ name: NAME, nameKey: NAME.toLowerCase() });
    expect(await world.stores.clients.list()).toEqual([real]);
  });
});

describe('erase', () => {
  it('leaves nothing but that it was played', async () => {
    const { id } = await aRehearsal();
    const { audit, answers, outbox, secrets, rehearsals } = world.stores;
    await secrets.save(id, new Uint8Array([1]));
    const answer = { phase: 'positives', text: 'They thank us.' } as const;
    await answers.save({
      reviewId: id,
      userId: 'U1',
      personKey: 'k',
      answer,
      openStates: ['complaints'],
      lateStates: [],
    });
    await outbox.put({
      purpose: `card:${id}`,
      reviewId: id,
      channelId: OWNER,
      parentPurpose: null,
      message: { kind: 'card' },
    });
    for (const action of ['rehearsal_started', 'answer_saved', 'decision_taken'] as const)
      await audit.add({ actorId: OWNER, action, subject: id, details: null, at: AT });
    await world.pool.query('DELETE FROM graphile_worker._private_jobs');
    expect(await rehearsals.erase(id)).toBe(true);
    const left = Object.entries(await dumpTables(world.pool)).filter(([, rows]) => rows.length > 0);
    expect(left.map(([table]) => table)).toEqual(['AuditEntry']);
    expect((await audit.list()).map(({ action }) => action)).toEqual(['rehearsal_started']);
  });

  it('keeps the client for a newer rehearsal', async () => {
    const first = await aRehearsal();
    await move(first.id, 'cancelled');
    const second = await aRehearsal();
    expect(second.clientId).toBe(first.clientId);
    await world.stores.rehearsals.erase(first.id);
    expect(await world.stores.rehearsals.listOf(OWNER)).toEqual([second.id]);
  });

  it('deletes no real review', async () => {
    const { id } = await world.aReview();
    await world.stores.audit.add({ actorId: 'U9', action: 'review_started', subject: id, details: null, at: AT });
    expect(await world.stores.rehearsals.erase(id)).toBe(false);
    expect(await world.stores.reviews.find(id)).not.toBeNull();
    expect(await world.stores.audit.list()).toHaveLength(1);
  });
});

describe('findExpiredRehearsals', () => {
  const find = async (now: Date) =>
    (await world.storage.sweep.findExpiredRehearsals(now)).map(({ reviewId }) => reviewId);

  it('finds a rehearsal a day after its start, whatever became of it', async () => {
    const { id } = await aRehearsal();
    await move(id, 'decided');
    expect(await find(later(DAY_MS - 1))).toEqual([]);
    expect(await find(later(DAY_MS))).toEqual([id]);
  });

  it('finds one that ended before, and never a real review', async () => {
    const { id } = await aRehearsal();
    await move(id, 'cancelled');
    const real = await world.aReview();
    await move(real.id, 'cancelled');
    expect(await find(later(1))).toEqual([id]);
    expect(await find(later(9 * DAY_MS))).toEqual([id]);
  });
});
