import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPartingStart } from '../../src/usecases/begin-parting.ts';
import { saveLastLesson } from '../../src/usecases/last-lesson.ts';
import { readClientParting } from '../../src/usecases/read-parting.ts';
import { reopenClient } from '../../src/usecases/reopen-client.ts';
import { createPartingActs, MANAGER } from '../support/parting-acts.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
let acts: ReturnType<typeof createPartingActs>;
beforeAll(async () => {
  world = await createWorld();
  acts = createPartingActs(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

describe('the last step', () => {
  it('parts with the client, says so once, and asks each of the team for a lesson', async () => {
    const { id, clientId } = await acts.begun();
    expect(await acts.closeAll(id)).toEqual({ ok: true, isParted: true });
    expect(await acts.statusOf(clientId)).toBe('parted');
    const posts = (await world.stores.outbox.listOf(id)).map(({ purpose }) => purpose.split(':')[0]);
    expect(posts.filter((kind) => kind === 'parted')).toHaveLength(1);
    expect(posts.filter((kind) => kind === 'last-lesson')).toHaveLength(3);
    expect(await acts.change(id, { state: 'open' })).toEqual({ ok: false, reason: 'client_parted' });
    expect(await readClientParting(world.deps, { workspaceId: WORKSPACE, clientId })).toBeNull();
  });

  it('parts once when the last two are closed at once', async () => {
    const { id, clientId } = await acts.begun();
    const steps = await acts.stepsOf(id);
    for (const { id: stepId } of steps.slice(2)) await acts.change(id, { stepId, state: 'done' });
    const last = steps.slice(0, 2).map(({ id: stepId }) => acts.change(id, { stepId, state: 'done' }));
    const results = await Promise.all(last);
    expect(results.filter((one) => one.ok && one.isParted)).toHaveLength(1);
    expect(await acts.statusOf(clientId)).toBe('parted');
    expect(await acts.auditOf('client_parted')).toHaveLength(1);
  });
});

describe('saveLastLesson', () => {
  it.each([
    ['open', 'U01'],
    ['private', null],
  ] as const)('keeps it once, in an %s review under %s', async (mode, authorId) => {
    const { id, clientId } = await acts.begun('part', mode);
    await acts.closeAll(id);
    world.passMinutes(60);
    const lesson = { workspaceId: WORKSPACE, reviewId: id, userId: 'U01', formKey: randomUUID(), text: ' Ask first. ' };
    expect(await saveLastLesson(world.deps, lesson)).toEqual({ ok: true });
    expect(await saveLastLesson(world.deps, lesson)).toEqual({ ok: true });
    const lessons = await world.stores.clientHistory.listLessons(clientId);
    expect(lessons).toMatchObject([{ text: 'Ask first.', authorId }]);
    const [trace, ...more] = await acts.auditOf('last_lesson_saved');
    expect(more).toEqual([]);
    expect(trace).toMatchObject({ actorId: authorId, at: mode === 'private' ? START : world.deps.clock() });
  });

  it('takes it from those who were asked only, and not without words', async () => {
    const { id } = await acts.begun();
    const lesson = { workspaceId: WORKSPACE, reviewId: id, userId: 'U01', formKey: randomUUID(), text: 'Ask first.' };
    expect(await saveLastLesson(world.deps, lesson)).toEqual({ ok: false, reason: 'not_asked' });
    await acts.closeAll(id);
    expect(await saveLastLesson(world.deps, { ...lesson, userId: 'U77' })).toEqual({ ok: false, reason: 'not_asked' });
    expect(await saveLastLesson(world.deps, { ...lesson, text: '  ' })).toEqual({
      ok: false,
      reason: 'lesson_missing',
    });
    const long = { ...lesson, text: 'x'.repeat(3001) };
    expect(await saveLastLesson(world.deps, long)).toEqual({ ok: false, reason: 'lesson_too_long' });
  });
});

describe('a client that we parted with', () => {
  it('is decided about only once it was opened again, with a reason, by a manager', async () => {
    const { id, clientId } = await acts.begun();
    const next = await world.start({ team: aTeam(3), client: { id: clientId } });
    await acts.closeAll(id);
    await world.play(
      next.id,
      aTeam(3).map(({ userId }) => [userId, SAID.noComplaint] as const),
    );
    expect(await acts.decide(next.id, 'keep_as_is')).toEqual({ ok: false, reason: 'client_parted' });
    const reopen = { ...MANAGER, clientId, reason: 'New people there' };
    expect(await reopenClient(world.deps, { ...reopen, reason: ' ' })).toEqual({ ok: false, reason: 'reason_missing' });
    expect(await reopenClient(world.deps, { ...reopen, isManager: false })).toMatchObject({ reason: 'not_manager' });
    expect(await reopenClient(world.deps, reopen)).toMatchObject({ ok: true });
    expect(await reopenClient(world.deps, reopen)).toEqual({ ok: false, reason: 'not_parted' });
    expect(await acts.statusOf(clientId)).toBe('active');
    expect(await acts.begin(id)).toEqual({ ok: false, reason: 'not_parting' });
    expect(await acts.decide(next.id, 'keep_as_is')).toMatchObject({ ok: true });
  });
});

describe('a client that is kept after all', () => {
  it('stops the playbook with its steps; parting again goes on with them in the newer review', async () => {
    const { id, clientId } = await acts.begun();
    await acts.change(id, { state: 'done', note: 'In the folder' });
    world.passMinutes(60);
    const kept = await acts.decided('keep_and_repair', { clientId });
    expect(await acts.statusOf(clientId)).toBe('repairing');
    expect(await world.stores.partings.find(id)).toMatchObject({ state: 'stopped' });
    expect(await acts.change(id, { state: 'open' })).toEqual({ ok: false, reason: 'not_parting' });
    expect(await acts.begin(kept.id)).toEqual({ ok: false, reason: 'not_parting' });

    world.passMinutes(60);
    const again = await acts.decided('part_now', { clientId });
    const start = await readPartingStart(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    expect(start).toMatchObject({ ok: true, isGoingOn: true, mode: 'now', review: { id: again.id } });
    expect(await acts.begin(id, '2026-12-20')).toMatchObject({ ok: true, begun: { reviewId: again.id, mode: 'now' } });
    expect(await world.stores.partings.list(clientId)).toHaveLength(1);
    const steps = await acts.stepsOf(again.id);
    expect(steps.slice(0, 2).map(({ stepId }) => stepId)).toEqual(['protect_people', 'stop_contact']);
    expect(steps.find(({ stepId }) => stepId === 'collect_evidence')).toMatchObject({
      note: 'In the folder',
      state: 'done',
    });
    expect(steps.every(({ state, dueOn }) => state !== 'open' || dueOn <= '2026-12-20')).toBe(true);
  });
});
