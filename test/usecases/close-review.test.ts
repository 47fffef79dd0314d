import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { DEFAULT_THRESHOLDS } from '../../src/domain/thresholds.ts';
import { aComplaint } from '../support/answers.ts';
import { dumpTables, emptyTables } from '../support/table-dump.ts';
import { aTeam, createWorld, SAID, START, type World } from '../support/usecase-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(START);
  await emptyTables(world.pool);
});

const people = aTeam(7).map(({ userId }) => userId);
const rowsOf = async (table: string) => (await dumpTables(world.pool))[table] ?? [];

/** Four of seven complain; everybody votes; what each says names them, so that the test can see whose words they are. */
const SCRIPT: readonly (readonly [string, Answer])[] = people.flatMap((userId, i) => [
  [userId, i < 4 ? SAID.complaint(`complaint of ${userId}`) : SAID.noComplaint] as const,
  [userId, SAID.positive(i === 6 ? null : `positive of ${userId}`)] as const,
  [userId, SAID.lesson(`lesson of ${userId}`)] as const,
  [userId, SAID.vote(i < 3 ? 'part' : 'keep', i === 0 ? 3.5 : null)] as const,
]);

describe('closing a review', () => {
  it.each(['open', 'private'] as const)('stores figures and verdict of one that is %s', async (mode) => {
    const { id } = await world.start({ mode });
    await world.play(id, SCRIPT);
    const stored = await world.stores.records.findVerdict(id);
    expect(stored).toMatchObject({
      ...{ version: 1, createdAt: START },
      figures: {
        ...{ invited: 7, voices: 7, tookPart: 7, pressure: 17.1, hours: { perWeek: 3.5, givenBy: 1 } },
        ...{ votes: { keep: 4, part: 3, unsure: 0 }, positives: { named: 6, cannotName: 1 } },
        signals: [{ id: 'scope_creep', voices: 4 }],
      },
      verdict: { stance: 'keep', mode: 'repair' },
    });
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'closed', closedAt: START, phaseEndsAt: null });
    expect(await rowsOf('Answer')).toEqual([]);
    expect(await rowsOf('ReviewSecret')).toEqual([]);
    expect((await rowsOf('Participant')).every(({ tookPart }) => tookPart === true)).toBe(true);
    expect(await world.stores.outbox.find(`summary:${id}:1`)).toMatchObject({ parentPurpose: `card:${id}` });
  });

  it('follows the thresholds that the workspace has tuned, and remembers which', async () => {
    const { id } = await world.start({});
    const tuned = { minVoices: 8, repairPressure: 'high', partPressure: 400 };
    await world.pool.query('UPDATE "Workspace" SET thresholds = $1', [tuned]);
    await world.play(id, SCRIPT);
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'short_of_voices' });
    await world.pool.query('UPDATE "Workspace" SET thresholds = $1', [{ ...tuned, minVoices: 7 }]);
    await world.advance(id);
    const stored = await world.stores.records.findVerdict(id);
    expect(stored?.context?.thresholds).toEqual({ ...DEFAULT_THRESHOLDS, minVoices: 7 });
  });

  it('knows the health of the client’s weeks of a year, without those that had no pulse', async () => {
    const review = await world.start({});
    const { clientId } = review;
    const daysAgo = (days: number) => new Date(START.getTime() - days * 24 * 60 * 60_000);
    const none = { band: null, meanRating: null, trend: null, signals: [], hardStops: [], comments: 0 };
    for (const [week, health, days] of [
      ...([
        [1, 12, 400],
        [2, 49, 28],
        [3, null, 21],
        [4, 80, 14],
        [5, 31, 7],
      ] as const),
    ])
      await world.stores.health.addWeek({
        ...{ clientId, week, health, asked: 5, respondents: 4, ...none, closedAt: daysAgo(days) },
      });
    await world.play(review.id, SCRIPT);
    const stored = await world.stores.records.findVerdict(review.id);
    expect(stored?.context?.recentPulseHealth).toEqual([49, 80, 31]);
  });

  it('keeps whose words they are in an open review', async () => {
    const { id } = await world.start({ mode: 'open' });
    await world.play(id, SCRIPT);
    const said = await world.stores.records.listStatements(id);
    expect(said).toHaveLength(4 + 6 + 7);
    expect(said.every(({ text, authorId }) => text.endsWith(` of ${authorId}`))).toBe(true);
  });

  it('keeps the words of a private review without a name, in another order', async () => {
    const { id } = await world.start();
    await world.play(id, SCRIPT);
    const rows = await rowsOf('Statement');
    expect(rows).toHaveLength(4 + 6 + 7);
    expect(new Set(rows.map(({ authorId }) => authorId))).toEqual(new Set([null]));
    const asGiven = SCRIPT.flatMap(([userId]) => userId);
    const asStored = rows.map(({ text }) => String(text).slice(-3));
    expect(asStored).not.toEqual([...asStored].sort());
    expect(asGiven).toEqual([...asGiven].sort());
    const { summary } = ((await world.stores.outbox.find(`summary:${id}:1`))?.message ?? {}) as { summary?: object };
    expect(summary).toMatchObject({ tookPart: null, voters: null });
  });

  it('shows late words of three people together, and counts those of two', async () => {
    const { id } = await world.start();
    for (const userId of people.slice(0, 3)) await world.answer(id, userId, SAID.complaint(`in time, ${userId}`));
    await world.advance(id);
    for (const userId of people.slice(3, 6)) await world.answer(id, userId, SAID.complaint(`late, ${userId}`));
    for (const userId of people.slice(0, 3)) await world.answer(id, userId, SAID.positive(`in time too, ${userId}`));
    await world.advance(id);
    for (const userId of people.slice(3, 5)) await world.answer(id, userId, SAID.positive(`alone, ${userId}`));
    for (const _ of ['lessons', 'vote']) await world.advance(id);
    const late = (await world.stores.outbox.find(`late:${id}`))?.message;
    if (late?.kind !== 'late_reveal') throw new Error('nothing came late');
    expect(late.said.map(({ text }) => text).sort()).toEqual(['late, U04', 'late, U05', 'late, U06']);
    expect(late.withheld).toBe(2);
    expect(JSON.stringify(await dumpTables(world.pool))).not.toContain('alone, ');
    expect((await world.stores.records.findVerdict(id))?.figures.positives).toMatchObject({ named: 5 });
  });

  it('knows who took part of those who did not, in no other place', async () => {
    const { id } = await world.start();
    await world.play(
      id,
      SCRIPT.filter(([userId]) => userId !== 'U03'),
    );
    const participants = await rowsOf('Participant');
    expect(participants.filter(({ tookPart }) => !tookPart).map(({ userId }) => userId)).toEqual(['U03']);
    const [kept] = await rowsOf('Verdict');
    expect(JSON.stringify(kept)).not.toMatch(/U0\d/);
  });

  it('uses the pressure of the last review within a year', async () => {
    const unbearable = {
      signals: ['non_payment', 'team_harm', 'manipulation'],
      severity: 3,
      frequency: 'once',
    } as const;
    const said = people.flatMap((userId): [string, Answer][] => [
      [userId, { phase: 'complaints', complaints: [aComplaint(unbearable)] }],
      [userId, SAID.positive('They pay')],
    ]);
    const first = await world.start({ client: { newName: 'Northwind' } });
    await world.play(first.id, said);
    world.setNow('2027-03-01T09:00:00Z');
    const second = await world.start({ client: { newName: 'northwind' } });
    await world.play(second.id, said);
    const [before, after] = [
      await world.stores.records.findVerdict(first.id),
      await world.stores.records.findVerdict(second.id),
    ];
    expect(before?.figures.pressure).toBeGreaterThan(60);
    expect(before?.verdict).toMatchObject({ stance: 'keep', mode: 'repair' });
    expect(after?.verdict).toMatchObject({ stance: 'part', mode: 'planned' });
  });
});

