import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review-record.ts';
import type { ChosenSettings } from '../../src/domain/workspace.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { followChannel } from '../../src/usecases/follow-channel.ts';
import { cardOf, readCard } from '../../src/usecases/read-card.ts';
import { readClientStanding, readOverview } from '../../src/usecases/read-overview.ts';
import { readOwnAnswers } from '../../src/usecases/read-own-answers.ts';
import { readWhoAnswered } from '../../src/usecases/read-who-answered.ts';
import { refreshCard } from '../../src/usecases/refresh-card.ts';
import { saveSettings } from '../../src/usecases/save-settings.ts';
import { submitAnswer } from '../../src/usecases/submit-answer.ts';
import { withdrawAnswer } from '../../src/usecases/withdraw-answer.ts';
import { emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, FACILITATOR, SAID, START, WORKSPACE, type World } from '../support/usecase-world.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

async function close(reviewId: string): Promise<void> {
  while ((await world.advance(reviewId)).ok);
}

describe('readCard', () => {
  const card = (reviewId: string, workspaceId = WORKSPACE) => readCard(world.deps, { workspaceId, reviewId });

  it.each([
    ['open', ['U01', 'U02']],
    ['private', null],
  ] as const)('shows progress and roles of one that is %s', async (mode, answeredBy) => {
    const { id } = await world.start({ mode, team: aTeam(3) });
    for (const userId of ['U01', 'U02']) await world.answer(id, userId, SAID.noComplaint);
    expect(await card(id)).toMatchObject({
      ...{ state: 'complaints', phase: 'complaints', invited: 3, answered: 2, answeredBy, result: null },
      roles: [
        { role: 'sales', isHeard: true },
        { role: 'account', isHeard: true },
        { role: 'delivery', isHeard: false },
      ],
    });
  });

  it('counts only the question that is being asked', async () => {
    const { id } = await world.start();
    await world.answer(id, 'U01', SAID.noComplaint);
    await world.advance(id);
    expect(await card(id)).toMatchObject({ phase: 'positives', answered: 0 });
  });

  it('shows the voices while it waits for them', async () => {
    const { id } = await world.start();
    await world.answer(id, 'U01', SAID.noComplaint);
    for (let step = 0; step < 4; step += 1) await world.advance(id);
    expect(await card(id)).toMatchObject({ state: 'short_of_voices', voices: { have: 1, need: 4 } });
  });

  it('shows verdict and decision when there are any', async () => {
    const { id } = await world.start();
    await close(id);
    expect(await card(id)).toMatchObject({ phase: null, result: { closedAt: START }, decision: null });
    const input = { choice: 'part', rationale: 'Enough', hardStop: null, skipReadiness: 'We asked' } as const;
    await decideReview(world.deps, { workspaceId: WORKSPACE, reviewId: id, userId: 'UM', ...input });
    expect(await card(id)).toMatchObject({ decision: { choice: 'part', decidedBy: 'UM', differs: true } });
  });

  it('is null for a review that is not there or elsewhere', async () => {
    const { id } = await world.start();
    expect(await card(NOBODY)).toBeNull();
    expect(await card(id, 'T2')).toBeNull();
  });
});

describe('a private review that closes while somebody reads it', () => {
  /** What was read before the review closed. */
  async function readTooEarly(): Promise<Review> {
    const review = await world.start();
    await close(review.id);
    return review;
  }

  it('has the card of a closed one', async () => {
    const stale = await readTooEarly();
    expect(await cardOf(world.deps, world.stores, stale)).toMatchObject({ state: 'closed', result: {} });
  });

  it('refuses, as a review that has closed, what needs the keys of its people', async () => {
    const stale = await readTooEarly();
    const storage = {
      ...world.storage,
      forWorkspace: (workspaceId: string) => {
        const stores = world.storage.forWorkspace(workspaceId);
        return { ...stores, reviews: { ...stores.reviews, find: async () => stale } };
      },
    };
    const deps = { ...world.deps, storage };
    const who = { workspaceId: WORKSPACE, reviewId: stale.id, userId: 'U01' };
    const refused = { ok: false, reason: 'review_closed' };
    expect(await submitAnswer(deps, { ...who, answer: SAID.noComplaint })).toMatchObject(refused);
    expect(await withdrawAnswer(deps, { ...who, phase: 'complaints' })).toMatchObject(refused);
    expect(await readOwnAnswers(deps, who)).toMatchObject(refused);
    expect(await readWhoAnswered(deps, { ...who, userId: FACILITATOR })).toMatchObject(refused);
  });
});

