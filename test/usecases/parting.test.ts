import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Choice, DecisionInput } from '../../src/domain/decision.ts';
import type { ReviewMode } from '../../src/domain/review.ts';
import { beginParting, readPartingStart } from '../../src/usecases/begin-parting.ts';
import {
  addPartingStep,
  choosePartingChannel,
  movePartingEnd,
  savePartingNotice,
} from '../../src/usecases/change-parting.ts';
import { type ChangePartingStep, changePartingStep } from '../../src/usecases/change-parting-step.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { saveLastLesson } from '../../src/usecases/last-lesson.ts';
import {
  readChannelSuggestion,
  readChecklist,
  readClientParting,
  readNotice,
} from '../../src/usecases/read-parting.ts';
import { reopenClient } from '../../src/usecases/reopen-client.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const MANAGER = { workspaceId: WORKSPACE, userId: 'UBOSS', isManager: true } as const;
const END = '2027-01-15';

type Decided = { readonly id: string; readonly clientId: string };

/** A review that has closed and was decided. */
async function decided(choice: Choice, { mode = 'private', clientId }: { mode?: ReviewMode; clientId?: string } = {}) {
  const review = await world.start({ team: aTeam(3), mode, ...(clientId ? { client: { id: clientId } } : {}) });
  await world.play(
    review.id,
    aTeam(3).map(({ userId }) => [userId, SAID.noComplaint] as const),
  );
  expect(await decide(review.id, choice)).toMatchObject({ ok: true });
  return review;
}

function decide(reviewId: string, choice: Choice) {
  const input: DecisionInput = { choice, rationale: 'We know more', hardStop: null };
  const skipReadiness = 'We asked in person';
  return decideReview(world.deps, { workspaceId: WORKSPACE, reviewId, userId: 'UBOSS', ...input, skipReadiness });
}

const begin = (reviewId: string, endOn: string | null = END) =>
  beginParting(world.deps, { ...MANAGER, reviewId, endOn });

async function begun(choice: Choice = 'part', mode: ReviewMode = 'private'): Promise<Decided> {
  const review = await decided(choice, { mode });
  expect(await begin(review.id)).toMatchObject({ ok: true });
  return review;
}

const stepsOf = async (reviewId: string) =>
  (await readChecklist(world.deps, { workspaceId: WORKSPACE, reviewId }))?.steps ?? [];

async function firstStep(reviewId: string) {
  const [step] = await stepsOf(reviewId);
  if (!step) throw new Error(`the playbook of ${reviewId} has no steps`);
  return step;
}

type Change = Partial<Omit<ChangePartingStep, 'reviewId'>>;

async function change(reviewId: string, overrides: Change) {
  const step = (await stepsOf(reviewId)).find(({ id }) => id === overrides.stepId) ?? (await firstStep(reviewId));
  const as = { ownerId: undefined, dueOn: undefined, note: step.note, state: 'open', reason: null } as const;
  const input = { ...MANAGER, reviewId, stepId: step.id, version: step.version, ...as, ...overrides };
  return changePartingStep(world.deps, input);
}

async function closeAll(reviewId: string) {
  let last: unknown;
  for (const { id, state } of await stepsOf(reviewId))
    if (state === 'open') last = await change(reviewId, { stepId: id, state: 'done' });
  return last;
}

const statusOf = async (clientId: string) => (await world.stores.clients.find(clientId))?.status;
const auditOf = async (action: string) => (await world.stores.audit.list()).filter((one) => one.action === action);

