import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PHASES, type Phase } from '../../src/domain/answer.ts';
import { tick } from '../../src/jobs/tick.ts';
import { createLogger } from '../../src/ops/logging.ts';
import { afterAnswer } from '../../src/usecases/after-answer.ts';
import { endCompleteSteps } from '../../src/usecases/end-complete-steps.ts';
import { readCard } from '../../src/usecases/read-card.ts';
import { phasesIn, readOwnAnswers } from '../../src/usecases/read-own-answers.ts';
import { submitNothing } from '../../src/usecases/submit-nothing.ts';
import { withdrawAnswer } from '../../src/usecases/withdraw-answer.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
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

const MODES = ['open', 'private'] as const;
const team = aTeam(3);
const EVERYTHING = [
  SAID.complaint('They pay late'),
  SAID.positive('They thank us'),
  SAID.lesson('Ask for a deposit'),
  SAID.vote('keep'),
] as const;

const postsOf = async (kind: string) =>
  ((await dumpTables(world.pool)).Post ?? []).filter(({ purpose }) => String(purpose).startsWith(kind));
const inThread = async () => JSON.stringify((await postsOf('')).map(({ message }) => message));

/** Answers the questions one after another, from the first; all four unless told otherwise. */
async function walk(reviewId: string, userId: string, count = 4): Promise<void> {
  for (const answer of EVERYTHING.slice(0, count))
    expect(await world.answer(reviewId, userId, answer)).toMatchObject({ ok: true, isLate: false });
}

async function ownOf(reviewId: string, userId: string) {
  const own = await readOwnAnswers(world.deps, { workspaceId: WORKSPACE, reviewId, userId });
  if (!own.ok) throw new Error(own.reason);
  return own.answers;
}

const withdraw = (reviewId: string, userId: string, phase: Phase) =>
  withdrawAnswer(world.deps, { workspaceId: WORKSPACE, reviewId, userId, phase });
const follow = (reviewId: string, phase: Phase) => afterAnswer(world.deps, { workspaceId: WORKSPACE, reviewId, phase });

describe('an answer ahead', () => {
  it.each(MODES)('is kept in order, and refused out of order, in a review that is %s', async (mode) => {
    const { id } = await world.start({ mode, team });
    const ahead = SAID.positive('They thank us');
    expect(await world.answer(id, 'U01', ahead)).toMatchObject({ ok: false, reason: 'not_open_yet' });
    await world.answer(id, 'U02', SAID.noComplaint);
    expect(await world.answer(id, 'U01', ahead)).toMatchObject({ ok: false, reason: 'not_open_yet' });
    await world.answer(id, 'U01', SAID.noComplaint);
    expect(await world.answer(id, 'U01', ahead)).toMatchObject({ ok: true, isLate: false });
    expect(await world.answer(id, 'U01', SAID.vote('keep'))).toMatchObject({ ok: false, reason: 'not_open_yet' });
    expect(phasesIn(await ownOf(id, 'U01'))).toEqual(['complaints', 'positives']);
  });

  it.each(MODES)('is never late, also when it is changed after its step, in a review that is %s', async (mode) => {
    const { id } = await world.start({ mode, team });
    await walk(id, 'U01');
    for (let step = 0; step < 3; step += 1) await world.advance(id);
    expect(await world.answer(id, 'U01', SAID.positive('They pay'))).toMatchObject({ ok: true, isLate: false });
    expect((await world.stores.answers.list(id)).map(({ isLate }) => isLate)).toEqual([false, false, false, false]);
  });

  it.each(MODES)('is not counted on the card before its step, in a review that is %s', async (mode) => {
    const { id } = await world.start({ mode, team });
    await world.answer(id, 'U02', SAID.noComplaint);
    const before = await readCard(world.deps, { workspaceId: WORKSPACE, reviewId: id });
    for (const answer of [SAID.positive('They thank us'), SAID.lesson(null), SAID.vote('keep')])
      await world.answer(id, 'U02', answer);
    expect(await readCard(world.deps, { workspaceId: WORKSPACE, reviewId: id })).toEqual(before);
    expect(before).toMatchObject({ answered: 1 });
    await world.advance(id);
    expect(await readCard(world.deps, { workspaceId: WORKSPACE, reviewId: id })).toMatchObject({ answered: 1 });
  });

  it.each(MODES)('can be changed and withdrawn though an earlier one is gone, in a review that is %s', async (mode) => {
    const { id } = await world.start({ mode, team });
    await walk(id, 'U01');
    expect(await withdraw(id, 'U01', 'complaints')).toEqual({ ok: true });
    expect(await world.answer(id, 'U01', SAID.positive('They pay'))).toMatchObject({ ok: true });
    expect(await withdraw(id, 'U01', 'lessons')).toEqual({ ok: true });
    expect(await world.answer(id, 'U01', SAID.lesson('x'))).toMatchObject({ ok: false, reason: 'not_open_yet' });
    expect(await ownOf(id, 'U01')).toEqual({ positives: SAID.positive('They pay'), vote: SAID.vote('keep') });
    // Somebody who withdrew is waited for, wherever they were.
    for (const userId of ['U02', 'U03']) await walk(id, userId);
    expect(await follow(id, 'complaints')).toBe(false);
    expect(await world.stateOf(id)).toBe('complaints');
    await world.answer(id, 'U01', SAID.noComplaint);
    expect(await follow(id, 'complaints')).toBe(true);
    expect(await world.stateOf(id)).toBe('lessons');
  });
});

