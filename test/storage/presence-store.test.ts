import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStoreWorld, type StoreWorld } from '../support/store-world.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

describe('setAbsence', () => {
  it('notes it for one person of one review', async () => {
    const [{ id }, other] = [await world.aReview(), await world.aReview()];
    expect(await world.stores.presence.setAbsence(id, { userId: 'U1', from: null, to: 'away' })).toBe(true);
    const absenceOf = async (reviewId: string) =>
      (await world.stores.participants.list(reviewId)).map(({ absence }) => absence);
    expect(await absenceOf(id)).toEqual(['away', null]);
    expect(await absenceOf(other.id)).toEqual([null, null]);
  });

  it('changes nothing that was noted otherwise meanwhile', async () => {
    const { id } = await world.aReview();
    const { presence } = world.stores;
    await presence.setAbsence(id, { userId: 'U1', from: null, to: 'removed' });
    expect(await presence.setAbsence(id, { userId: 'U1', from: null, to: 'away' })).toBe(false);
    expect(await presence.setAbsence(id, { userId: 'U1', from: 'away', to: null })).toBe(false);
    expect(await presence.setAbsence(id, { userId: 'U7', from: null, to: 'away' })).toBe(false);
    expect((await world.stores.participants.list(id))[0]?.absence).toBe('removed');
  });
});

describe('open reviews', () => {
  it('are found by their channel and by who was invited, oldest first', async () => {
    const people = [{ userId: 'U71', role: 'sales' as const }];
    const later = await world.aReview({ channelId: 'C7', startedAt: new Date('2026-11-03T09:00:00Z') }, people);
    const earlier = await world.aReview({ channelId: 'C7' });
    const closed = await world.aReview({ channelId: 'C7' }, people);
    await world.stores.reviews.moveTo(closed.id, { state: 'closed', phaseEndsAt: null, now: new Date() });
    await world.aReview({ channelId: 'C8' });
    expect(await world.stores.presence.listOpenIn('C7')).toEqual([earlier.id, later.id]);
    expect(await world.stores.presence.listOpenOf('U71')).toEqual([later.id]);
    expect(await world.stores.presence.listOpenOf('U72')).toEqual([]);
  });
});

describe('the days off of people', () => {
  it('are those saved last, by many at once too', async () => {
    const { memberSettings } = world.stores;
    const one = [{ from: '2026-12-24', to: '2026-12-26' }];
    await Promise.all(Array.from({ length: 8 }, () => memberSettings.saveDaysOff('U73', one)));
    await memberSettings.saveDaysOff('U74', []);
    expect([...(await memberSettings.findDaysOff(['U73', 'U74', 'U75']))].sort()).toEqual([
      ['U73', one],
      ['U74', []],
    ]);
  });
});
