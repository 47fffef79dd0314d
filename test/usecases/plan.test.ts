import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemChange, PlanItem } from '../../src/domain/plan/plan-item.ts';
import { NO_PLAN_ANSWERS } from '../../src/domain/plan/plan-questions.ts';
import { purposeOf } from '../../src/domain/post.ts';
import { addPlanItems } from '../../src/usecases/add-plan-items.ts';
import { changePlanItem } from '../../src/usecases/change-plan-item.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { readCard } from '../../src/usecases/read-card.ts';
import { readPlan } from '../../src/usecases/read-plan.ts';
import { readPlanStart } from '../../src/usecases/read-plan-start.ts';
import { savePlanAnswers } from '../../src/usecases/save-plan-answers.ts';
import { aComplaint } from '../support/answers.ts';
import { aTeam, createWorld, FACILITATOR, SAID, WORKSPACE, type World } from '../support/usecase-world.ts';

const WORDS = { keep_pros: 'They pay well', keep_cons: '', part_pros: '', part_cons: '' };
const COLLEAGUES = { names: ['Lena Fischer'], placeholder: 'a colleague' };

let world: World;
let reviewId: string;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

async function decided(mode: 'open' | 'private', choice: 'keep_and_repair' | 'keep_as_is' = 'keep_and_repair') {
  const review = await world.start({ mode, client: { newName: 'Northwind' } });
  reviewId = review.id;
  const complaint = aComplaint({
    text: 'Lena Fischer waits for every invoice',
    signals: ['late_payment'],
    severity: 2,
  });
  const people = aTeam(7).map(({ userId }) => userId);
  await world.play(reviewId, [
    ...people.map((userId) => [userId, { phase: 'complaints', complaints: [complaint] }] as const),
    ...people.map((userId) => [userId, SAID.positive('They thank us')] as const),
    ...people.map((userId) => [userId, SAID.lesson('To ask early')] as const),
    ...people.map((userId) => [userId, SAID.vote('keep')] as const),
  ]);
  const who = { workspaceId: WORKSPACE, reviewId, userId: FACILITATOR };
  const result = await decideReview(world.deps, { ...who, choice, rationale: 'One more quarter', hardStop: null });
  if (!result.ok) throw new Error(result.reason);
  return review;
}

const answer = () =>
  savePlanAnswers(world.deps, {
    ...{ workspaceId: WORKSPACE, reviewId, userId: FACILITATOR, words: WORDS },
    answers: { ...NO_PLAN_ANSWERS, expectations: 'yes' },
  });

const newItem = (text: string, ownerId = 'U01', dueOn = '2026-11-20') => ({
  ...({ suggestionId: null, isFirst: false } as const),
  ...{ text, ownerId, dueOn },
});

const add = (submitKey: string, ...items: ReturnType<typeof newItem>[]) =>
  addPlanItems(world.deps, { workspaceId: WORKSPACE, reviewId, userId: FACILITATOR, items, submitKey });

const change = (item: PlanItem | undefined, userId: string, ...changes: [ItemChange, ...ItemChange[]]) =>
  changePlanItem(world.deps, {
    ...{ workspaceId: WORKSPACE, itemId: item?.id ?? '', userId, changes },
    ...{ isManager: userId === FACILITATOR, today: '2026-11-02' },
  });

const items = () => world.stores.plans.listOfReview(reviewId);