describe('an answer ahead in an open review', () => {
  it('comes into the thread when its step begins, in its newest words, and once', async () => {
    const { id } = await world.start({ mode: 'open', team });
    await walk(id, 'U01');
    await world.answer(id, 'U01', SAID.positive('They thank us twice'));
    expect(await postsOf('answer:')).toMatchObject([{ purpose: `answer:${id}:complaints:U01` }]);
    expect(await inThread()).not.toMatch(/thank us|deposit/);
    await world.advance(id);
    const message = { userId: 'U01', role: 'sales', answer: SAID.positive('They thank us twice'), isLate: false };
    expect(await world.stores.outbox.find(`answer:${id}:positives:U01`)).toMatchObject({
      ...{ message, revision: 1, parentPurpose: `card:${id}`, channelId: 'C1' },
    });
    expect(await inThread()).not.toContain('deposit');
    await world.advance(id);
    await world.advance(id);
    expect(await inThread()).toContain('deposit');
    expect(await postsOf('answer:')).toHaveLength(3);
  });

  it('never comes into the thread when it is withdrawn before', async () => {
    const { id } = await world.start({ mode: 'open', team });
    await walk(id, 'U01');
    await withdraw(id, 'U01', 'positives');
    await withdraw(id, 'U01', 'vote');
    await world.advance(id);
    expect(await world.stores.outbox.find(`answer:${id}:positives:U01`)).toBeNull();
    expect(await inThread()).not.toContain('thank us');
  });

  it('is changed in the thread where it stands there already', async () => {
    const { id } = await world.start({ mode: 'open', team });
    await walk(id, 'U01', 2);
    await world.advance(id);
    await world.stores.reviews.moveTo(id, { state: 'complaints', phaseEndsAt: null, now: START });
    const purpose = `answer:${id}:positives:U01`;
    await world.answer(id, 'U01', SAID.positive('They pay'));
    expect(await world.stores.outbox.find(purpose)).toMatchObject({
      ...{ revision: 2, message: { answer: SAID.positive('They pay') } },
    });
    await withdraw(id, 'U01', 'positives');
    expect(await world.stores.outbox.find(purpose)).toMatchObject({ revision: 3, message: { kind: 'withdrawn' } });
    await world.advance(id);
    expect(await world.stores.outbox.find(purpose)).toMatchObject({ revision: 3 });
  });

  it('is in the thread though its step began in the moment it was given', async () => {
    const { id } = await world.start({ mode: 'open', team });
    await world.answer(id, 'U01', SAID.noComplaint);
    let answering: Promise<unknown> = Promise.resolve();
    await world.stores.transaction(async (stores) => {
      await stores.reviews.lock(id);
      answering = world.answer(id, 'U01', SAID.positive('They thank us'));
      await untilSomebodyWaits();
      await stores.reviews.moveTo(id, { state: 'positives', phaseEndsAt: null, now: START });
    });
    expect(await answering).toMatchObject({ ok: true, isLate: false });
    expect(await postsOf(`answer:${id}:positives`)).toMatchObject([{ purpose: `answer:${id}:positives:U01` }]);
  });
});

