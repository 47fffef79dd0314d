import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { advanceReview } from '../../src/usecases/advance-review.ts';
import { afterAnswer } from '../../src/usecases/after-answer.ts';
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

const rowsOf = async (table: string) => (await dumpTables(world.pool))[table] ?? [];
const postOf = (purpose: string) => world.stores.outbox.find(purpose);
const team = aTeam(3);

async function everyone(reviewId: string, said: Answer): Promise<void> {
  for (const { userId } of team) await world.answer(reviewId, userId, said);
}

describe('advanceReview', () => {
  it('moves to the next question: prompt, card, trace and time', async () => {
    const { id } = await world.start();
    world.passMinutes(30);
    expect(await world.advance(id)).toEqual({ ok: true, state: 'positives' });
    expect(await world.stores.reviews.find(id)).toMatchObject({
      ...{ state: 'positives', version: 1, phaseEndsAt: new Date('2026-11-03T09:30:00Z') },
    });
    expect(await postOf(`prompt:${id}:positives`)).toMatchObject({ parentPurpose: `card:${id}` });
    expect(await postOf(`card:${id}`)).toMatchObject({ revision: 2 });
    expect((await world.stores.audit.list())[0]).toEqual({
      ...{ actorId: FACILITATOR, action: 'phase_closed', subject: id, at: world.deps.clock() },
      details: { from: 'complaints', to: 'positives', event: 'next_phase' },
    });
  });

  it.each([
    ['somebody else', 'UELSE', 'not_facilitator'],
    ['a member of the team', 'U01', 'not_facilitator'],
  ])('refuses %s', async (_title, actorId, reason) => {
    const { id } = await world.start();
    expect(await world.advance(id, 'next_phase', actorId)).toEqual({ ok: false, reason });
    expect(await world.stateOf(id)).toBe('complaints');
  });

  it('refuses a review that is not there, of another workspace, or closed', async () => {
    const { id } = await world.start();
    const event = { event: 'next_phase', actorId: FACILITATOR } as const;
    for (const reviewId of ['00000000-0000-4000-8000-000000000000', id]) {
      const workspaceId = reviewId === id ? 'T2' : WORKSPACE;
      const refused = await advanceReview(world.deps, { ...event, workspaceId, reviewId });
      expect(refused).toEqual({ ok: false, reason: 'review_not_found' });
    }
    for (let step = 0; step < 5; step += 1) await world.advance(id);
    expect(await world.advance(id)).toEqual({ ok: false, reason: 'review_closed' });
  });

  it('moves one step for many who press at once', async () => {
    const { id } = await world.start();
    const press = () =>
      advanceReview(world.deps, {
        ...{ workspaceId: WORKSPACE, reviewId: id, event: 'next_phase', actorId: FACILITATOR },
        expectedState: 'complaints',
      });
    const results = await Promise.all([press(), press(), press(), press()]);
    expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, state: 'positives' }]);
    expect(results.filter(({ ok }) => !ok)).toEqual(Array(3).fill({ ok: false, reason: 'moved_already' }));
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'positives', version: 1 });
  });
});

describe('time_up', () => {
  it('moves a review at its time and not before', async () => {
    const { id } = await world.start({ preset: 'live' });
    world.setNow('2026-11-02T09:09:59.999Z');
    expect(await world.advance(id, 'time_up', null)).toEqual({ ok: false, reason: 'not_due' });
    world.setNow('2026-11-02T09:10:00Z');
    expect(await world.advance(id, 'time_up', null)).toEqual({ ok: true, state: 'positives' });
    expect(await world.advance(id, 'time_up', null)).toEqual({ ok: false, reason: 'not_due' });
  });

  it('moves it once for two replicas that see it at once', async () => {
    const { id } = await world.start({ preset: 'live' });
    world.passMinutes(10);
    const results = await Promise.all([world.advance(id, 'time_up', null), world.advance(id, 'time_up', null)]);
    expect(results).toEqual(
      expect.arrayContaining([
        { ok: true, state: 'positives' },
        { ok: false, reason: 'not_due' },
      ]),
    );
  });

  it('gives the next step its whole time after the app was down', async () => {
    const { id } = await world.start({ preset: 'live' });
    world.passMinutes(24 * 60);
    await world.advance(id, 'time_up', null);
    const { phaseEndsAt } = (await world.stores.reviews.find(id)) ?? {};
    expect(phaseEndsAt).toEqual(new Date('2026-11-03T09:10:00Z'));
  });
});

describe('everyone_answered', () => {
  it.each(['open', 'private'] as const)('moves a review that is %s when the last person has answered', async (mode) => {
    const { id } = await world.start({ mode, team });
    await world.answer(id, 'U01', SAID.noComplaint);
    await world.answer(id, 'U02', SAID.noComplaint);
    expect(await world.advance(id, 'everyone_answered', null)).toEqual({ ok: false, reason: 'not_due' });
    await world.answer(id, 'U03', SAID.noComplaint);
    expect(await world.advance(id, 'everyone_answered', null)).toEqual({ ok: true, state: 'positives' });
    expect(await world.advance(id, 'everyone_answered', null)).toEqual({ ok: false, reason: 'not_due' });
  });

  it('follows the answers that came last, of many at once, by one step', async () => {
    const { id } = await world.start({ team });
    const answerAndFollow = async (userId: string) => {
      await world.answer(id, userId, SAID.noComplaint);
      return afterAnswer(world.deps, { workspaceId: WORKSPACE, reviewId: id, phase: 'complaints' });
    };
    const moved = await Promise.all(team.map(({ userId }) => answerAndFollow(userId)));
    expect(moved.filter(Boolean)).toHaveLength(1);
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'positives', version: 1 });
  });

  it('is not brought about by a late answer', async () => {
    const { id } = await world.start({ team });
    await world.advance(id);
    await everyone(id, SAID.noComplaint);
    expect(await afterAnswer(world.deps, { workspaceId: WORKSPACE, reviewId: id, phase: 'complaints' })).toBe(false);
    expect(await world.stateOf(id)).toBe('positives');
  });
});

