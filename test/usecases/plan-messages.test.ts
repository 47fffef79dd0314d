import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePlanItem } from '../../src/usecases/change-plan-item.ts';
import { tellAssignments } from '../../src/usecases/tell-assignments.ts';
import { createPulseWorld, type PulseWorld } from '../support/pulse-world.ts';
import { aTeam, WORKSPACE } from '../support/usecase-world.ts';

const LONDON = { timeZone: 'Europe/London' };
const OWNER = 'U01';

let world: PulseWorld;
let clientId: string;
let reviewId: string;

/** Monday 2 November 2026; the item is due on Friday 13. */
beforeEach(async () => {
  world = await createPulseWorld({ U01: LONDON, U02: LONDON, BOSS: LONDON, ADMIN: { ...LONDON, isAdmin: true } });
  const review = await world.start({ team: aTeam(3) });
  ({ clientId, id: reviewId } = review);
  const item = {
    suggestionId: null,
    isFirst: true,
    ownerId: OWNER,
    dueOn: '2026-11-13',
    text: 'Agree on dates',
  } as const;
  const given = { clientId, reviewId, givenById: 'BOSS', givenAt: new Date('2026-11-02T09:00:00Z') };
  await world.stores.plans.addItems([{ ...item, ...given, submitKey: 'form:0' }]);
});
afterEach(() => world.close());

const tell = () => tellAssignments(world.deps, WORKSPACE);
const toldTo = async (userId: string) =>
  (await world.postsOf(userId)).map(({ purpose }) => purpose.split(':')[0]).filter((kind) => /^item/.test(kind ?? ''));
const firstItem = async () => (await world.stores.plans.listOfReview(reviewId))[0];

/** Tells at each of these moments, twice. */
async function pass(...moments: string[]) {
  for (const moment of moments) {
    world.setNow(moment);
    await tell();
    expect(await tell()).toEqual({ messages: 0, lists: 0 });
  }
}

describe('telling items', () => {
  it('tells the owner when it is given, two working days before and once it is overdue, and the manager weekly', async () => {
    await pass('2026-11-02T05:00:00Z');
    expect(await toldTo(OWNER)).toEqual([]);
    await pass('2026-11-02T10:00:00Z', '2026-11-10T10:00:00Z');
    expect(await toldTo(OWNER)).toEqual(['item-given']);
    await pass('2026-11-11T10:00:00Z', '2026-11-13T10:00:00Z', '2026-11-14T10:00:00Z');
    expect(await toldTo(OWNER)).toEqual(['item-due-soon', 'item-given']);
    await pass('2026-11-16T10:00:00Z');
    expect(await toldTo(OWNER)).toEqual(['item-due-soon', 'item-given', 'item-overdue']);
    expect(await toldTo('ADMIN')).toEqual(['items-overdue']);
    await pass('2026-11-20T10:00:00Z', '2026-11-23T10:00:00Z');
    expect(await toldTo('ADMIN')).toEqual(['items-overdue', 'items-overdue']);
    expect(await toldTo(OWNER)).toHaveLength(3);
  });

  it('sends one message where two replicas find it due', async () => {
    world.setNow('2026-11-02T10:00:00Z');
    const both = await Promise.all([tell(), tell()]);
    expect(both.map(({ messages }) => messages).sort()).toEqual([0, 1]);
  });

  it('waits for the end of a pause and for days off', async () => {
    await world.stores.memberSettings.savePause(OWNER, '2026-11-03');
    await world.stores.memberSettings.saveDaysOff(OWNER, [{ from: '2026-11-04', to: '2026-11-05' }]);
    await pass('2026-11-03T10:00:00Z', '2026-11-05T10:00:00Z');
    expect(await toldTo(OWNER)).toEqual([]);
    await pass('2026-11-06T10:00:00Z');
    expect(await toldTo(OWNER)).toEqual(['item-given']);
  });

  it('gives the item of somebody who left to the manager, and the new owner hears of it', async () => {
    world.people[OWNER] = { ...LONDON, isDeactivated: true };
    await pass('2026-11-02T10:00:00Z', '2026-11-12T10:00:00Z');
    expect(await toldTo(OWNER)).toEqual([]);
    expect(await toldTo('BOSS')).toEqual(['item-owner-left']);
    const item = await firstItem();
    const who = {
      workspaceId: WORKSPACE,
      itemId: item?.id ?? '',
      userId: 'BOSS',
      isManager: true,
      today: '2026-11-12',
    };
    await changePlanItem(world.deps, { ...who, changes: [{ kind: 'give', ownerId: 'U02', dueOn: '2026-11-20' }] });
    await pass('2026-11-12T11:00:00Z');
    expect(await toldTo('U02')).toEqual(['item-given']);
  });

  it.each([
    ['whom Slack cannot tell at the moment', () => Object.assign(world.people, { [OWNER]: null })],
    ['of a client that is parted with', () => world.stores.clients.setStatus(clientId, 'parting')],
    ['of a client in the archive', () => world.stores.clients.setArchived(clientId, new Date('2026-11-02T09:30:00Z'))],
  ])('leaves an owner alone %s', async (_, given) => {
    await given();
    await pass('2026-11-02T10:00:00Z', '2026-11-16T10:00:00Z');
    expect([...(await toldTo(OWNER)), ...(await toldTo('BOSS'))]).toEqual([]);
  });

  it('says nothing of what is done, and brings what was said up to date', async () => {
    await pass('2026-11-02T10:00:00Z');
    const item = await firstItem();
    const who = {
      workspaceId: WORKSPACE,
      itemId: item?.id ?? '',
      userId: OWNER,
      isManager: false,
      today: '2026-11-02',
    };
    await changePlanItem(world.deps, { ...who, changes: [{ kind: 'done' }] });
    expect((await world.postsOf(OWNER)).find(({ purpose }) => purpose.startsWith('item-given'))?.revision).toBe(2);
    await pass('2026-11-11T10:00:00Z', '2026-11-16T10:00:00Z');
    expect(await toldTo(OWNER)).toEqual(['item-given']);
  });
});