describe('readWhoAnswered', () => {
  const read = (reviewId: string, userId = FACILITATOR) =>
    readWhoAnswered(world.deps, { workspaceId: WORKSPACE, reviewId, userId });

  it.each(['open', 'private'] as const)('tells the facilitator of one that is %s who is missing', async (mode) => {
    const { id } = await world.start({ mode, team: aTeam(3) });
    await world.answer(id, 'U02', SAID.noComplaint);
    expect(await read(id)).toEqual({ ok: true, answered: ['U02'], waiting: ['U01', 'U03'], absent: [] });
  });

  it('leaves a trace that does not say what was seen', async () => {
    const { id } = await world.start();
    await read(id);
    expect((await world.stores.audit.list()).filter(({ action }) => action === 'who_answered_seen')).toEqual([
      { actorId: FACILITATOR, action: 'who_answered_seen', subject: id, details: { phase: 'complaints' }, at: START },
    ]);
  });

  it('tells nobody else, and nothing once the review has closed', async () => {
    const { id } = await world.start();
    expect(await read(id, 'U01')).toEqual({ ok: false, reason: 'not_facilitator' });
    expect(await read(NOBODY)).toEqual({ ok: false, reason: 'review_not_found' });
    await close(id);
    expect(await read(id)).toEqual({ ok: false, reason: 'review_closed' });
  });
});

describe('readOwnAnswers', () => {
  const read = (reviewId: string, userId: string) =>
    readOwnAnswers(world.deps, { workspaceId: WORKSPACE, reviewId, userId });

  it('gives a person their own words and nobody else’s', async () => {
    const { id } = await world.start();
    await world.answer(id, 'U01', SAID.complaint('They pay late'));
    await world.advance(id);
    await world.answer(id, 'U01', SAID.positive(null));
    const answers = { complaints: SAID.complaint('They pay late'), positives: SAID.positive(null) };
    expect(await read(id, 'U01')).toMatchObject({ ok: true, answers });
    expect(await read(id, 'U02')).toMatchObject({ ok: true, answers: {} });
  });

  it('refuses somebody not invited, an unknown and a closed review', async () => {
    const { id } = await world.start();
    expect(await read(id, 'U99')).toMatchObject({ ok: false, reason: 'not_invited' });
    expect(await read(NOBODY, 'U01')).toMatchObject({ ok: false, reason: 'review_not_found' });
    await close(id);
    expect(await read(id, 'U01')).toMatchObject({ ok: false, reason: 'review_closed' });
  });
});

describe('what a reader sees', () => {
  const manager = { workspaceId: WORKSPACE, userId: 'UMANAGER', isManager: true };
  const member = { workspaceId: WORKSPACE, userId: 'U01', isManager: false };

  it('is all of the workspace for a manager, and one’s own reviews for a member', async () => {
    const mine = await world.start({ client: { newName: 'Mine' } });
    const others = await world.start({ client: { newName: 'Others' }, team: aTeam(9).slice(5) });
    await close(others.id);
    const decided = await world.start({ client: { newName: 'Decided' } });
    await close(decided.id);
    const input = { choice: 'part', rationale: 'Enough', hardStop: null, skipReadiness: 'We asked' } as const;
    await decideReview(world.deps, { workspaceId: WORKSPACE, reviewId: decided.id, userId: 'UM', ...input });

    await world.answer(mine.id, 'U01', SAID.complaint('They pay late'));

    const all = await readOverview(world.deps, manager);
    expect(all.reviews.map(({ review, answered, invited }) => [review.id, answered, invited])).toEqual([
      [mine.id, 1, 7],
      [others.id, 0, 4],
    ]);
    expect(all.clients.map(({ name }) => name)).toEqual(['Decided', 'Mine', 'Others']);
    const own = await readOverview(world.deps, member);
    expect(own.reviews.map(({ review }) => review.id)).toEqual([mine.id]);
    expect(own.clients.map(({ name }) => name)).toEqual(['Mine']);
    expect(await readOverview(world.deps, { ...manager, workspaceId: 'T2' })).toEqual({ reviews: [], clients: [] });
  });

  it('is where one client stands, unknown to somebody who was in none of its reviews', async () => {
    const first = await world.start({ client: { newName: 'Northwind' } });
    await close(first.id);
    const second = await world.start({ client: { newName: 'Northwind' }, team: aTeam(9).slice(5) });
    const clientName = ' NORTHWIND ';
    expect(await readClientStanding(world.deps, { ...manager, clientName })).toMatchObject({
      ...{ ok: true, client: { name: 'Northwind' }, open: { review: { id: second.id } } },
      last: { review: { id: first.id }, card: { state: 'closed' } },
    });
    expect(await readClientStanding(world.deps, { ...member, clientName })).toMatchObject({
      ...{ ok: true, open: null, last: { review: { id: first.id } } },
    });
    const unknown = { ok: false, reason: 'client_unknown' };
    expect(await readClientStanding(world.deps, { ...member, userId: 'U99', clientName })).toEqual(unknown);
    expect(await readClientStanding(world.deps, { ...manager, clientName: 'Marlow' })).toEqual(unknown);
    expect(await readClientStanding(world.deps, { ...manager, clientName: '🙂' })).toEqual(unknown);
  });
});

