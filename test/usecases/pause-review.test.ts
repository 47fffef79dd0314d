import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelRefusal } from '../../src/domain/post.ts';
import { createChannelWatch } from '../../src/jobs/watch-channels.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { afterAnswer } from '../../src/usecases/after-answer.ts';
import { pauseReview } from '../../src/usecases/pause-review.ts';
import { remindParticipants } from '../../src/usecases/remind-participants.ts';
import { resumeReview } from '../../src/usecases/resume-review.ts';
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

const pause = (reviewId: string, reason: ChannelRefusal = 'external', channelId = 'C1') =>
  pauseReview(world.deps, { workspaceId: WORKSPACE, reviewId, channelId, reason });
const resume = (reviewId: string, channelId = 'C1') =>
  resumeReview(world.deps, { workspaceId: WORKSPACE, reviewId, channelId });
const find = (reviewId: string) => world.stores.reviews.find(reviewId);
const actions = async () => (await world.stores.audit.list()).map(({ action }) => action);
const notices = async () =>
  (
    await world.pool.query<{ purpose: string; message: object; channelId: string }>(
      `SELECT purpose, message, "channelId" FROM "Post" WHERE purpose LIKE 'paused:%' ORDER BY purpose`,
    )
  ).rows;

describe('pauseReview', () => {
  it('stands still, is noted, and is told to the facilitator once', async () => {
    const { id } = await world.start();
    expect(await pause(id)).toBe(true);
    world.passMinutes(5);
    expect(await pause(id)).toBe(true);
    expect(await find(id)).toMatchObject({ pausedReason: 'external', pausedAt: START });
    expect(await notices()).toMatchObject([{ channelId: FACILITATOR, message: { reason: 'external', ended: null } }]);
    expect((await actions()).filter((action) => action === 'review_paused')).toHaveLength(1);
  });

  it('tells of another reason in the same message, and counts from its beginning', async () => {
    const { id } = await world.start();
    await pause(id, 'pending_external');
    world.passMinutes(5);
    await pause(id, 'external');
    expect(await find(id)).toMatchObject({ pausedReason: 'external', pausedAt: START });
    expect(await notices()).toMatchObject([{ message: { reason: 'external' } }]);
  });

  it.each([
    ['for a reason that may pass', (id: string) => pause(id, 'unknown')],
    ['for a channel it is not in', (id: string) => pause(id, 'external', 'C9')],
  ])('does not happen %s', async (_title, work) => {
    const { id } = await world.start();
    expect(await work(id)).toBe(false);
    expect(await find(id)).toMatchObject({ pausedReason: null });
    expect(await notices()).toEqual([]);
  });

  it('does not happen to a rehearsal, nor to a review that has closed', async () => {
    const rehearsal = await world.start();
    await world.pool.query('UPDATE "Review" SET "isRehearsal" = true WHERE id = $1', [rehearsal.id]);
    expect(await pause(rehearsal.id)).toBe(false);
    const closed = await world.start();
    for (let step = 0; step < 5; step += 1) await world.advance(closed.id);
    expect(await pause(closed.id)).toBe(false);
  });
});

describe('a paused review', () => {
  it('ends no step, whoever asks, and takes every answer', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    await pause(id);
    for (const { userId } of aTeam(3))
      expect(await world.answer(id, userId, SAID.noComplaint)).toMatchObject({ ok: true });
    expect(await afterAnswer(world.deps, { workspaceId: WORKSPACE, reviewId: id, phase: 'complaints' })).toBe(false);
    world.passMinutes(5 * 24 * 60);
    for (const event of ['everyone_answered', 'time_up', 'next_phase', 'extend'] as const)
      expect(await world.advance(id, event)).toEqual({ ok: false, reason: 'paused' });
    expect(await world.storage.sweep.findDueReviews(world.deps.clock())).toEqual([]);
    expect(await world.storage.sweep.findCompleteReviews()).toEqual([]);
    await resume(id);
    expect(await world.storage.sweep.findCompleteReviews()).toHaveLength(1);
  });

  it('reminds nobody', async () => {
    const { id } = await world.start({ team: aTeam(3) });
    world.setNow('2026-11-03T08:30:00Z');
    await pause(id);
    const deps = { ...world.deps, findTimeZones: async (ids: readonly string[]) => ids.map(() => 'UTC') };
    expect(await world.storage.sweep.findRemindableReviews(world.deps.clock())).toEqual([]);
    expect(await remindParticipants(deps, { workspaceId: WORKSPACE, reviewId: id })).toBe(0);
  });
});

