import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review-record.ts';
import type { Facilitating } from '../../src/usecases/as-facilitator.ts';
import { cancelReview } from '../../src/usecases/cancel-review.ts';
import { changePeople } from '../../src/usecases/change-people.ts';
import { changeTimes } from '../../src/usecases/change-times.ts';
import { hideAnswer } from '../../src/usecases/hide-answer.ts';
import { readDesk } from '../../src/usecases/read-desk.ts';
import { remindNow } from '../../src/usecases/remind-now.ts';
import { reopenPhase } from '../../src/usecases/reopen-phase.ts';
import { takeOver } from '../../src/usecases/take-over.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
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

const as = (userId: string, { id }: Pick<Review, 'id'>): Facilitating => ({
  workspaceId: WORKSPACE,
  reviewId: id,
  userId,
});
const boss = (review: Pick<Review, 'id'>) => as(FACILITATOR, review);
const auditOf = async (action: string) => (await world.stores.audit.list()).filter((entry) => entry.action === action);
const messageOf = async (purpose: string) => (await world.stores.outbox.find(purpose))?.message;
const zones: Record<string, string> = { U02: 'America/Los_Angeles' };
const remindDeps = () => ({
  ...world.deps,
  findTimeZones: async (ids: readonly string[]) => ids.map((id) => zones[id] ?? 'UTC'),
});

describe('what only the facilitator may do', () => {
  const EVERYTHING: Readonly<Record<string, (request: Facilitating) => Promise<{ ok: boolean; reason?: string }>>> = {
    'remind them': (request) => remindNow(remindDeps(), request),
    'open a step again': (request) => reopenPhase(world.deps, { ...request, phase: 'complaints' }),
    'change the times': (request) =>
      changeTimes(world.deps, { ...request, phaseEndsAt: new Date('2026-11-05T09:00:00Z'), deadlineDate: null }),
    'change the people': (request) => changePeople(world.deps, { ...request, add: [], remove: ['U07'] }),
    'hide an answer': (request) => hideAnswer(world.deps, { ...request, digest: 'x', reason: 'unfair' }),
    cancel: (request) => cancelReview(world.deps, request),
  };

  it.each(Object.keys(EVERYTHING))('is refused to others, for no review, and once it is over: %s', async (name) => {
    const work = EVERYTHING[name] as (request: Facilitating) => Promise<{ ok: boolean; reason?: string }>;
    const review = await world.start();
    await world.advance(review.id);
    const before = await dumpTables(world.pool);
    expect(await work(as('U01', review))).toEqual({ ok: false, reason: 'not_facilitator' });
    expect(await work(boss({ id: '0b7e3a52-3a3f-4a52-9b7e-000000000000' }))).toEqual({
      ok: false,
      reason: 'review_not_found',
    });
    expect(await dumpTables(world.pool)).toEqual(before);
    await cancelReview(world.deps, boss(review));
    expect(await work(boss(review))).toEqual({ ok: false, reason: 'review_closed' });
  });
});

describe('the desk', () => {
  it('shows the facilitator who is missing, and leaves a trace of that', async () => {
    const review = await world.start({ team: aTeam(3) });
    await world.answer(review.id, 'U02', SAID.complaint('They pay late'));
    const open = { ...boss(review), isManager: true, isOpening: true };
    const found = await readDesk(world.deps, open);
    expect(found).toMatchObject({
      ok: true,
      kind: 'facilitator',
      desk: { answered: ['U02'], waiting: ['U01', 'U03'] },
    });
    expect(JSON.stringify(found)).not.toContain('They pay late');
    await readDesk(world.deps, { ...open, isOpening: false });
    expect(await auditOf('who_answered_seen')).toHaveLength(1);
  });

  it('shows managers who facilitates, and nothing to others', async () => {
    const review = await world.start();
    const asked = { ...as('U01', review), isOpening: true };
    expect(await readDesk(world.deps, { ...asked, isManager: true })).toMatchObject({ ok: true, kind: 'manager' });
    expect(await readDesk(world.deps, { ...asked, isManager: false })).toMatchObject({ reason: 'not_facilitator' });
    expect(await auditOf('who_answered_seen')).toEqual([]);
  });
});

