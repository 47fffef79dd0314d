import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPartingStep, movePartingEnd } from '../../src/usecases/change-parting.ts';
import {
  type ChangePartingStep,
  changePartingStep,
  finishPartingStep,
} from '../../src/usecases/change-parting-step.ts';
import { readPartingSteps, type StepsMessage } from '../../src/usecases/read-parting-steps.ts';
import { stopParting } from '../../src/usecases/stop-parting.ts';
import { tellAssignments } from '../../src/usecases/tell-assignments.ts';
import { createPulseWorld, type PulseWorld } from '../support/pulse-world.ts';
import { aTeam, WORKSPACE } from '../support/usecase-world.ts';

const LONDON = { timeZone: 'Europe/London' };
const MANAGER = { workspaceId: WORKSPACE, userId: 'BOSS', isManager: true } as const;
const DUE = '2026-11-13';

let world: PulseWorld;
let clientId: string;
let reviewId: string;

/** Monday 2 November 2026; three steps, two of them due on Friday 13. */
beforeEach(async () => {
  world = await createPulseWorld({ U01: LONDON, U02: LONDON, BOSS: LONDON, ADMIN: { ...LONDON, isAdmin: true } });
  ({ clientId, id: reviewId } = await world.start({ team: aTeam(3) }));
  await world.stores.clients.setStatus(clientId, 'parting');
  await world.stores.partings.create({
    ...({ mode: 'planned', endOn: '2026-12-18', basis: 'chosen', channel: null, state: 'running' } as const),
    ...{ reviewId, clientId, startedById: 'BOSS', startedAt: new Date('2026-11-02T09:00:00Z') },
  });
  const step = { title: null, isDateOwn: false, dueOn: DUE } as const;
  await world.stores.partings.addSteps(reviewId, [
    { ...step, stepId: 'collect_evidence' },
    { ...step, stepId: 'read_contract' },
    { ...step, stepId: 'hand_over', dueOn: '2026-12-11' },
  ]);
});
afterEach(() => world.close());

const tell = () => tellAssignments(world.deps, WORKSPACE);
const steps = () => world.stores.partings.listSteps(reviewId);
const stepsTold = async (userId: string) =>
  (await world.postsOf(userId)).filter(({ message }) => (message as { kind?: string })?.kind === 'parting_steps');
const kindsTold = async (userId: string) =>
  (await world.postsOf(userId)).flatMap(({ purpose }) => /^(?:step|items)-[a-z-]+/.exec(purpose)?.[0] ?? []);

async function change(at: number, wanted: Partial<ChangePartingStep>) {
  const step = (await steps())[at];
  if (!step) throw new Error(`there is no step ${at}`);
  const asIs = { stepId: step.id, version: step.version, ownerId: undefined, dueOn: undefined, note: step.note };
  return changePartingStep(world.deps, {
    ...{ ...MANAGER, reviewId, ...asIs, state: step.state, reason: null },
    ...wanted,
  });
}
const give = (ownerId: string | null, ...which: number[]) => Promise.all(which.map((at) => change(at, { ownerId })));

/** Tells at each of these moments, twice. */
async function pass(...moments: string[]) {
  for (const moment of moments) {
    world.setNow(moment);
    await tell();
    expect(await tell()).toEqual({ messages: 0, lists: 0 });
  }
}

async function readTold(userId: string) {
  const [post] = await stepsTold(userId);
  const told = await readPartingSteps(world.deps, {
    workspaceId: WORKSPACE,
    message: post?.message as unknown as StepsMessage,
  });
  return told?.steps.map(({ isNews, isTheirs }) => ({ isNews, isTheirs }));
}