describe('resumeReview', () => {
  it('gives each step its time back and says everything that was held', async () => {
    const review = await world.start();
    const purpose = `prompt:${review.id}:complaints`;
    await world.stores.outbox.hold(purpose, 'external');
    await pause(review.id);
    world.passMinutes(100);
    expect(await resume(review.id)).toBe(true);
    expect(await resume(review.id)).toBe(false);
    const later = (at: Date | null) => new Date((at?.getTime() ?? 0) + 100 * 60_000);
    expect(await find(review.id)).toMatchObject({
      ...{ pausedReason: null, pausedAt: null },
      ...{ phaseEndsAt: later(review.phaseEndsAt), phaseStartedAt: later(review.phaseStartedAt) },
    });
    expect(await world.stores.outbox.find(purpose)).toMatchObject({ holdReason: null, revision: 2 });
    expect(await world.stores.outbox.find(`card:${review.id}`)).toMatchObject({ revision: 2 });
    expect(await notices()).toMatchObject([{ message: { ended: 'resumed' } }]);
    expect((await actions())[0]).toBe('review_resumed');
  });

  it('tells the facilitator again of a second pause', async () => {
    const { id } = await world.start();
    await pause(id);
    world.passMinutes(1);
    await resume(id);
    world.passMinutes(1);
    await pause(id);
    expect(await notices()).toMatchObject([{ message: { ended: 'resumed' } }, { message: { ended: null } }]);
  });

  it('says until when the review waits for voices now', async () => {
    const { id } = await world.start();
    for (let step = 0; step < 4; step += 1) await world.advance(id);
    await pause(id);
    world.passMinutes(60);
    await resume(id);
    const until = (await find(id))?.phaseEndsAt?.toISOString();
    expect((await world.stores.outbox.find(`short:${id}:3`))?.message).toMatchObject({
      kind: 'short_of_voices',
      until,
    });
  });

  it('leaves a review alone that runs in another channel by now', async () => {
    const { id } = await world.start();
    await pause(id);
    expect(await resume(id, 'C9')).toBe(false);
  });
});

describe('the watch over channels', () => {
  const refusals = new Map<string, ChannelRefusal | null>();
  const asked: string[] = [];
  const newWatch = () =>
    createChannelWatch({
      ...world.deps,
      logger: createLogger({ level: 'silent' }),
      findChannelRefusal: async ({ channelId }) => {
        asked.push(channelId);
        return refusals.get(channelId) ?? null;
      },
    });
  beforeEach(() => {
    refusals.clear();
    asked.length = 0;
  });

  it('looks every ten minutes, and every time while a review is paused', async () => {
    const { id } = await world.start();
    const watch = newWatch();
    const at = (minute: number) => new Date(START.getTime() + minute * 60_000);
    for (const minute of [0, 1, 9]) await watch(at(minute));
    expect(asked).toHaveLength(1);
    refusals.set('C1', 'guests');
    await watch(at(10));
    expect(await find(id)).toMatchObject({ pausedReason: 'guests' });
    for (const minute of [11, 12]) await watch(at(minute));
    expect(asked).toHaveLength(4);
    refusals.delete('C1');
    await watch(at(13));
    expect(await find(id)).toMatchObject({ pausedReason: null });
  });

  it('changes nothing while Slack does not say, either way', async () => {
    const { id } = await world.start();
    refusals.set('C1', 'unknown');
    await newWatch()(START);
    expect(await find(id)).toMatchObject({ pausedReason: null });
    await pause(id);
    await newWatch()(START);
    expect(await find(id)).toMatchObject({ pausedReason: 'external' });
  });
});