/** Asks the database until a statement waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await world.pool.query(sql)).rows.length === 0);
}

describe('an answer ahead in a private review', () => {
  it('leaves neither post nor job nor name', async () => {
    const { id } = await world.start({ team });
    await world.answer(id, 'U01', SAID.noComplaint);
    const before = await dumpTables(world.pool);
    for (const answer of EVERYTHING.slice(1)) await world.answer(id, 'U01', answer);
    const after = await dumpTables(world.pool);
    for (const table of Object.keys(after).filter((name) => !['Answer', 'AuditEntry'].includes(name)))
      expect(after[table], table).toEqual(before[table]);
    expect(after.Answer).toHaveLength(4);
    expect(new Set(after.Answer?.map(({ personKey }) => personKey)).size).toBe(4);
    expect(JSON.stringify([after.Answer, after.AuditEntry?.slice(before.AuditEntry?.length)])).not.toContain('U01');
  });

  it('is shown when its step ends, with the others', async () => {
    const { id } = await world.start({ team });
    await walk(id, 'U01');
    await world.advance(id);
    for (const userId of ['U02', 'U03']) await world.answer(id, userId, SAID.positive(`said by ${userId}`));
    expect(await inThread()).not.toMatch(/thank us|said by/);
    await world.advance(id);
    expect(await world.stores.outbox.find(`reveal:${id}:positives`)).toMatchObject({ message: { answered: 3 } });
    expect(await inThread()).toContain('They thank us');
  });
});

describe('a step that everybody has answered ahead', () => {
  it.each(MODES)('ends at once, to the end of a review that is %s', async (mode) => {
    const { id } = await world.start({ mode, team });
    for (const { userId } of team) await walk(id, userId);
    expect(await world.stateOf(id)).toBe('complaints');
    expect(await follow(id, 'vote')).toBe(false);
    expect(await follow(id, 'complaints')).toBe(true);
    expect(await world.stateOf(id)).toBe('closed');
    const closed = await world.stores.records.findVerdict(id);
    expect(closed?.figures).toMatchObject({ voices: 3, votes: { keep: 3 }, positives: { named: 3 } });
    const moves = (await world.stores.audit.list()).filter(({ action }) => action === 'phase_closed');
    expect(moves).toHaveLength(4);
    for (const phase of PHASES) expect(await world.stores.outbox.find(`prompt:${id}:${phase}`)).not.toBeNull();
    expect(await inThread()).toMatch(/thank us.*deposit/s);
  });

  it('ends though another one waits after it', async () => {
    const { id } = await world.start({ team });
    for (const { userId } of team) await walk(id, userId, userId === 'U03' ? 2 : 4);
    expect(await endCompleteSteps(world.deps, { workspaceId: WORKSPACE, reviewId: id })).toEqual([
      'positives',
      'lessons',
    ]);
    expect(await endCompleteSteps(world.deps, { workspaceId: WORKSPACE, reviewId: id })).toEqual([]);
  });

  it('ends once for many who look at the same moment', async () => {
    const { id } = await world.start({ team });
    for (const { userId } of team) await walk(id, userId);
    await Promise.all(team.map(() => follow(id, 'complaints')));
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'closed', version: 4 });
  });

  const tickNow = () =>
    tick(
      {
        ...world.deps,
        logger: createLogger({ level: 'silent' }),
        lookupsOf: () => ({
          findTimeZones: async (userIds) => userIds.map(() => 'UTC'),
          findMembers: async (userIds) => userIds.map(() => null),
          findAdmins: async () => null,
          findPresence: async ({ userIds }) => ({ members: userIds.map(() => null), inChannel: null }),
        }),
        unlockDeadWorkers: async () => undefined,
        watchChannels: async () => undefined,
        touchHomes: () => undefined,
        redeliver: async () => undefined,
      },
      world.deps.clock(),
    );

  it('is ended by the clock when nothing else did', async () => {
    const { id } = await world.start({ team });
    for (const { userId } of team) await walk(id, userId);
    await tickNow();
    expect(await world.stateOf(id)).toBe('closed');
  });

  it('ends when the time of the step before it is up', async () => {
    const { id } = await world.start({ team: aTeam(4), preset: 'live' });
    for (const { userId } of aTeam(4)) await walk(id, userId);
    await withdraw(id, 'U02', 'complaints');
    await tickNow();
    expect(await world.stateOf(id)).toBe('complaints');
    world.passMinutes(10);
    await tickNow();
    expect(await world.stateOf(id)).toBe('closed');
  });
});

describe('submitNothing', () => {
  const nothing = (reviewId: string, userId: string, phase: 'complaints' | 'positives' | 'lessons') =>
    submitNothing(world.deps, { workspaceId: WORKSPACE, reviewId, userId, phase });

  it('says to each question that there is nothing', async () => {
    const { id } = await world.start({ team });
    for (const phase of ['complaints', 'positives', 'lessons'] as const)
      expect(await nothing(id, 'U01', phase)).toMatchObject({ ok: true });
    expect(await ownOf(id, 'U01')).toEqual({
      complaints: SAID.noComplaint,
      positives: SAID.positive(null),
      lessons: SAID.lesson(null),
    });
  });

  it('keeps words that were given', async () => {
    const { id } = await world.start({ team });
    await walk(id, 'U01', 1);
    expect(await nothing(id, 'U01', 'complaints')).toMatchObject({ ok: true });
    expect(await ownOf(id, 'U01')).toEqual({ complaints: EVERYTHING[0] });
  });

  it('refuses what submitAnswer refuses', async () => {
    const { id } = await world.start({ team });
    expect(await nothing(id, 'U01', 'lessons')).toMatchObject({ ok: false, reason: 'not_open_yet' });
    expect(await nothing(id, 'U99', 'complaints')).toMatchObject({ ok: false, reason: 'not_invited' });
  });
});