describe('refreshCard', () => {
  it('owes the card once more, and nothing for a review that is not there', async () => {
    const { id } = await world.start();
    await refreshCard(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    await refreshCard(world.deps, { workspaceId: WORKSPACE, reviewId: NOBODY });
    await refreshCard(world.deps, { workspaceId: 'T2', reviewId: id });
    expect(await world.stores.outbox.find(`card:${id}`)).toMatchObject({ revision: 2 });
    expect(await world.stores.outbox.find(`card:${NOBODY}`)).toBeNull();
    expect(await world.storage.forWorkspace('T2').outbox.find(`card:${id}`)).toBeNull();
  });
});

describe('followChannel', () => {
  it('takes reviews and posts along to the new id, and leaves other channels', async () => {
    const moved = await world.start({ channelId: 'G1' });
    const other = await world.start({ channelId: 'C2' });
    await followChannel(world.deps, { workspaceId: WORKSPACE, oldId: 'G1', newId: 'C9' });
    expect(await world.stores.reviews.find(moved.id)).toMatchObject({ channelId: 'C9' });
    expect(await world.stores.outbox.find(`card:${moved.id}`)).toMatchObject({ channelId: 'C9', revision: 1 });
    expect(await world.stores.outbox.find(`invitation:${moved.id}:U01`)).toMatchObject({ channelId: 'U01' });
    expect(await world.stores.reviews.find(other.id)).toMatchObject({ channelId: 'C2' });
  });
});

describe('saveSettings', () => {
  it('stores them with a trace of who changed what', async () => {
    const settings: ChosenSettings = {
      ...{ language: 'ru', timeZone: 'Europe/Berlin', managerIds: ['UA', 'UB'], hourlyCost: 65.5, currency: 'EUR' },
      daysOff: [{ from: '2026-12-24', to: '2026-12-26' }],
    };
    await saveSettings(world.deps, { workspaceId: WORKSPACE, userId: 'UADMIN', settings });
    expect(await world.stores.workspace.findOrCreate(world.deps.defaults)).toEqual({ ...settings, installerId: null });
    expect(await world.stores.audit.list()).toEqual([
      {
        ...{ actorId: 'UADMIN', action: 'settings_changed', subject: WORKSPACE, at: START },
        details: { ...settings, managerIds: 'UA,UB', daysOff: '2026-12-24 – 2026-12-26' },
      },
    ]);
  });

  it('forgets days off that were over a month ago', async () => {
    const old = { from: '2026-09-01', to: '2026-10-01' };
    const recent = { from: '2026-09-28', to: '2026-10-02' };
    const settings = { ...world.deps.defaults, daysOff: [old, recent] };
    await saveSettings(world.deps, { workspaceId: WORKSPACE, userId: 'UADMIN', settings });
    expect((await world.stores.workspace.findOrCreate(world.deps.defaults)).daysOff).toEqual([recent]);
  });

  it('decides the language and the days of the next review', async () => {
    const settings = { ...world.deps.defaults, language: 'ru', timeZone: 'Asia/Tokyo', daysOff: [] } as const;
    await saveSettings(world.deps, { workspaceId: WORKSPACE, userId: 'UADMIN', settings });
    const review = await world.start({ deadlineDate: '2026-11-02' }).catch((error: Error) => error.message);
    expect(review).toBe('the review was not started: deadline_past');
    expect(await world.start()).toMatchObject({ language: 'ru' });
  });
});
