import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Snooze } from '../../src/domain/snooze.ts';
import { advanceReview } from '../../src/usecases/advance-review.ts';
import { remindNow } from '../../src/usecases/remind-now.ts';
import { remindSnoozed } from '../../src/usecases/remind-snoozed.ts';
import { snoozeReminder } from '../../src/usecases/snooze-reminder.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const remindDeps = () => ({ ...world.deps, findTimeZones: async (ids: readonly string[]) => ids.map(() => 'UTC') });

async function reminded(overrides = {}) {
  const review = await world.start({ team: aTeam(4), ...overrides });
  await remindNow(remindDeps(), { workspaceId: WORKSPACE, reviewId: review.id, userId: FACILITATOR });
  return review.id;
}

const snooze = (reviewId: string, { userId = 'U01', choice = 'two_hours' as Snooze } = {}) =>
  snoozeReminder(world.deps, {
    ...{ workspaceId: WORKSPACE, reviewId, userId, phase: 'complaints', choice, timeZone: 'UTC' },
  });
const again = (reviewId: string) => remindSnoozed(remindDeps(), { workspaceId: WORKSPACE, reviewId });
const secondOnes = async (reviewId: string) =>
  (await world.stores.outbox.listOf(reviewId))
    .map(({ purpose }) => purpose)
    .filter((purpose) => purpose.startsWith('snoozed:'));

describe('a reminder that somebody puts off', () => {
  it('comes once more at that moment, and the first one says so until then', async () => {
    const id = await reminded();
    const until = new Date('2026-11-02T11:00:00Z');
    expect(await snooze(id)).toEqual({ ok: true, until });
    expect((await world.stores.outbox.find(`reminder:${id}:complaints:U01`))?.message).toMatchObject({
      snoozedUntil: until.toISOString(),
    });
    world.setNow('2026-11-02T10:59:00Z');
    expect(await world.storage.sweep.findSnoozedReviews(world.deps.clock())).toEqual([]);
    expect(await again(id)).toBe(0);
    world.setNow(until);
    expect(await world.storage.sweep.findSnoozedReviews(until)).toEqual([{ workspaceId: WORKSPACE, reviewId: id }]);
    await Promise.all([again(id), again(id)]);
    expect(await secondOnes(id)).toEqual([`snoozed:${id}:complaints:U01:${until.getTime()}`]);
    expect(await world.storage.sweep.findSnoozedReviews(until)).toEqual([]);
    const trace = (await world.stores.audit.list()).find(({ action }) => action === 'reminder_snoozed');
    expect(trace).toMatchObject({ actorId: 'U01', details: { phase: 'complaints' } });
  });

  it('does not come to somebody who has answered, nor in another step', async () => {
    const id = await reminded();
    await snooze(id);
    await snooze(id, { userId: 'U02' });
    await world.answer(id, 'U01', SAID.noComplaint);
    await world.advance(id);
    world.setNow('2026-11-02T12:00:00Z');
    expect(await again(id)).toBe(0);
    expect(await secondOnes(id)).toEqual([]);
    const other = await reminded();
    await snooze(other);
    await world.answer(other, 'U01', SAID.noComplaint);
    world.passMinutes(180);
    expect(await again(other)).toBe(1);
    expect(await secondOnes(other)).toEqual([]);
  });

  it('waits for the end of a pause', async () => {
    const id = await reminded();
    await snooze(id);
    await world.stores.memberSettings.savePause('U01', '2026-11-02');
    world.passMinutes(180);
    expect(await again(id)).toBe(0);
    expect(await secondOnes(id)).toEqual([]);
    await world.stores.memberSettings.savePause('U01', null);
    expect(await again(id)).toBe(1);
    expect(await secondOnes(id)).toHaveLength(1);
  });

  it('outlives a step that is only given more time', async () => {
    const id = await reminded({ mode: 'open' });
    for (let i = 0; i < 4; i += 1) await world.advance(id);
    await snooze(id);
    world.passMinutes(60);
    const extended = { workspaceId: WORKSPACE, reviewId: id, event: 'extend', actorId: FACILITATOR } as const;
    expect(await advanceReview(world.deps, extended)).toMatchObject({ ok: true });
    expect(await world.stores.participants.findSnooze(id, 'U01')).not.toBeNull();
  });

  it('is refused where the step ends before, when it is over, and to those who need none', async () => {
    const id = await reminded();
    world.setNow('2026-11-03T08:30:00Z');
    expect(await snooze(id)).toMatchObject({ ok: false, reason: 'step_ends_before' });
    await world.answer(id, 'U01', SAID.noComplaint);
    expect(await snooze(id)).toEqual({ ok: false, reason: 'answered_already' });
    expect(await snooze(id, { userId: 'U99' })).toEqual({ ok: false, reason: 'not_invited' });
    await world.advance(id);
    expect(await snooze(id, { userId: 'U02' })).toEqual({ ok: false, reason: 'step_over' });
  });
});
