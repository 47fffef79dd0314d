import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invitee } from '../../src/domain/review-record.ts';
import { createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

describe('list', () => {
  it('is in the order of the ids', async () => {
    const { id } = await world.aReview();
    expect(await world.stores.participants.list(id)).toEqual([
      { userId: 'U1', role: 'sales', absence: null },
      { userId: 'U2', role: 'delivery', absence: null },
    ]);
  });
});

describe('saveTookPart', () => {
  it('marks those who did, of this review only', async () => {
    const [one, other] = [await world.aReview(), await world.aReview()];
    await world.stores.participants.saveTookPart(one.id, ['U2', 'U7']);
    const sql = 'SELECT "reviewId", "userId" FROM "Participant" WHERE "tookPart" AND "reviewId" = ANY($1)';
    const { rows } = await world.pool.query(sql, [[one.id, other.id]]);
    expect(rows).toEqual([{ reviewId: one.id, userId: 'U2' }]);
  });
});

describe('listReviewsOf', () => {
  it('gives the reviews a person was invited to', async () => {
    const mine = await world.aReview({}, [{ userId: 'U31', role: 'other' }]);
    await world.aReview();
    expect(await world.stores.participants.listReviewsOf('U31')).toEqual([mine.id]);
    expect(await world.stores.participants.listReviewsOf('U32')).toEqual([]);
  });
});

describe('the roles of people', () => {
  it('are remembered, the last one of each', async () => {
    await world.stores.participants.saveRoles([
      { userId: 'U41', role: 'sales' },
      { userId: 'U42', role: 'finance' },
    ]);
    await world.stores.participants.saveRoles([{ userId: 'U41', role: 'support' }]);
    await world.stores.participants.saveRoles([]);
    expect(Object.fromEntries(await world.stores.participants.findRoles(['U41', 'U42', 'U43']))).toEqual({
      U41: 'support',
      U42: 'finance',
    });
  });

  it('can be saved by many transactions at once, in any order', async () => {
    const people = Array.from({ length: 200 }, (_, i): Invitee => ({ userId: `U5${i}`, role: 'account' }));
    const save = (_: unknown, i: number) =>
      world.stores.transaction((stores) => stores.participants.saveRoles(i % 2 === 0 ? people : people.toReversed()));
    await Promise.all(Array.from({ length: 12 }, save));
    expect((await world.stores.participants.findRoles(people.map(({ userId }) => userId))).size).toBe(200);
  });
});