describe('telling steps of a parting', () => {
  it('tells the owner of all that were given, before they are due and once they are overdue, and managers weekly', async () => {
    await give('U01', 0, 1);
    await pass('2026-11-02T05:00:00Z');
    expect(await kindsTold('U01')).toEqual([]);
    await pass('2026-11-02T10:00:00Z', '2026-11-10T10:00:00Z');
    expect(await kindsTold('U01')).toEqual(['step-given']);
    const [given] = await stepsTold('U01');
    expect(given).toMatchObject({ reviewId, message: { about: 'given', steps: [{ dueOn: DUE }, { dueOn: DUE }] } });
    await pass('2026-11-11T10:00:00Z', '2026-11-13T10:00:00Z', '2026-11-14T10:00:00Z', '2026-11-16T10:00:00Z');
    expect(await kindsTold('U01')).toEqual(['step-due-soon', 'step-given', 'step-overdue']);
    await pass('2026-11-18T10:00:00Z');
    expect(await kindsTold('ADMIN')).toEqual(['items-overdue']);
    const [list] = await world.postsOf('ADMIN');
    expect(list?.message).toMatchObject({ itemIds: [], stepIds: (await steps()).slice(0, 2).map(({ id }) => id) });
  });

  it('has items of plans and steps in one list of the week, those of nobody too', async () => {
    const other = await world.start({ team: aTeam(3), client: { newName: 'Contoso' } });
    const item = { suggestionId: null, isFirst: true, ownerId: 'U02', dueOn: DUE, text: 'Agree on dates' } as const;
    const of = {
      clientId: other.clientId,
      reviewId: other.id,
      givenById: 'BOSS',
      givenAt: new Date(),
      submitKey: 'f:0',
    };
    await world.stores.plans.addItems([{ ...item, ...of }]);
    await pass('2026-11-16T10:00:00Z');
    expect(await kindsTold('ADMIN')).toEqual(['items-overdue']);
    const [list] = await world.postsOf('ADMIN');
    expect(list?.message).toMatchObject({
      itemIds: [expect.any(String)],
      stepIds: [expect.any(String), expect.any(String)],
    });
    expect(await kindsTold('U01')).toEqual([]);
  });

  it('says once what two replicas find due, and later only what is new', async () => {
    await give('U01', 0);
    world.setNow('2026-11-02T10:00:00Z');
    const both = await Promise.all([tell(), tell()]);
    expect(both.map(({ messages }) => messages).sort()).toEqual([0, 1]);
    await give('U01', 1);
    expect(await tell()).toEqual({ messages: 1, lists: 0 });
    expect((await stepsTold('U01')).map(({ message }) => (message as never as StepsMessage).steps.length)).toEqual([
      1, 1,
    ]);
  });

  it('reminds whoever took a step, without telling them that they did', async () => {
    await change(0, { ownerId: 'BOSS' });
    await pass('2026-11-02T10:00:00Z');
    expect(await kindsTold('BOSS')).toEqual([]);
    await pass('2026-11-11T10:00:00Z');
    expect(await kindsTold('BOSS')).toEqual(['step-due-soon']);
  });

  it('waits for the end of a pause and for days off', async () => {
    await give('U01', 0);
    await world.stores.memberSettings.savePause('U01', '2026-11-03');
    await world.stores.memberSettings.saveDaysOff('U01', [{ from: '2026-11-04', to: '2026-11-05' }]);
    await pass('2026-11-03T10:00:00Z', '2026-11-05T10:00:00Z');
    expect(await kindsTold('U01')).toEqual([]);
    await pass('2026-11-06T10:00:00Z');
    expect(await kindsTold('U01')).toEqual(['step-given']);
  });

  it('asks the manager to give anew what somebody had who left, and tells the new owner', async () => {
    await give('U01', 0, 1);
    world.people.U01 = { ...LONDON, isDeactivated: true };
    await pass('2026-11-02T10:00:00Z', '2026-11-09T10:00:00Z');
    expect([await kindsTold('U01'), await kindsTold('BOSS')]).toEqual([[], ['step-owner-left']]);
    expect(await readTold('BOSS')).toEqual([
      { isNews: true, isTheirs: true },
      { isNews: true, isTheirs: true },
    ]);
    await give('U02', 0);
    await pass('2026-11-09T11:00:00Z');
    expect(await kindsTold('U02')).toEqual(['step-given']);
    expect(await readTold('BOSS')).toEqual([
      { isNews: false, isTheirs: false },
      { isNews: true, isTheirs: true },
    ]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['that is done', () => change(0, { state: 'done' })],
    ['that is not needed', () => change(0, { state: 'not_needed', reason: 'None' })],
    ['that nobody has any more', () => change(0, { ownerId: null })],
    ['of a parting that was stopped', () => world.stores.transaction((stores) => stopParting(stores, stopped()))],
    ['of a client in the archive', () => world.stores.clients.setArchived(clientId, new Date('2026-11-02T09:30:00Z'))],
  ])('says nothing of a step %s', async (_, meanwhile) => {
    await give('U01', 0);
    await meanwhile();
    await pass('2026-11-02T10:00:00Z', '2026-11-11T10:00:00Z');
    expect(await kindsTold('U01')).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, { isNews: boolean; isTheirs: boolean }]>([
    ['done', () => change(0, { state: 'done' }), { isNews: false, isTheirs: false }],
    ['given to somebody else', () => change(0, { ownerId: 'U02' }), { isNews: false, isTheirs: false }],
    ['put on another day', () => change(0, { dueOn: '2026-11-20' }), { isNews: false, isTheirs: true }],
    [
      'stopped with its parting',
      () => world.stores.transaction((stores) => stopParting(stores, stopped())),
      { isNews: false, isTheirs: false },
    ],
  ])(
    'does not send what was %s before it could be sent, and brings up to date what was',
    async (_, meanwhile, says) => {
      await give('U01', 0);
      world.setNow('2026-11-02T10:00:00Z');
      await tell();
      expect(await readTold('U01')).toEqual([{ isNews: true, isTheirs: true }]);
      await meanwhile();
      expect(await readTold('U01')).toEqual([says]);
      expect((await stepsTold('U01'))[0]?.revision).toBe(2);
    },
  );
});

const stopped = () => ({ clientId, userId: 'BOSS', now: world.deps.clock() });

describe('*Done* where a step is told of', () => {
  it('closes the step once, with the note it has, for its owner and for managers', async () => {
    await change(0, { ownerId: 'U01', note: 'In the folder' });
    const [step] = await steps();
    const done = { workspaceId: WORKSPACE, reviewId, stepId: step?.id ?? '' };
    const by = (userId: string, isManager = false) => finishPartingStep(world.deps, { ...done, userId, isManager });
    expect(await by('U02')).toEqual({ ok: false, reason: 'not_yours' });
    const both = await Promise.all([by('U01'), by('BOSS', true)]);
    expect(both).toContainEqual({ ok: true, isParted: false });
    expect(both).toContainEqual({ ok: false, reason: 'already_done' });
    expect((await steps())[0]).toMatchObject({ state: 'done', note: 'In the folder' });
    const log = await world.stores.audit.list();
    expect(
      log.filter(({ action, details }) => action === 'parting_step_changed' && details?.to === 'done'),
    ).toHaveLength(1);
    expect(
      await finishPartingStep(world.deps, { ...done, stepId: randomUUID(), userId: 'U01', isManager: false }),
    ).toEqual({
      ...{ ok: false, reason: 'step_not_found' },
    });
  });

  it('parts with the client where it is the last step', async () => {
    for (const { id } of await steps())
      expect(await finishPartingStep(world.deps, { ...MANAGER, reviewId, stepId: id })).toMatchObject({ ok: true });
    expect((await world.stores.clients.find(clientId))?.status).toBe('parted');
  });
});

describe('the workspaces that the clock looks at', () => {
  it('are those with an open item or a parting that runs', async () => {
    expect(await world.deps.storage.sweep.findPlanWorkspaces()).toEqual([WORKSPACE]);
    await world.stores.transaction((stores) => stopParting(stores, stopped()));
    expect(await world.deps.storage.sweep.findPlanWorkspaces()).toEqual([]);
  });
});

describe('a new end date', () => {
  it('is shown where steps were told of, and steps of our own are told as well', async () => {
    const dueOn = '2026-12-01';
    await addPartingStep(world.deps, { ...MANAGER, reviewId, formKey: randomUUID(), title: 'Return the keys', dueOn });
    await give('U01', 2, 3);
    world.setNow('2026-11-02T10:00:00Z');
    await tell();
    await movePartingEnd(world.deps, { ...MANAGER, reviewId, endOn: '2026-12-30' });
    expect((await stepsTold('U01')).map(({ revision }) => revision)).toEqual([2]);
  });
});