describe('beginParting', () => {
  it('proposes an end date and makes the steps of the decision, in their order', async () => {
    const { id } = await decided('part');
    const start = await readPartingStart(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    expect(start).toMatchObject({ ok: true, mode: 'planned', planned: { basis: 'assumed' }, isGoingOn: false });
    expect(await begin(id)).toMatchObject({ ok: true, begun: { mode: 'planned', endOn: END, basis: 'chosen' } });
    const steps = await stepsOf(id);
    expect(steps).toHaveLength(13);
    expect(steps[0]).toMatchObject({ stepId: 'collect_evidence', state: 'open', ownerId: null });
    expect(steps.map(({ dueOn }) => dueOn)).toEqual(steps.map(({ dueOn }) => dueOn).sort());
    expect(await world.stores.outbox.find(`parting:${id}`)).toMatchObject({ parentPurpose: `card:${id}` });
  });

  it('begins one playbook when two managers press at once', async () => {
    const { id, clientId } = await decided('part');
    const results = await Promise.all([END, '2027-02-01', '2027-03-01'].map((endOn) => begin(id, endOn)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await world.stores.partings.list(clientId)).toHaveLength(1);
    expect(await stepsOf(id)).toHaveLength(13);
    expect(await auditOf('parting_begun')).toHaveLength(1);
  });

  it('protects people first where we part now', async () => {
    const { id } = await begun('part_now');
    expect((await stepsOf(id)).slice(0, 3).map(({ stepId }) => stepId)).toEqual([
      ...['protect_people', 'stop_contact', 'ask_lawyer'],
    ]);
  });

  it.each([
    [null, 'date_missing'],
    ['2026-02-31', 'date_invalid'],
    ['2026-11-01', 'date_past'],
    ['2099-01-01', 'date_too_far'],
  ])('refuses the end date %s', async (endOn, reason) => {
    const { id } = await decided('part');
    expect(await begin(id, endOn)).toEqual({ ok: false, reason });
    expect(await readChecklist(world.deps, { workspaceId: WORKSPACE, reviewId: id })).toBeNull();
  });

  it('refuses a client that is kept, somebody who is no manager, and a review that is not there', async () => {
    const { id } = await decided('keep_as_is');
    expect(await begin(id)).toEqual({ ok: false, reason: 'not_parting' });
    const member = { ...MANAGER, isManager: false, reviewId: id, endOn: END };
    expect(await beginParting(world.deps, member)).toEqual({ ok: false, reason: 'not_manager' });
    expect(await begin(randomUUID())).toEqual({ ok: false, reason: 'review_not_found' });
  });
});

describe('a step', () => {
  it('is done once when two press at once, and the second is told unless they said the same', async () => {
    const { id } = await begun();
    const { id: stepId, version } = await firstStep(id);
    const done = { stepId, version, state: 'done' } as const;
    const same = await Promise.all([change(id, { ...done, note: 'Sent' }), change(id, { ...done, note: 'Sent' })]);
    expect(same).toEqual([
      { ok: true, isParted: false },
      { ok: true, isParted: false },
    ]);
    expect(await change(id, { ...done, note: 'Mine' })).toEqual({ ok: false, reason: 'already_done' });
    expect(await firstStep(id)).toMatchObject({ state: 'done', note: 'Sent' });
    expect(await auditOf('parting_step_changed')).toHaveLength(1);
  });

  it('does not take over what somebody else changed meanwhile', async () => {
    const { id } = await begun();
    const { id: stepId, version } = await firstStep(id);
    expect(await change(id, { stepId, note: 'Lena has the letters' })).toMatchObject({ ok: true });
    expect(await change(id, { stepId, version, note: 'Mine' })).toEqual({ ok: false, reason: 'changed_meanwhile' });
    expect(await firstStep(id)).toMatchObject({ note: 'Lena has the letters' });
  });

  it('is given, noted and dated by managers, noted and closed by its owner, left alone by others', async () => {
    const { id } = await begun();
    expect(await change(id, { ownerId: 'U01', dueOn: '2026-11-20', note: 'By post' })).toMatchObject({ ok: true });
    const owner = { userId: 'U01', isManager: false };
    expect(await change(id, { ...owner, note: 'Half of it' })).toMatchObject({ ok: true });
    expect(await change(id, { ...owner, dueOn: '2026-11-30' })).toEqual({ ok: false, reason: 'not_yours' });
    expect(await change(id, { userId: 'U02', isManager: false, state: 'done' })).toEqual({
      ...{ ok: false, reason: 'not_yours' },
    });
    expect(await change(id, { ...owner, state: 'done', note: 'All of it' })).toMatchObject({ ok: true });
    const [first] = (await world.stores.partings.listSteps(id)).filter(({ state }) => state === 'done');
    expect(first).toMatchObject({ ownerId: 'U01', dueOn: '2026-11-20', note: 'All of it', isDateOwn: true });
  });

  it.each<[string, Change, string]>([
    ['not needed without a reason', { state: 'not_needed' }, 'reason_missing'],
    ['due after the end', { dueOn: '2027-01-16' }, 'after_end'],
    ['due in the past', { dueOn: '2026-11-01' }, 'date_past'],
    ['of another playbook', { stepId: '00000000-0000-4000-8000-000000000000' }, 'step_not_found'],
  ])('is not %s', async (_, overrides, reason) => {
    const { id } = await begun();
    const step = await firstStep(id);
    expect(await change(id, { version: step.version, ...overrides })).toEqual({ ok: false, reason });
    expect(await firstStep(id)).toEqual(step);
  });

  it('that is not needed says why, and can be opened again', async () => {
    const { id } = await begun();
    const { id: stepId } = await firstStep(id);
    expect(await change(id, { stepId, state: 'not_needed', reason: 'No contract' })).toMatchObject({ ok: true });
    expect(await firstStep(id)).toMatchObject({ state: 'not_needed', reason: 'No contract' });
    expect(await change(id, { stepId, state: 'open' })).toMatchObject({ ok: true });
    expect(await firstStep(id)).toMatchObject({ state: 'open', reason: null });
  });

  it('of our own is added once, by managers, within the end date', async () => {
    const { id } = await begun();
    const add = { ...MANAGER, reviewId: id, formKey: randomUUID(), title: 'Return the keys', dueOn: '2027-01-14' };
    expect(await addPartingStep(world.deps, add)).toEqual({ ok: true });
    expect(await addPartingStep(world.deps, add)).toEqual({ ok: true });
    expect((await stepsOf(id)).at(-1)).toMatchObject({ title: 'Return the keys', stepId: null, isDateOwn: true });
    expect(await stepsOf(id)).toHaveLength(14);
    const other = { ...add, formKey: randomUUID() };
    expect(await addPartingStep(world.deps, { ...other, dueOn: '2027-01-16' })).toMatchObject({ reason: 'after_end' });
    expect(await addPartingStep(world.deps, { ...other, isManager: false })).toMatchObject({ reason: 'not_manager' });
  });
});

describe('movePartingEnd', () => {
  it('gives open steps new dates and leaves closed ones and those dated by hand', async () => {
    const { id } = await begun();
    const { id: stepId } = await firstStep(id);
    await change(id, { stepId, state: 'done' });
    const before = await stepsOf(id);
    const moved = await movePartingEnd(world.deps, { ...MANAGER, reviewId: id, endOn: '2026-12-15' });
    expect(moved).toEqual({ ok: true });
    const after = await stepsOf(id);
    expect(after.find((one) => one.id === stepId)).toEqual(before.find((one) => one.id === stepId));
    expect(after.every(({ dueOn }) => dueOn <= '2026-12-15')).toBe(true);
    const checklist = await readChecklist(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    expect(checklist?.playbook).toMatchObject({ endOn: '2026-12-15', basis: 'chosen' });
  });
});

describe('channel and notice', () => {
  it('are suggested from the record and kept as somebody edited them', async () => {
    const { id } = await begun();
    const at = { workspaceId: WORKSPACE, reviewId: id };
    expect(await readChannelSuggestion(world.deps, at)).toMatchObject({
      suggested: { because: 'simple' },
      chosen: null,
    });
    expect(await choosePartingChannel(world.deps, { ...MANAGER, reviewId: id, channel: 'email' })).toEqual({
      ok: true,
    });
    const sign = { ...at, company: 'Sample Agency', sender: 'Mara' };
    expect(await readNotice(world.deps, sign)).toMatchObject({ channel: 'email', saved: null, draft: { endOn: END } });
    const notice = {
      ...MANAGER,
      reviewId: id,
      channel: 'email',
      language: 'en',
      text: 'Dear all',
      read: null,
    } as const;
    expect(await savePartingNotice(world.deps, { ...notice, text: ' ' })).toEqual({
      ok: false,
      reason: 'notice_empty',
    });
    expect(await savePartingNotice(world.deps, notice)).toEqual({ ok: true });
    expect(await savePartingNotice(world.deps, notice)).toEqual({ ok: true });
    expect(await readNotice(world.deps, sign)).toMatchObject({ saved: { text: 'Dear all', version: 0 } });
    const second = { ...notice, text: 'Dear Kim', read: 0 };
    const both = await Promise.all([
      savePartingNotice(world.deps, second),
      savePartingNotice(world.deps, { ...second, text: 'Dear Sam' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed_meanwhile' });
    expect(JSON.stringify(await world.stores.audit.list())).not.toContain('Dear');
  });
});

describe('the last step', () => {
  it('parts with the client, says so once, and asks each of the team for a lesson', async () => {
    const { id, clientId } = await begun();
    expect(await closeAll(id)).toEqual({ ok: true, isParted: true });
    expect(await statusOf(clientId)).toBe('parted');
    const posts = (await world.stores.outbox.listOf(id)).map(({ purpose }) => purpose.split(':')[0]);
    expect(posts.filter((kind) => kind === 'parted')).toHaveLength(1);
    expect(posts.filter((kind) => kind === 'last-lesson')).toHaveLength(3);
    expect(await change(id, { state: 'open' })).toEqual({ ok: false, reason: 'client_parted' });
    expect(await readClientParting(world.deps, { workspaceId: WORKSPACE, clientId })).toBeNull();
  });

  it('parts once when the last two are closed at once', async () => {
    const { id, clientId } = await begun();
    const steps = await stepsOf(id);
    for (const { id: stepId } of steps.slice(2)) await change(id, { stepId, state: 'done' });
    const last = steps.slice(0, 2).map(({ id: stepId }) => change(id, { stepId, state: 'done' }));
    const results = await Promise.all(last);
    expect(results.filter((one) => one.ok && one.isParted)).toHaveLength(1);
    expect(await statusOf(clientId)).toBe('parted');
    expect(await auditOf('client_parted')).toHaveLength(1);
  });
});

describe('saveLastLesson', () => {
  it.each([
    ['open', 'U01'],
    ['private', null],
  ] as const)('keeps it once, in an %s review under %s', async (mode, authorId) => {
    const { id, clientId } = await begun('part', mode);
    await closeAll(id);
    world.passMinutes(60);
    const lesson = { workspaceId: WORKSPACE, reviewId: id, userId: 'U01', formKey: randomUUID(), text: ' Ask first. ' };
    expect(await saveLastLesson(world.deps, lesson)).toEqual({ ok: true });
    expect(await saveLastLesson(world.deps, lesson)).toEqual({ ok: true });
    const lessons = await world.stores.clientHistory.listLessons(clientId);
    expect(lessons).toMatchObject([{ text: 'Ask first.', authorId }]);
    const [trace, ...more] = await auditOf('last_lesson_saved');
    expect(more).toEqual([]);
    expect(trace).toMatchObject({ actorId: authorId, at: mode === 'private' ? START : world.deps.clock() });
  });

  it('takes it from those who were asked only, and not without words', async () => {
    const { id } = await begun();
    const lesson = { workspaceId: WORKSPACE, reviewId: id, userId: 'U01', formKey: randomUUID(), text: 'Ask first.' };
    expect(await saveLastLesson(world.deps, lesson)).toEqual({ ok: false, reason: 'not_asked' });
    await closeAll(id);
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
    const { id, clientId } = await begun();
    const next = await world.start({ team: aTeam(3), client: { id: clientId } });
    await closeAll(id);
    await world.play(
      next.id,
      aTeam(3).map(({ userId }) => [userId, SAID.noComplaint] as const),
    );
    expect(await decide(next.id, 'keep_as_is')).toEqual({ ok: false, reason: 'client_parted' });
    const reopen = { ...MANAGER, clientId, reason: 'New people there' };
    expect(await reopenClient(world.deps, { ...reopen, reason: ' ' })).toEqual({ ok: false, reason: 'reason_missing' });
    expect(await reopenClient(world.deps, { ...reopen, isManager: false })).toMatchObject({ reason: 'not_manager' });
    expect(await reopenClient(world.deps, reopen)).toMatchObject({ ok: true });
    expect(await reopenClient(world.deps, reopen)).toEqual({ ok: false, reason: 'not_parted' });
    expect(await statusOf(clientId)).toBe('active');
    expect(await begin(id)).toEqual({ ok: false, reason: 'not_parting' });
    expect(await decide(next.id, 'keep_as_is')).toMatchObject({ ok: true });
  });
});

describe('a client that is kept after all', () => {
  it('stops the playbook with its steps; parting again goes on with them in the newer review', async () => {
    const { id, clientId } = await begun();
    await change(id, { state: 'done', note: 'In the folder' });
    world.passMinutes(60);
    const kept = await decided('keep_and_repair', { clientId });
    expect(await statusOf(clientId)).toBe('repairing');
    expect(await world.stores.partings.find(id)).toMatchObject({ state: 'stopped' });
    expect(await change(id, { state: 'open' })).toEqual({ ok: false, reason: 'not_parting' });
    expect(await begin(kept.id)).toEqual({ ok: false, reason: 'not_parting' });

    world.passMinutes(60);
    const again = await decided('part_now', { clientId });
    const start = await readPartingStart(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    expect(start).toMatchObject({ ok: true, isGoingOn: true, mode: 'now', review: { id: again.id } });
    expect(await begin(id, '2026-12-20')).toMatchObject({ ok: true, begun: { reviewId: again.id, mode: 'now' } });
    expect(await world.stores.partings.list(clientId)).toHaveLength(1);
    const steps = await stepsOf(again.id);
    expect(steps.slice(0, 2).map(({ stepId }) => stepId)).toEqual(['protect_people', 'stop_contact']);
    expect(steps.find(({ stepId }) => stepId === 'collect_evidence')).toMatchObject({
      note: 'In the folder',
      state: 'done',
    });
    expect(steps.every(({ state, dueOn }) => state !== 'open' || dueOn <= '2026-12-20')).toBe(true);
  });
});