describe('answers that come while the review closes', () => {
  it.each(['open', 'private'] as const)('are counted when they were taken, in a review that is %s', async (mode) => {
    const team = aTeam(30);
    const { id } = await world.start({ mode, team });
    for (const { userId } of team.slice(0, 15)) await world.answer(id, userId, SAID.noComplaint);
    for (let step = 0; step < 3; step += 1) await world.advance(id);
    const vote = ({ userId }: { userId: string }) => world.answer(id, userId, SAID.vote('keep', 1));
    // Votes of fewer than three are neither counted nor shown in a private review, however early it closes.
    const early = [];
    for (const person of team.slice(0, 3)) early.push(await vote(person));
    const submits = team.slice(3).map(vote);
    submits.splice(15, 0, world.advance(id) as never);
    const results = [...early, ...(await Promise.all(submits))];
    const taken = results.filter((result) => result.ok && 'isLate' in result).length;
    const refused = results.filter((result) => !result.ok);
    expect(await world.stateOf(id)).toBe('closed');
    expect(taken + refused.length).toBe(30);
    expect(refused.every((result) => !result.ok && result.reason === 'review_closed')).toBe(true);
    const figures = (await world.stores.records.findVerdict(id))?.figures;
    expect(figures?.votes).toEqual({ keep: taken, part: 0, unsure: 0 });
    expect(figures?.hours).toEqual({ perWeek: taken, givenBy: taken });
    expect(await rowsOf('Answer')).toEqual([]);
    expect((await world.stores.audit.list(200)).filter(({ action }) => action === 'answer_saved')).toHaveLength(
      15 + taken,
    );
  });
});
