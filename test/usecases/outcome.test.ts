import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '../../src/domain/member.ts';
import { answerOutcome } from '../../src/usecases/answer-outcome.ts';
import { askOutcomes } from '../../src/usecases/ask-outcomes.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { readClientPage } from '../../src/usecases/read-client-page.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

let world: World;
let gone: readonly string[];
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  gone = [];
  admins = [];
  await emptyTables(world.pool);
});

const member = (id: string): Member => ({
  ...{ id, name: id, isBot: false, isGuest: false, isOutside: false, isAdmin: false, locale: null, timeZone: 'UTC' },
  isDeactivated: gone.includes(id),
});

let admins: readonly string[] = [];
const ask = () => {
  const findMembers = async (ids: readonly string[]) => ids.map(member);
  return askOutcomes({ ...world.deps, findMembers, findAdmins: async () => admins }, WORKSPACE);
};

async function aDecision() {
  const review = await world.start({ mode: 'open', team: aTeam(3) });
  await world.play(
    review.id,
    aTeam(3).map(({ userId }) => [userId, SAID.noComplaint] as const),
  );
  await decideReview(world.deps, {
    ...{ workspaceId: WORKSPACE, reviewId: review.id, userId: FACILITATOR, choice: 'part', rationale: 'Enough' },
    ...{ hardStop: null, skipReadiness: 'They are a small part of what we do' },
  });
  return review;
}

const purposes = async () => {
  const { rows } = await world.pool.query(`SELECT purpose, "channelId" FROM "Post" WHERE purpose LIKE 'outcome:%'`);
  return rows as { purpose: string; channelId: string }[];
};

const messages = async () => {
  const { rows } = await world.pool.query(`SELECT message FROM "Post" WHERE purpose LIKE 'outcome:%' ORDER BY purpose`);
  return rows.map(({ message }) => message as Record<string, unknown>);
};

const answer = (reviewId: string, given: { answer: 'yes' | 'no' | 'too_early'; why: string | null; day?: 90 }) =>
  answerOutcome(world.deps, {
    ...{ workspaceId: WORKSPACE, userId: FACILITATOR, reviewId, verdictVersion: 1, day: 30 },
    ...given,
  });

describe('whether a decision was right', () => {
  it('is asked once after 30 days, in working hours, and once after 90', async () => {
    const { id } = await aDecision();
    world.setNow('2026-12-01T10:00:00Z');
    expect(await ask()).toBe(0);
    world.setNow('2026-12-02T05:00:00Z');
    expect(await ask()).toBe(0);
    world.setNow('2026-12-02T10:00:00Z');
    expect((await Promise.all([ask(), ask()])).sort()).toEqual([0, 1]);
    expect(await ask()).toBe(0);
    expect(await purposes()).toEqual([{ purpose: `outcome:${id}:1:30`, channelId: FACILITATOR }]);
    world.setNow('2027-02-01T10:00:00Z');
    expect(await ask()).toBe(1);
    expect(await ask()).toBe(0);
  });

  it('waits for a pause and goes to another manager where the one who decided has left', async () => {
    const { id, clientId } = await aDecision();
    world.setNow('2026-12-02T10:00:00Z');
    await world.stores.memberSettings.savePause(FACILITATOR, '2026-12-31');
    expect(await ask()).toBe(0);
    gone = [FACILITATOR];
    expect(await ask()).toBe(0);
    const client = await world.stores.clients.findProfile(clientId);
    if (client) await world.stores.clients.save(clientId, { ...client, managerIds: ['U05'], nameKey: 'northwind' });
    expect(await ask()).toBe(1);
    expect(await purposes()).toEqual([{ purpose: `outcome:${id}:1:30`, channelId: 'U05' }]);
  });

  it('goes to an admin of Slack where who decided has left and nobody is named', async () => {
    await aDecision();
    world.setNow('2026-12-02T10:00:00Z');
    gone = [FACILITATOR, 'U08'];
    admins = ['U08', 'U09'];
    expect(await ask()).toBe(1);
    expect(await purposes()).toMatchObject([{ channelId: 'U09' }]);
  });

  it('says how many days ago it really was', async () => {
    await aDecision();
    world.setNow('2026-12-05T10:00:00Z');
    expect(await ask()).toBe(0);
    world.setNow('2026-12-07T10:00:00Z');
    await ask();
    expect(await messages()).toMatchObject([{ day: 30, daysAgo: 35, decidedOn: '2026-11-02' }]);
  });

  it('is put to another manager, once, where the one who was asked has left, who then answers it', async () => {
    const { id, clientId } = await aDecision();
    const client = await world.stores.clients.findProfile(clientId);
    if (client) await world.stores.clients.save(clientId, { ...client, managerIds: ['U05'], nameKey: 'northwind' });
    world.setNow('2026-12-02T10:00:00Z');
    expect(await ask()).toBe(1);
    gone = [FACILITATOR];
    world.setNow('2026-12-03T03:00:00Z');
    expect(await ask()).toBe(0);
    world.setNow('2026-12-03T10:00:00Z');
    expect((await Promise.all([ask(), ask()])).sort()).toEqual([0, 1]);
    expect(await ask()).toBe(0);
    expect(await purposes()).toContainEqual({ purpose: `outcome:${id}:1:30:U05`, channelId: 'U05' });
    expect(await answer(id, { answer: 'yes', why: 'x' })).toEqual({ ok: false, reason: 'not_asked' });
    const other = { workspaceId: WORKSPACE, userId: 'U05', reviewId: id, verdictVersion: 1, day: 30 } as const;
    expect(await answerOutcome(world.deps, { ...other, answer: 'yes', why: 'x' })).toMatchObject({ ok: true });
    expect(await messages()).toMatchObject([{ answer: null }, { answer: 'yes', isOwn: false, daysAgo: 31 }]);
    gone = [FACILITATOR, 'U05'];
    expect(await ask()).toBe(0);
  });

  it('is kept once with the review, with why, and shown in its history', async () => {
    const { id, clientId } = await aDecision();
    expect(await answer(id, { answer: 'yes', why: 'x' })).toEqual({ ok: false, reason: 'not_asked' });
    world.setNow('2026-12-02T10:00:00Z');
    await ask();
    expect(await answer(id, { answer: 'no', why: ' ' })).toEqual({ ok: false, reason: 'why_missing' });
    expect(await answer(id, { answer: 'too_early', why: null })).toEqual({ ok: true, askedAgainOn: '2027-01-31' });
    expect(await answer(id, { answer: 'yes', why: 'x' })).toEqual({ ok: false, reason: 'already_answered' });
    world.setNow('2027-02-01T10:00:00Z');
    await ask();
    expect(await answer(id, { answer: 'no', why: 'They came back', day: 90 })).toEqual({
      ok: true,
      askedAgainOn: null,
    });
    const page = await readClientPage(world.deps, { workspaceId: WORKSPACE, clientId });
    expect(page?.reviews[0]?.outcomes).toEqual([
      { day: 30, answer: 'too_early', why: null },
      { day: 90, answer: 'no', why: 'They came back' },
    ]);
  });

  it('is asked of nobody else', async () => {
    const { id } = await aDecision();
    world.setNow('2026-12-02T10:00:00Z');
    await ask();
    const other = { workspaceId: WORKSPACE, userId: 'U02', reviewId: id, verdictVersion: 1, day: 30 } as const;
    expect(await answerOutcome(world.deps, { ...other, answer: 'yes', why: 'x' })).toEqual({
      ...{ ok: false, reason: 'not_asked' },
    });
  });
});
