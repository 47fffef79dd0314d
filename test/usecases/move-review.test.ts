import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveReview } from '../../src/usecases/move-review.ts';
import { pauseReview } from '../../src/usecases/pause-review.ts';
import { emptyTables } from '../support/table-dump.ts';
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

const team = aTeam(3);
const move = (reviewId: string, by: Partial<Parameters<typeof moveReview>[1]> = {}) =>
  moveReview(world.deps, {
    ...{ workspaceId: WORKSPACE, reviewId, userId: FACILITATOR, isManager: true, channelId: 'C2' },
    ...by,
  });

/** Every message of the outbox stands in its channel, as after a delivery. */
async function deliverAll(): Promise<void> {
  await world.pool.query(
    `UPDATE "Post" SET "sentTs" = ARRAY['17.01'], "deliveredRevision" = revision WHERE "channelId" LIKE 'C%'`,
  );
}

type Row = { purpose: string; channelId: string; message: { kind: string; said?: object[] }; isOwed: boolean };

async function postsIn(channelId: string): Promise<Row[]> {
  const { rows } = await world.pool.query<Row>(
    `SELECT purpose, "channelId", message, "deliveredRevision" < revision AS "isOwed" FROM "Post"
     WHERE "channelId" = $1 ORDER BY purpose`,
    [channelId],
  );
  return rows;
}

const kindsIn = async (channelId: string) => (await postsIn(channelId)).map(({ message }) => message.kind).sort();

describe('moveReview', () => {
  it('owes card, words and question in the new channel, and the deletion of what stood in the old one', async () => {
    const { id } = await world.start({ team, mode: 'open' });
    for (const { userId } of team) await world.answer(id, userId, SAID.complaint(`by ${userId}`));
    await world.advance(id);
    await world.answer(id, 'U01', SAID.positive('They thank us'));
    await deliverAll();
    world.passMinutes(1);
    expect(await move(id)).toMatchObject({ ok: true, fromChannelId: 'C1', review: { channelId: 'C2' } });
    expect(await kindsIn('C2')).toEqual(['answer', 'answer', 'answer', 'answer', 'card', 'moved', 'prompt']);
    expect((await postsIn('C2')).every(({ isOwed }) => isOwed)).toBe(true);
    // Card, two questions and four answers stood there.
    expect(await kindsIn('C1')).toEqual(Array.from({ length: 7 }, () => 'retracted'));
    expect((await world.stores.audit.list())[0]).toMatchObject({
      ...{ action: 'review_moved', actorId: FACILITATOR, details: { from: 'C1', to: 'C2', wasPaused: false } },
    });
  });

  it('shows the words of a private review anew, without names, and never those of fewer than three', async () => {
    const { id } = await world.start({ team });
    for (const { userId } of team) await world.answer(id, userId, SAID.complaint(`by ${userId}`));
    await world.advance(id);
    await world.answer(id, 'U01', SAID.positive('They thank us'));
    await world.answer(id, 'U02', SAID.positive('They pay'));
    await world.advance(id);
    await world.answer(id, 'U03', SAID.positive('Late words'));
    await deliverAll();
    await move(id);
    const reveals = (await postsIn('C2')).filter(({ message }) => message.kind === 'reveal');
    expect(reveals.map(({ message }) => message)).toMatchObject([
      { phase: 'complaints', answered: 3 },
      { phase: 'positives', answered: 2, said: [] },
    ]);
    expect(reveals[0]?.message.said).toHaveLength(3);
    const owed = JSON.stringify(await postsIn('C2'));
    for (const { userId } of team) expect(owed.replaceAll(`by ${userId}`, '')).not.toContain(userId);
    for (const words of ['They thank us', 'They pay', 'Late words']) expect(owed).not.toContain(words);
  });

  it('ends a pause, with the time it lasted given back', async () => {
    const { id, phaseEndsAt } = await world.start();
    await pauseReview(world.deps, { workspaceId: WORKSPACE, reviewId: id, channelId: 'C1', reason: 'guests' });
    world.passMinutes(30);
    await move(id);
    expect(await world.stores.reviews.find(id)).toMatchObject({
      ...{ channelId: 'C2', pausedReason: null, pausedAt: null },
      phaseEndsAt: new Date((phaseEndsAt?.getTime() ?? 0) + 30 * 60_000),
    });
    const told = (await postsIn(FACILITATOR)).find(({ message }) => message.kind === 'paused');
    expect(told?.message).toMatchObject({ ended: { movedTo: 'C2' } });
  });

  it('drops what was never said in the old channel, and lets invitations point to the new one', async () => {
    const { id } = await world.start({ team });
    await world.pool.query('UPDATE "Post" SET "deliveredRevision" = revision WHERE "channelId" LIKE \'U%\'');
    await move(id);
    expect(await postsIn('C1')).toEqual([]);
    expect(await postsIn('U01')).toMatchObject([{ message: { kind: 'invitation' }, isOwed: true }]);
  });

  it('goes there and back, taking back both times', async () => {
    const { id } = await world.start({ team });
    await deliverAll();
    await move(id);
    await world.pool.query(`UPDATE "Post" SET "sentTs" = ARRAY['18.01'] WHERE "channelId" = 'C2'`);
    world.passMinutes(1);
    expect(await move(id, { channelId: 'C1' })).toMatchObject({ ok: true });
    expect(await kindsIn('C2')).toEqual(['retracted', 'retracted', 'retracted']);
    expect(await kindsIn('C1')).toEqual(['card', 'moved', 'prompt', 'retracted', 'retracted']);
  });

  it.each([
    ['by a manager while it goes on', { userId: 'U9' }, 'not_facilitator'],
    ['by somebody of the team', { userId: 'U01', isManager: false }, 'not_facilitator'],
    ['to where it is', { channelId: 'C1' }, 'same_channel'],
    ['from another workspace', { workspaceId: 'T2' }, 'review_not_found'],
  ])('is refused %s', async (_title, by, reason) => {
    const { id } = await world.start();
    expect(await move(id, by)).toEqual({ ok: false, reason });
    expect(await world.stores.reviews.find(id)).toMatchObject({ channelId: 'C1' });
  });

  it('is refused once the review has closed', async () => {
    const { id } = await world.start();
    for (let step = 0; step < 5; step += 1) await world.advance(id);
    expect(await move(id)).toEqual({ ok: false, reason: 'review_closed' });
  });

  it('takes an answer along that is given at the same moment', async () => {
    const { id } = await world.start({ team, mode: 'open' });
    await Promise.all([
      move(id),
      ...team.map(({ userId }) => world.answer(id, userId, SAID.complaint('Late invoices'))),
    ]);
    expect(await kindsIn('C2')).toEqual(['answer', 'answer', 'answer', 'card', 'moved', 'prompt']);
    expect(await kindsIn('C1')).toEqual([]);
  });
});