describe('the words of a private review', () => {
  it('are owed to the thread when their step ends: no names, another order', async () => {
    const { id } = await world.start();
    const given = aTeam(7).map(({ userId }) => userId);
    for (const userId of given) await world.answer(id, userId, SAID.complaint(`said by ${userId}`));
    await world.advance(id);
    const post = await postOf(`reveal:${id}:complaints`);
    if (post?.message?.kind !== 'reveal') throw new Error('nothing was revealed');
    const texts = post.message.said.map(({ text }) => text);
    expect([...texts].sort()).toEqual(given.map((userId) => `said by ${userId}`));
    expect(texts).not.toEqual([...texts].sort());
    expect(post.message).toMatchObject({ answered: 7 });
    expect(new Set(post.message.said.map(({ authorId }) => authorId))).toEqual(new Set([null]));
    expect(await world.stores.reviews.find(id)).toMatchObject({ revealed: ['complaints'] });
  });

  it('are counted only when two people gave them', async () => {
    const { id } = await world.start();
    for (const userId of ['U01', 'U02']) await world.answer(id, userId, SAID.complaint('They pay late'));
    await world.advance(id);
    expect(await postOf(`reveal:${id}:complaints`)).toMatchObject({ message: { answered: 2, said: [] } });
    expect(await world.stores.reviews.find(id)).toMatchObject({ revealed: [] });
    expect(JSON.stringify(await rowsOf('Post'))).not.toContain('They pay late');
  });

  it('are not owed once more in an open review, where they are in the thread', async () => {
    const { id } = await world.start({ mode: 'open', team });
    await everyone(id, SAID.complaint('They pay late'));
    await world.advance(id);
    expect(await postOf(`reveal:${id}:complaints`)).toBeNull();
  });
});

describe('a review that is short of voices', () => {
  async function shortOne(): Promise<string> {
    const { id } = await world.start({ preset: 'live' });
    await world.answer(id, 'U01', SAID.noComplaint);
    for (let step = 0; step < 4; step += 1) await world.advance(id);
    expect(await world.stateOf(id)).toBe('short_of_voices');
    return id;
  }

  it('waits one more step and says how many it has and needs', async () => {
    const id = await shortOne();
    const message = { kind: 'short_of_voices', have: 1, need: 4, invited: 7, until: '2026-11-02T09:10:00.000Z' };
    expect(await postOf(`short:${id}:3`)).toMatchObject({ message });
    expect(await world.stores.reviews.find(id)).toMatchObject({ phaseEndsAt: new Date('2026-11-02T09:10:00Z') });
  });

  it('is given more time once, however often that is asked for', async () => {
    const id = await shortOne();
    world.passMinutes(5);
    const results = await Promise.all([1, 2, 3].map(() => world.advance(id, 'extend')));
    world.passMinutes(0.01);
    results.push(await world.advance(id, 'extend'));
    expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, state: 'short_of_voices' }]);
    const shorts = (await rowsOf('Post')).filter(({ purpose }) => String(purpose).startsWith('short:'));
    expect(shorts).toHaveLength(2);
    expect(await world.stores.reviews.find(id)).toMatchObject({ phaseEndsAt: new Date('2026-11-02T09:15:00Z') });
    expect((await world.stores.audit.list()).filter(({ action }) => action === 'review_extended')).toHaveLength(1);
  });

  it('never loses time by being given more', async () => {
    world.setNow('2026-11-06T10:00:00Z');
    const { id } = await world.start();
    for (let step = 0; step < 4; step += 1) await world.advance(id);
    const monday = new Date('2026-11-09T10:00:00Z');
    expect(await world.stores.reviews.find(id)).toMatchObject({ phaseEndsAt: monday });
    world.setNow('2026-11-07T08:00:00Z');
    await world.advance(id, 'extend');
    expect(await world.stores.reviews.find(id)).toMatchObject({ phaseEndsAt: monday });
  });

  it('takes answers to every question as late, and closes when all have answered the first', async () => {
    const id = await shortOne();
    for (const { userId } of aTeam(7)) await world.answer(id, userId, SAID.noComplaint);
    expect(await world.answer(id, 'U02', SAID.vote('keep'))).toMatchObject({ ok: true, isLate: true });
    expect(await afterAnswer(world.deps, { workspaceId: WORKSPACE, reviewId: id, phase: 'complaints' })).toBe(true);
    expect(await world.stateOf(id)).toBe('closed');
    expect((await world.stores.records.findVerdict(id))?.figures).toMatchObject({ voices: 7 });
  });

  it('closes without a verdict when its time is up', async () => {
    const id = await shortOne();
    world.passMinutes(10);
    expect(await world.advance(id, 'time_up', null)).toEqual({ ok: true, state: 'closed' });
    expect((await world.stores.records.findVerdict(id))?.verdict).toMatchObject({ mode: 'not_enough_voices' });
  });

  it('is the only one that can be extended', async () => {
    const { id } = await world.start();
    expect(await world.advance(id, 'extend')).toEqual({ ok: false, reason: 'not_short_of_voices' });
  });
});