describe('reminding them now', () => {
  it('reaches each of them once, and those who sleep when their day begins', async () => {
    const review = await world.start({ team: aTeam(4) });
    await world.answer(review.id, 'U04', SAID.noComplaint);
    const first = await remindNow(remindDeps(), boss(review));
    expect(first).toEqual({ ok: true, reminded: { now: 2, later: 1, before: 0 } });
    expect(await messageOf(`reminder:${review.id}:complaints:U01`)).toMatchObject({ kind: 'reminder', userId: 'U01' });
    expect(await messageOf(`reminder:${review.id}:complaints:U04`)).toBeUndefined();
    expect(await world.storage.sweep.findRemindableReviews(START)).toHaveLength(1);
    world.setNow('2026-11-02T17:30:00Z');
    expect(await remindNow(remindDeps(), boss(review))).toEqual({
      ok: true,
      reminded: { now: 1, later: 0, before: 2 },
    });
    expect(await auditOf('reminders_asked')).toMatchObject([
      { actorId: FACILITATOR },
      { details: { phase: 'complaints' } },
    ]);
  });

  it('works in a meeting as well, and ends with the step', async () => {
    const review = await world.start({ preset: 'live', team: aTeam(3) });
    expect(await remindNow(remindDeps(), boss(review))).toMatchObject({ reminded: { now: 2, later: 1 } });
    await world.advance(review.id);
    expect((await world.stores.reviews.find(review.id))?.remindFromAt).toBeNull();
    expect(await world.storage.sweep.findRemindableReviews(START)).toEqual([]);
  });
});

describe('changing the times', () => {
  it('changes them, and what the thread says of them', async () => {
    const review = await world.start();
    const promptBefore = (await world.stores.outbox.find(`prompt:${review.id}:complaints`))?.revision ?? 0;
    const phaseEndsAt = new Date('2026-11-04T12:00:00Z');
    const request = { ...boss(review), phaseEndsAt, deadlineDate: '2026-11-12' };
    expect(await changeTimes(world.deps, request)).toEqual({ ok: true, phaseEndsAt });
    expect(await world.stores.reviews.find(review.id)).toMatchObject({
      phaseEndsAt,
      deadline: new Date('2026-11-12T18:00:00Z'),
    });
    expect((await world.stores.outbox.find(`prompt:${review.id}:complaints`))?.revision).toBe(promptBefore + 1);
    expect(await changeTimes(world.deps, { ...request, deadlineDate: null })).toMatchObject({ ok: true });
    expect((await world.stores.reviews.find(review.id))?.deadline).toBeNull();
    expect(await auditOf('times_changed')).toHaveLength(2);
  });

  it('refuses what cannot be, and changes nothing then', async () => {
    const review = await world.start();
    const request = { ...boss(review), phaseEndsAt: new Date('2026-11-02T09:05:00Z'), deadlineDate: null };
    expect(await changeTimes(world.deps, request)).toEqual({ ok: false, reason: 'step_too_soon' });
    const invalid = { ...request, phaseEndsAt: new Date('2026-11-04T09:00:00Z'), deadlineDate: '2026-02-30' };
    expect(await changeTimes(world.deps, invalid)).toEqual({ ok: false, reason: 'deadline_invalid' });
    expect((await world.stores.reviews.find(review.id))?.phaseEndsAt).toEqual(review.phaseEndsAt);
    expect(await auditOf('times_changed')).toEqual([]);
  });

  it('tells those who wait for voices how long that is now', async () => {
    const review = await world.start({ mode: 'open' });
    for (let i = 0; i < 4; i += 1) await world.advance(review.id);
    const phaseEndsAt = new Date('2026-11-09T09:00:00Z');
    await changeTimes(world.deps, { ...boss(review), phaseEndsAt, deadlineDate: null });
    expect(await messageOf(`short:${review.id}:3`)).toMatchObject({ until: phaseEndsAt.toISOString() });
  });
});

describe('changing the people', () => {
  const add = (review: Review, ...ids: string[]) =>
    changePeople(world.deps, { ...boss(review), add: ids.map((userId) => ({ userId, role: 'finance' })), remove: [] });
  const remove = (review: Review, ...ids: string[]) =>
    changePeople(world.deps, { ...boss(review), add: [], remove: ids });

  it('invites those who are new, once', async () => {
    const review = await world.start({ team: aTeam(3) });
    expect(await add(review, 'U20')).toEqual({ ok: true, added: ['U20'], removed: [] });
    expect(await messageOf(`invitation:${review.id}:U20`)).toEqual({ kind: 'invitation', userId: 'U20' });
    expect((await world.answer(review.id, 'U20', SAID.noComplaint)).ok).toBe(true);
    expect(await world.stores.participants.findRoles(['U20'])).toEqual(new Map([['U20', 'finance']]));
    expect(await add(review, 'U20')).toEqual({ ok: true, added: [], removed: [] });
    expect(await add(review)).toEqual({ ok: false, reason: 'nobody_chosen' });
    expect(await auditOf('people_changed')).toMatchObject([{ details: { added: 'U20', removed: '' } }]);
  });

  it('keeps what somebody said who is no longer asked, and takes them back', async () => {
    const review = await world.start({ team: aTeam(4) });
    await world.answer(review.id, 'U04', SAID.noComplaint);
    expect(await remove(review, 'U04')).toMatchObject({ ok: true, removed: ['U04'] });
    expect(await world.stores.participants.list(review.id)).toContainEqual({
      userId: 'U04',
      role: 'support',
      absence: 'removed',
    });
    expect(await world.answer(review.id, 'U04', SAID.complaint('one more thing'))).toMatchObject({
      ok: false,
      reason: 'not_invited',
    });
    expect(await world.stores.answers.list(review.id)).toHaveLength(1);
    expect(await add(review, 'U04')).toMatchObject({ ok: true });
    expect((await world.answer(review.id, 'U04', SAID.complaint('one more thing'))).ok).toBe(true);
  });

  it('leaves three people at least, and fifty at most', async () => {
    const review = await world.start({ team: aTeam(4) });
    expect(await remove(review, 'U01', 'U02')).toEqual({ ok: false, reason: 'too_few_left' });
    const many = Array.from({ length: 47 }, (_, i) => `V${i}`);
    expect(await add(review, ...many)).toEqual({ ok: false, reason: 'too_many_people' });
    expect(await add(review, ...many.slice(1))).toMatchObject({ ok: true });
    const both = { ...boss(review), add: [{ userId: 'V46', role: 'other' as const }], remove: ['U01', 'V46'] };
    expect(await changePeople(world.deps, both)).toEqual({ ok: false, reason: 'person_in_both' });
  });

  it('does not write to people who sit in the same meeting', async () => {
    const review = await world.start({ preset: 'live', team: aTeam(3) });
    await add(review, 'U20');
    expect(await messageOf(`invitation:${review.id}:U20`)).toBeUndefined();
  });
});

