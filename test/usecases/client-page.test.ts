import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { readClientPage } from '../../src/usecases/read-client-page.ts';
import { startRehearsal } from '../../src/usecases/start-rehearsal.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

const WEEK = weekOf('2026-11-02');

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const pageOf = (clientId: string) => readClientPage(world.deps, { workspaceId: WORKSPACE, clientId });

async function aReview(mode: 'private' | 'open', people: number) {
  const review = await world.start({ mode, team: aTeam(people) });
  const said = aTeam(people).map(({ userId }) => [userId, SAID.lesson(`${userId} learned`)] as const);
  await world.play(review.id, [...aTeam(people).map(({ userId }) => [userId, SAID.noComplaint] as const), ...said]);
  return review;
}

describe('the page of a client', () => {
  it('has its reviews with verdict and decision, and what was learned, with the author in an open one', async () => {
    const review = await aReview('open', 3);
    await decideReview(world.deps, {
      ...{ workspaceId: WORKSPACE, reviewId: review.id, userId: FACILITATOR, choice: 'part', rationale: 'Enough' },
      ...{ hardStop: null, skipReadiness: 'We asked in person' },
    });
    const page = await pageOf(review.clientId);
    expect(page?.reviews).toEqual([
      {
        ...{ id: review.id, closedAt: START, mode: 'open', verdict: 'as_is' },
        decision: { choice: 'part', decidedBy: FACILITATOR, decidedAt: START },
        outcomes: [],
      },
    ]);
    const said = page?.lessons.map(({ text, authorId }) => [authorId, text]).sort();
    expect(said).toEqual(['U01', 'U02', 'U03'].map((id) => [id, `${id} learned`]));
    expect(page).toMatchObject({ openReview: null, weeks: [], comments: null });
  });

  it('names no author of a private review, and shows nothing of fewer than three', async () => {
    const [many, few] = [await aReview('private', 4), await world.start({ team: aTeam(4) })];
    for (const [userId] of [['U01'], ['U02'], ['U03']] as const) await world.answer(few.id, userId, SAID.noComplaint);
    for (let i = 0; i < 2; i += 1) await world.advance(few.id);
    await world.answer(few.id, 'U01', SAID.lesson('Only me'));
    for (let i = 0; i < 2; i += 1) await world.advance(few.id);
    expect((await pageOf(many.clientId))?.lessons.map(({ authorId }) => authorId)).toEqual([null, null, null, null]);
    expect(await pageOf(few.clientId)).toMatchObject({ lessons: [], reviews: [{ mode: 'private', decision: null }] });
  });

  it('has the last twelve weeks, and the comments of the newest where three or more answered', async () => {
    const { clientId, id } = await world.start({ team: aTeam(3) });
    const aWeek = (week: number, respondents: number) =>
      world.stores.health.addWeek({
        ...{ clientId, week, health: 50, asked: 4, respondents, band: 'watch', meanRating: 3, trend: 50 },
        ...{ signals: [], hardStops: [], comments: 2, closedAt: START },
      });
    for (const back of [1, 2, 12, 13]) await aWeek(WEEK - back, 3);
    for (const [userId, comment] of [
      ['U01', 'b'],
      ['U02', 'a'],
    ] as const)
      await world.stores.pulseAnswers.save(WEEK - 1, { clientId, userId, rating: 3, signals: [], comment });
    const page = await pageOf(clientId);
    expect(page?.weeks.map(({ week }) => WEEK - week)).toEqual([1, 2, 12]);
    expect(page?.comments).toEqual({ count: 2, texts: ['a', 'b'] });
    expect(page?.openReview?.id).toBe(id);
    await aWeek(WEEK, 2);
    expect((await pageOf(clientId))?.comments).toEqual({ count: 2, texts: [] });
  });

  it('is there for no other id: of another workspace, of a rehearsal, or made up', async () => {
    const elsewhere = await world.start({ workspaceId: 'T2' });
    await startRehearsal(world.deps, { workspaceId: WORKSPACE, userId: 'U05', language: 'en', mode: 'open' });
    const { rows } = await world.pool.query(`SELECT id FROM "Client" WHERE "isRehearsal"`);
    const ids = [elsewhere.clientId, rows[0]?.id, 'x', ''];
    expect(await Promise.all(ids.map((id) => pageOf(String(id))))).toEqual([null, null, null, null]);
  });
});
