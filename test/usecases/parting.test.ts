import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginParting, readPartingStart } from '../../src/usecases/begin-parting.ts';
import {
  addPartingStep,
  choosePartingChannel,
  movePartingEnd,
  savePartingNotice,
} from '../../src/usecases/change-parting.ts';
import { readChannelSuggestion, readChecklist, readNotice } from '../../src/usecases/read-parting.ts';
import { type Change, createPartingActs, END, MANAGER } from '../support/parting-acts.ts';
import { emptyTables } from '../support/table-dump.ts';
import { createWorld, START, WORKSPACE, type World } from '../support/usecase-world.ts';

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

describe('beginParting', () => {
  it('proposes an end date and makes the steps of the decision, in their order', async () => {
    const { id } = await acts.decided('part');
    const start = await readPartingStart(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    expect(start).toMatchObject({ ok: true, mode: 'planned', planned: { basis: 'assumed' }, isGoingOn: false });
    expect(await acts.begin(id)).toMatchObject({ ok: true, begun: { mode: 'planned', endOn: END, basis: 'chosen' } });
    const steps = await acts.stepsOf(id);
    expect(steps).toHaveLength(13);
    expect(steps[0]).toMatchObject({ stepId: 'collect_evidence', state: 'open', ownerId: null });
    expect(steps.map(({ dueOn }) => dueOn)).toEqual(steps.map(({ dueOn }) => dueOn).sort());
    expect(await world.stores.outbox.find(`parting:${id}`)).toMatchObject({ parentPurpose: `card:${id}` });
  });

  it('begins one playbook when two managers press at once', async () => {
    const { id, clientId } = await acts.decided('part');
    const results = await Promise.all([END, '2027-02-01', '2027-03-01'].map((endOn) => acts.begin(id, endOn)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await world.stores.partings.list(clientId)).toHaveLength(1);
    expect(await acts.stepsOf(id)).toHaveLength(13);
    expect(await acts.auditOf('parting_begun')).toHaveLength(1);
  });

  it('protects people first where we part now', async () => {
    const { id } = await acts.begun('part_now');
    expect((await acts.stepsOf(id)).slice(0, 3).map(({ stepId }) => stepId)).toEqual([
      ...['protect_people', 'stop_contact', 'ask_lawyer'],
    ]);
  });

  it.each([
    [null, 'date_missing'],
    ['2026-02-31', 'date_invalid'],
    ['2026-11-01', 'date_past'],
    ['2099-01-01', 'date_too_far'],
  ])('refuses the end date %s', async (endOn, reason) => {
    const { id } = await acts.decided('part');
    expect(await acts.begin(id, endOn)).toEqual({ ok: false, reason });
    expect(await readChecklist(world.deps, { workspaceId: WORKSPACE, reviewId: id })).toBeNull();
  });

  it('refuses a client that is kept, somebody who is no manager, and a review that is not there', async () => {
    const { id } = await acts.decided('keep_as_is');
    expect(await acts.begin(id)).toEqual({ ok: false, reason: 'not_parting' });
    const member = { ...MANAGER, isManager: false, reviewId: id, endOn: END };
    expect(await beginParting(world.deps, member)).toEqual({ ok: false, reason: 'not_manager' });
    expect(await acts.begin(randomUUID())).toEqual({ ok: false, reason: 'review_not_found' });
  });
});

describe('a step', () => {
  it('is done once when two press at once, and the second is told unless they said the same', async () => {
    const { id } = await acts.begun();
    const { id: stepId, version } = await acts.firstStep(id);
    const done = { stepId, version, state: 'done' } as const;
    const same = await Promise.all([
      acts.change(id, { ...done, note: 'Sent' }),
      acts.change(id, { ...done, note: 'Sent' }),
    ]);
    expect(same).toEqual([
      { ok: true, isParted: false },
      { ok: true, isParted: false },
    ]);
    expect(await acts.change(id, { ...done, note: 'Mine' })).toEqual({ ok: false, reason: 'already_done' });
    expect(await acts.firstStep(id)).toMatchObject({ state: 'done', note: 'Sent' });
    expect(await acts.auditOf('parting_step_changed')).toHaveLength(1);
  });

  it('does not take over what somebody else changed meanwhile', async () => {
    const { id } = await acts.begun();
    const { id: stepId, version } = await acts.firstStep(id);
    expect(await acts.change(id, { stepId, note: 'Lena has the letters' })).toMatchObject({ ok: true });
    expect(await acts.change(id, { stepId, version, note: 'Mine' })).toEqual({
      ok: false,
      reason: 'changed_meanwhile',
    });
    expect(await acts.firstStep(id)).toMatchObject({ note: 'Lena has the letters' });
  });

  it('is given, noted and dated by managers, noted and closed by its owner, left alone by others', async () => {
    const { id } = await acts.begun();
    expect(await acts.change(id, { ownerId: 'U01', dueOn: '2026-11-20', note: 'By post' })).toMatchObject({ ok: true });
    const owner = { userId: 'U01', isManager: false };
    expect(await acts.change(id, { ...owner, note: 'Half of it' })).toMatchObject({ ok: true });
    expect(await acts.change(id, { ...owner, dueOn: '2026-11-30' })).toEqual({ ok: false, reason: 'not_yours' });
    expect(await acts.change(id, { userId: 'U02', isManager: false, state: 'done' })).toEqual({
      ...{ ok: false, reason: 'not_yours' },
    });
    expect(await acts.change(id, { ...owner, state: 'done', note: 'All of it' })).toMatchObject({ ok: true });
    const [first] = (await world.stores.partings.listSteps(id)).filter(({ state }) => state === 'done');
    expect(first).toMatchObject({ ownerId: 'U01', dueOn: '2026-11-20', note: 'All of it', isDateOwn: true });
  });

  it.each<[string, Change, string]>([
    ['not needed without a reason', { state: 'not_needed' }, 'reason_missing'],
    ['due after the end', { dueOn: '2027-01-16' }, 'after_end'],
    ['due in the past', { dueOn: '2026-11-01' }, 'date_past'],
    ['of another playbook', { stepId: '00000000-0000-4000-8000-000000000000' }, 'step_not_found'],
  ])('is not %s', async (_, overrides, reason) => {
    const { id } = await acts.begun();
    const step = await acts.firstStep(id);
    expect(await acts.change(id, { version: step.version, ...overrides })).toEqual({ ok: false, reason });
    expect(await acts.firstStep(id)).toEqual(step);
  });

  it('that is not needed says why, and can be opened again', async () => {
    const { id } = await acts.begun();
    const { id: stepId } = await acts.firstStep(id);
    expect(await acts.change(id, { stepId, state: 'not_needed', reason: 'No contract' })).toMatchObject({ ok: true });
    expect(await acts.firstStep(id)).toMatchObject({ state: 'not_needed', reason: 'No contract' });
    expect(await acts.change(id, { stepId, state: 'open' })).toMatchObject({ ok: true });
    expect(await acts.firstStep(id)).toMatchObject({ state: 'open', reason: null });
  });

  it('of our own is added once, by managers, within the end date', async () => {
    const { id } = await acts.begun();
    const add = { ...MANAGER, reviewId: id, formKey: randomUUID(), title: 'Return the keys', dueOn: '2027-01-14' };
    expect(await addPartingStep(world.deps, add)).toEqual({ ok: true });
    expect(await addPartingStep(world.deps, add)).toEqual({ ok: true });
    expect((await acts.stepsOf(id)).at(-1)).toMatchObject({ title: 'Return the keys', stepId: null, isDateOwn: true });
    expect(await acts.stepsOf(id)).toHaveLength(14);
    const other = { ...add, formKey: randomUUID() };
    expect(await addPartingStep(world.deps, { ...other, dueOn: '2027-01-16' })).toMatchObject({ reason: 'after_end' });
    expect(await addPartingStep(world.deps, { ...other, isManager: false })).toMatchObject({ reason: 'not_manager' });
  });
});

describe('movePartingEnd', () => {
  it('gives open steps new dates and leaves closed ones and those dated by hand', async () => {
    const { id } = await acts.begun();
    const { id: stepId } = await acts.firstStep(id);
    await acts.change(id, { stepId, state: 'done' });
    const before = await acts.stepsOf(id);
    const moved = await movePartingEnd(world.deps, { ...MANAGER, reviewId: id, endOn: '2026-12-15' });
    expect(moved).toEqual({ ok: true });
    const after = await acts.stepsOf(id);
    expect(after.find((one) => one.id === stepId)).toEqual(before.find((one) => one.id === stepId));
    expect(after.every(({ dueOn }) => dueOn <= '2026-12-15')).toBe(true);
    const checklist = await readChecklist(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    expect(checklist?.playbook).toMatchObject({ endOn: '2026-12-15', basis: 'chosen' });
  });
});

describe('channel and notice', () => {
  it('are suggested from the record and kept as somebody edited them', async () => {
    const { id } = await acts.begun();
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
