import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PHASES } from '../../src/domain/answer.ts';
import { sampleTeam } from '../../src/domain/rehearsal/sample-team.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { deleteRehearsal } from '../../src/usecases/delete-rehearsal.ts';
import { readOverview } from '../../src/usecases/read-overview.ts';
import { readOwnAnswers } from '../../src/usecases/read-own-answers.ts';
import { refreshCard } from '../../src/usecases/refresh-card.ts';
import { remindParticipants } from '../../src/usecases/remind-participants.ts';
import { startRehearsal } from '../../src/usecases/start-rehearsal.ts';
import { startReview } from '../../src/usecases/start-review.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
import { aStart, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const start = (overrides: Partial<Parameters<typeof startRehearsal>[1]> = {}) =>
  startRehearsal(world.deps, {
    ...{ workspaceId: WORKSPACE, userId: FACILITATOR, mode: 'private', language: 'en' },
    ...overrides,
  });
const erase = (reviewId: string) => deleteRehearsal(world.deps, { workspaceId: WORKSPACE, reviewId });
const answered = (reviewId: string) =>
  Promise.all(PHASES.map(async (phase) => (await world.stores.answers.listKeys(reviewId, phase)).length));
const postsOf = async (reviewId: string) => (await world.stores.outbox.listOf(reviewId)).map(({ purpose }) => purpose);

/** Slack has done everything that is owed. */
async function deliverAll(reviewId: string): Promise<void> {
  for (const { purpose, revision } of await world.stores.outbox.listOf(reviewId))
    await world.stores.outbox.finish(purpose, { revision, isFinal: false });
}

describe('startRehearsal', () => {
  it('asks one person in their direct messages, with six who have answered', async () => {
    const review = await start();
    expect(review).toMatchObject({
      ...{ isRehearsal: true, channelId: FACILITATOR, facilitatorId: FACILITATOR, mode: 'private', preset: 'live' },
      ...{ state: 'complaints', phaseEndsAt: new Date(START.getTime() + 30 * 60_000) },
    });
    const people = await world.stores.participants.list(review.id);
    const samples = sampleTeam('en').voices.map(({ userId }) => userId);
    expect(people.map(({ userId }) => userId).sort()).toEqual([FACILITATOR, ...samples].sort());
    expect(await answered(review.id)).toEqual([6, 0, 0, 0]);
    expect(await postsOf(review.id)).toEqual([`card:${review.id}`, `prompt:${review.id}:complaints`]);
  });

  it.each(['en', 'ru'] as const)('speaks %s', async (language) => {
    const review = await start({ language, mode: 'open' });
    const { clientName, voices } = sampleTeam(language);
    expect(review).toMatchObject({ language, clientName });
    expect(await postsOf(review.id)).toEqual(
      expect.arrayContaining(voices.map(({ userId }) => `answer:${review.id}:complaints:${userId}`)),
    );
  });

  it('remembers nobody’s role and takes the person’s own from real reviews', async () => {
    await world.stores.participants.saveRoles([{ userId: FACILITATOR, role: 'finance' }]);
    const { id } = await start();
    const [self] = (await world.stores.participants.list(id)).filter(({ userId }) => userId === FACILITATOR);
    expect(self).toMatchObject({ role: 'finance' });
    expect((await dumpTables(world.pool)).MemberRole).toHaveLength(1);
  });

  it('names nobody beside a private sample answer', async () => {
    const { id } = await start();
    const answers = await world.stores.answers.list(id);
    expect(answers.map(({ personKey }) => personKey).join()).not.toMatch(/sample|UBOSS/);
  });

  it('ends the person’s earlier rehearsal and leaves those of others', async () => {
    const others = await start({ userId: 'UOTHER' });
    const first = await start({ mode: 'open' });
    const second = await start();
    expect(await world.stateOf(first.id)).toBe('cancelled');
    expect(await answered(first.id)).toEqual([0, 0, 0, 0]);
    const posts = await world.stores.outbox.listOf(first.id);
    expect(new Set(posts.map(({ message }) => message?.kind))).toEqual(new Set(['retracted']));
    expect(await world.stateOf(second.id)).toBe('complaints');
    expect(await world.stateOf(others.id)).toBe('complaints');
  });

  it('leaves one that runs of many that start at once', async () => {
    const started = await Promise.all(Array.from({ length: 4 }, () => start()));
    const states = await Promise.all(started.map(({ id }) => world.stateOf(id)));
    expect(states.sort()).toEqual(['cancelled', 'cancelled', 'cancelled', 'complaints']);
  });
});

describe.each(['private', 'open'] as const)('a rehearsal, %s', (mode) => {
  it('goes from step to step with the one answer that is missing', async () => {
    const { id } = await start({ mode });
    const said = [SAID.noComplaint, SAID.positive('They thank us.'), SAID.lesson(null), SAID.vote('keep')];
    for (const [i, given] of said.entries()) {
      expect((await answered(id))[i]).toBe(6);
      expect(await world.answer(id, FACILITATOR, given)).toMatchObject({ ok: true });
      await world.advance(id, 'everyone_answered', null);
    }
    expect(await world.stateOf(id)).toBe('closed');
    expect((await world.stores.records.findVerdict(id))?.verdict).toMatchObject({ stance: 'keep', mode: 'repair' });
  });

  it('goes on without an answer and closes by itself, half an hour a step', async () => {
    const { id } = await start({ mode });
    for (const state of ['positives', 'lessons', 'vote', 'closed']) {
      world.passMinutes(29);
      expect(await world.advance(id, 'time_up', null)).toEqual({ ok: false, reason: 'not_due' });
      world.passMinutes(1);
      await world.advance(id, 'time_up', null);
      expect(await world.stateOf(id)).toBe(state);
    }
  });

  it('reminds nobody', async () => {
    const { id } = await start({ mode });
    world.passMinutes(29);
    const deps = { ...world.deps, findTimeZones: async (ids: readonly string[]) => ids.map(() => 'UTC') };
    expect(await remindParticipants(deps, { workspaceId: WORKSPACE, reviewId: id })).toBe(0);
  });
});

describe('a rehearsal', () => {
  const decision = { workspaceId: WORKSPACE, choice: 'part', rationale: 'A try', hardStop: null } as const;

  it('is decided by the person who plays it and by no other manager', async () => {
    const { id, clientId } = await start();
    for (let step = 0; step < 4; step += 1) await world.advance(id);
    const byOther = await decideReview(world.deps, { ...decision, reviewId: id, userId: 'UOTHER' });
    expect(byOther).toEqual({ ok: false, reason: 'review_not_found' });
    expect(await decideReview(world.deps, { ...decision, reviewId: id, userId: FACILITATOR })).toMatchObject({
      ok: true,
    });
    expect(await world.stores.clients.find(clientId, { isRehearsal: true })).toMatchObject({ status: 'parting' });
    expect(await world.stores.clients.list()).toEqual([]);
  });

  it('is in nobody’s overview, not even of the person who plays it', async () => {
    await start();
    for (const isManager of [true, false])
      expect(await readOverview(world.deps, { workspaceId: WORKSPACE, userId: FACILITATOR, isManager })).toEqual({
        reviews: [],
        clients: [],
      });
  });

  it('is answered and read by its person alone', async () => {
    const { id } = await start();
    expect(await world.answer(id, 'UOTHER', SAID.noComplaint)).toMatchObject({ ok: false, reason: 'not_invited' });
    const read = await readOwnAnswers(world.deps, { workspaceId: WORKSPACE, reviewId: id, userId: 'UOTHER' });
    expect(read).toMatchObject({ ok: false, reason: 'not_invited' });
    expect(await world.advance(id, 'next_phase', 'UOTHER')).toMatchObject({ ok: false, reason: 'not_facilitator' });
  });

  it('lends its client to no real review', async () => {
    const { clientId } = await start();
    const started = await startReview(world.deps, aStart({ client: { id: clientId } }));
    expect(started).toEqual({ ok: false, reason: 'client_not_found' });
  });
});

describe('deleteRehearsal', () => {
  it('ends it after a day, and deletes its rows once nothing of it stands in Slack', async () => {
    const { id } = await start({ mode: 'open' });
    await deliverAll(id);
    world.passMinutes(24 * 60 - 1);
    expect(await erase(id)).toBe('kept');
    world.passMinutes(1);
    expect(await erase(id)).toBe('retracting');
    expect(await world.stateOf(id)).toBe('cancelled');
    expect(await erase(id)).toBe('retracting');
    await deliverAll(id);
    expect(await erase(id)).toBe('deleted');
    expect(await erase(id)).toBe('kept');
    const { Review: reviews, Client: clients, Post: posts, AuditEntry: audit } = await dumpTables(world.pool);
    expect([reviews, clients, posts]).toEqual([[], [], []]);
    expect(audit?.map(({ action }) => action).sort()).toEqual(['rehearsal_deleted', 'rehearsal_started']);
  });

  it('gives up on messages that cannot be taken back after one more day', async () => {
    const { id } = await start();
    world.passMinutes(24 * 60);
    await erase(id);
    for (const { purpose } of await world.stores.outbox.listOf(id)) await world.stores.outbox.hold(purpose, 'failed');
    world.passMinutes(24 * 60 - 1);
    expect(await erase(id)).toBe('retracting');
    world.passMinutes(1);
    expect(await erase(id)).toBe('deleted');
  });

  it('takes back what was asked for meanwhile', async () => {
    const { id } = await start();
    await start();
    await deliverAll(id);
    const card = await world.stores.outbox.find(`card:${id}`);
    await refreshCard(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    expect(await world.stores.outbox.find(`card:${id}`)).toEqual(card);
    await world.stores.outbox.put({ ...(card as NonNullable<typeof card>), message: { kind: 'card' } });
    expect(await erase(id)).toBe('retracting');
    expect(await world.stores.outbox.find(`card:${id}`)).toMatchObject({ message: { kind: 'retracted' } });
  });

  it('leaves real reviews alone, however old or cancelled', async () => {
    const { id } = await world.start();
    await world.stores.reviews.moveTo(id, { state: 'cancelled', phaseEndsAt: null, now: START });
    world.passMinutes(3 * 24 * 60);
    expect(await erase(id)).toBe('kept');
    expect(await world.stateOf(id)).toBe('cancelled');
  });
});