describe('taking over', () => {
  it('makes a manager the facilitator and tells the one before, once', async () => {
    const review = await world.start();
    const request = { ...as('U01', review), isManager: true };
    expect(await takeOver(world.deps, request)).toEqual({ ok: true });
    expect(await takeOver(world.deps, request)).toEqual({ ok: false, reason: 'facilitator_already' });
    expect(await world.stores.reviews.find(review.id)).toMatchObject({ facilitatorId: 'U01' });
    const purposes = (await world.stores.outbox.listOf(review.id))
      .map(({ purpose }) => purpose)
      .filter((one) => one.startsWith('taken_over:'));
    expect(purposes).toHaveLength(1);
    expect(await world.stores.outbox.find(purposes[0] ?? '')).toMatchObject({
      channelId: FACILITATOR,
      message: { kind: 'taken_over', byId: 'U01' },
    });
    expect(await auditOf('facilitator_changed')).toMatchObject([{ actorId: 'U01', details: { from: FACILITATOR } }]);
    expect(await world.advance(review.id)).toEqual({ ok: false, reason: 'not_facilitator' });
  });

  it('is refused to others than managers and once the review is over', async () => {
    const review = await world.start();
    const refused = { ...as('U01', review), isManager: false };
    expect(await takeOver(world.deps, refused)).toEqual({ ok: false, reason: 'not_manager' });
    await cancelReview(world.deps, boss(review));
    expect(await takeOver(world.deps, { ...refused, isManager: true })).toEqual({ ok: false, reason: 'review_closed' });
  });
});

describe('cancelling', () => {
  it.each(['open', 'private'] as const)('keeps nothing of what was said in a review that is %s', async (mode) => {
    const review = await world.start({ mode, team: aTeam(4), client: { newName: 'Northwind' } });
    for (const { userId } of aTeam(3)) await world.answer(review.id, userId, SAID.complaint(`said by ${userId}`));
    await world.advance(review.id);
    expect(await cancelReview(world.deps, boss(review))).toEqual({ ok: true });
    expect(await cancelReview(world.deps, boss(review))).toEqual({ ok: false, reason: 'review_closed' });
    const dump = await dumpTables(world.pool);
    for (const table of ['Answer', 'ReviewSecret', 'HiddenWords', 'TypedReply', 'Statement', 'Verdict', 'Decision'])
      expect(dump[table], table).toEqual([]);
    expect(JSON.stringify(dump)).not.toContain('said by');
    expect(await world.stores.reviews.find(review.id)).toMatchObject({
      state: 'cancelled',
      cancelledById: FACILITATOR,
      phaseEndsAt: null,
    });
    expect(await messageOf(`cancelled:${review.id}`)).toEqual({ kind: 'cancelled', byId: FACILITATOR });
    const words = mode === 'open' ? `answer:${review.id}:complaints:U01` : `reveal:${review.id}:complaints`;
    expect(await messageOf(words)).toEqual({ kind: 'retracted' });
    expect(await auditOf('review_cancelled')).toMatchObject([{ actorId: FACILITATOR, details: { from: 'positives' } }]);
    expect(await world.answer(review.id, 'U04', SAID.noComplaint)).toMatchObject({
      ok: false,
      reason: 'review_closed',
    });
    expect((await world.start({ client: { newName: 'Northwind' } })).clientId).toBe(review.clientId);
  });
});