describe('a plan', () => {
  it('begins with what the team said, suggests by signals, and shows its items', async () => {
    await decided('open');
    const start = await readPlanStart(world.deps, { workspaceId: WORKSPACE, reviewId, colleagues: COLLEAGUES });
    expect(start).toMatchObject({ ok: true, value: { saved: null, earlier: [] } });
    const prefill = start.ok ? start.value.prefill : null;
    expect(prefill?.keepCons[0]).toBe('a colleague waits for every invoice');
    expect(prefill?.keepPros[0]).toBe('They thank us');
    const saved = await answer();
    const suggested = saved.ok ? saved.value.suggested.map(({ id }) => id) : [];
    expect(suggested).toEqual(['payment_plan', 'reset_expectations']);
    expect(await add('form', newItem('Agree on dates'), newItem('Call them', 'U02', '2026-11-13'))).toEqual({
      ...{ ok: true, value: 2 },
    });
    const plan = await readPlan(world.deps, { workspaceId: WORKSPACE, reviewId });
    expect(plan?.items.map(({ text }) => text)).toEqual(['Call them', 'Agree on dates']);
    const card = await readCard(world.deps, { workspaceId: WORKSPACE, reviewId });
    expect(card?.plan).toMatchObject({ open: 2, next: { dueOn: '2026-11-13' } });
    expect(await world.stores.outbox.find(purposeOf.plan(reviewId))).toMatchObject({
      ...{ message: { kind: 'plan' }, parentPurpose: purposeOf.card(reviewId), revision: 1 },
    });
    expect((await world.stores.outbox.find(purposeOf.decision(reviewId, 1)))?.revision).toBe(2);
  });

  it('shows what is open of an earlier review first, and suggests it no more', async () => {
    const first = await decided('open');
    await answer();
    await add('form', { ...newItem('Agree on dates'), suggestionId: 'payment_plan' } as never);
    world.setNow('2026-12-01T09:00:00Z');
    await decided('open');
    expect(reviewId).not.toBe(first.id);
    const start = await readPlanStart(world.deps, { workspaceId: WORKSPACE, reviewId, colleagues: COLLEAGUES });
    expect(start).toMatchObject({ ok: true, value: { earlier: [{ text: 'Agree on dates', reviewId: first.id }] } });
    const saved = await answer();
    expect(saved.ok && saved.value.suggested.map(({ id }) => id)).toEqual(['reset_expectations']);
  });

  it('is saved once for a form that is sent twice, also at the same time', async () => {
    await decided('open');
    const both = await Promise.all([add('form', newItem('One')), add('form', newItem('One'))]);
    expect(both.map((one) => one.ok && one.value).sort()).toEqual([0, 1]);
    expect(await add('form', newItem('One'))).toEqual({ ok: true, value: 0 });
    expect(await add('other', newItem('One'))).toEqual({ ok: true, value: 1 });
    expect(await items()).toHaveLength(2);
  });

  it('holds twenty open items, and takes all of a form or none', async () => {
    await decided('open');
    const many = Array.from({ length: 19 }, (_, at) => newItem(`Item ${at}`));
    await add('form', ...many);
    expect(await add('more', newItem('One'), newItem('Two'))).toEqual({ ok: false, reason: 'too_many' });
    expect(await items()).toHaveLength(19);
    await change((await items())[0], FACILITATOR, { kind: 'done' });
    expect(await add('more', newItem('One'), newItem('Two'))).toEqual({ ok: true, value: 2 });
  });

  it.each([
    ['kept as it is', async () => void (await decided('open', 'keep_as_is'))],
    [
      'parted with since',
      async () => {
        const { clientId } = await decided('open');
        await world.stores.clients.setStatus(clientId, 'parting');
      },
    ],
  ])('is refused for a client that was %s', async (_, given) => {
    await given();
    expect(await answer()).toEqual({ ok: false, reason: 'not_repairing' });
    expect(await add('form', newItem('One'))).toEqual({ ok: false, reason: 'not_repairing' });
    expect(await items()).toEqual([]);
  });

  it('of a private review points at nobody who answered', async () => {
    await decided('private');
    await answer();
    await add('form', newItem('Agree on dates', 'UOWNER'));
    const plan = JSON.stringify([
      await readPlan(world.deps, { workspaceId: WORKSPACE, reviewId }),
      await readPlanStart(world.deps, { workspaceId: WORKSPACE, reviewId, colleagues: COLLEAGUES }),
      await world.stores.plans.find(reviewId),
    ]);
    expect(plan).toContain('UOWNER');
    expect(plan).not.toMatch(/U0[1-7]/);
    const log = JSON.stringify((await world.stores.audit.list()).filter(({ action }) => action.startsWith('plan_')));
    expect(log).not.toMatch(/U0[1-7]|Agree|pay well/);
  });
});

describe('an item', () => {
  beforeEach(async () => {
    await decided('open');
    await add('form', newItem('Agree on dates'));
  });

  it('is done once by two people at once, and the second hears who was first', async () => {
    const [item] = await items();
    const both = await Promise.all([
      change(item, 'U01', { kind: 'done' }),
      change(item, FACILITATOR, { kind: 'done' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = (await items())[0]?.closedById;
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'already_done', item: { closedById: winner } });
    const log = await world.stores.audit.list();
    expect(log.filter(({ action }) => action === 'plan_item_changed')).toMatchObject([{ details: { change: 'done' } }]);
  });

  it.each([
    ['somebody else', 'U02', { kind: 'done' }, 'not_yours'],
    ['its owner, to other words', 'U01', { kind: 'edit', text: 'Less', dueOn: '2026-11-20' }, 'not_yours'],
    ['its owner, without a reason', 'U01', { kind: 'drop', reason: ' ' }, 'reason_missing'],
    ['its owner, to an earlier day', 'U01', { kind: 'later', dueOn: '2026-11-19' }, 'not_later'],
    ['a manager, to the past', FACILITATOR, { kind: 'give', ownerId: 'U02', dueOn: '2026-11-01' }, 'date_past'],
  ] as const)('is not changed by %s', async (_, userId, wanted, reason) => {
    const [item] = await items();
    expect(await change(item, userId, wanted)).toMatchObject({ ok: false, reason });
    expect(await items()).toEqual([item]);
  });

  it('gets other words and another owner in one step', async () => {
    const [item] = await items();
    const dueOn = '2026-11-27';
    const given = { kind: 'give', ownerId: 'U02', dueOn } as const;
    expect(await change(item, FACILITATOR, { kind: 'edit', text: 'Agree on days', dueOn }, given)).toMatchObject({
      ok: true,
    });
    expect(await items()).toMatchObject([{ text: 'Agree on days', ownerId: 'U02', giving: 2, dueOn }]);
    expect(await items()).toMatchObject([{ version: (item?.version ?? 0) + 1 }]);
  });

  it('that is closed is opened again once, by its owner, and left a trace', async () => {
    const [item] = await items();
    await change(item, 'U01', { kind: 'drop', reason: 'They signed' });
    expect(await change(item, 'U01', { kind: 'done' })).toMatchObject({ reason: 'already_dropped' });
    const again = { kind: 'reopen', dueOn: '2026-11-27' } as const;
    const both = await Promise.all([change(item, 'U01', again), change(item, FACILITATOR, again)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'still_open' });
    expect(await items()).toMatchObject([{ state: 'open', reason: null, closedById: null, dueOn: '2026-11-27' }]);
    const log = (await world.stores.audit.list()).filter(({ details }) => details?.change === 'reopen');
    expect(log).toHaveLength(1);
  });

  it('that is gone is said to be', async () => {
    expect(await change(undefined, 'U01', { kind: 'done' })).toEqual({ ok: false, reason: 'item_not_found' });
  });
});
