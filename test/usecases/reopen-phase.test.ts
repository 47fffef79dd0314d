import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, PHASES, type Phase } from '../../src/domain/answer.ts';
import type { PostMessage } from '../../src/domain/post.ts';
import { planAnswer } from '../../src/domain/review.ts';
import { phaseOfStatement, WORD_PHASES, type WordPhase } from '../../src/domain/statement.ts';
import { afterAnswer } from '../../src/usecases/after-answer.ts';
import { reopenPhase } from '../../src/usecases/reopen-phase.ts';
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

const reopen = (reviewId: string, phase: Phase) =>
  reopenPhase(world.deps, { workspaceId: WORKSPACE, reviewId, userId: FACILITATOR, phase });
const posts = async (reviewId: string, kind: PostMessage['kind']) => {
  const purposes = (await world.stores.outbox.listOf(reviewId)).map(({ purpose }) => purpose);
  const all = await Promise.all(purposes.map((purpose) => world.stores.outbox.find(purpose)));
  return all.flatMap((post) => (post?.message?.kind === kind ? [post.message as never as Revealed] : []));
};
type Revealed = Extract<PostMessage, { kind: 'reveal' }>;

describe('opening an earlier step again', () => {
  it('gives it a new window, tells the thread, and goes on from there', async () => {
    const { id } = await world.start({ team: aTeam(4) });
    await world.advance(id);
    await world.advance(id);
    world.passMinutes(60);
    expect(await reopen(id, 'complaints')).toEqual({
      ok: true,
      phase: 'complaints',
      phaseEndsAt: new Date('2026-11-03T10:00:00Z'),
    });
    expect(await reopen(id, 'complaints')).toEqual({ ok: false, reason: 'not_earlier' });
    expect(await world.stores.reviews.find(id)).toMatchObject({ state: 'complaints', version: 3 });
    expect((await world.stores.outbox.find(`reopened:${id}:2`))?.message).toEqual({
      kind: 'reopened',
      phase: 'complaints',
      wasComplete: false,
    });
    const [trace] = (await world.stores.audit.list()).filter(({ action }) => action === 'phase_reopened');
    expect(trace).toMatchObject({ actorId: FACILITATOR, details: { from: 'lessons', to: 'complaints' } });
    await world.advance(id);
    expect(await world.stateOf(id)).toBe('positives');
    expect((await world.stores.outbox.find(`reopened:${id}:3`))?.message).toMatchObject({ phase: 'positives' });
  });

  it('leaves more than ten minutes where the day that was set has passed', async () => {
    const { id } = await world.start({ deadlineDate: '2026-11-03', mode: 'open' });
    for (let i = 0; i < 4; i += 1) await world.advance(id);
    world.setNow('2026-11-04T09:00:00Z');
    expect(await reopen(id, 'vote')).toMatchObject({ ok: true, phaseEndsAt: new Date('2026-11-05T09:00:00Z') });
  });

  it('waits for its time where everybody had answered, and not where somebody had not', async () => {
    const { id } = await world.start({ team: aTeam(3), mode: 'open' });
    for (const { userId } of aTeam(3)) await world.answer(id, userId, SAID.noComplaint);
    await world.advance(id);
    await reopen(id, 'complaints');
    await world.answer(id, 'U01', SAID.complaint('After all'));
    expect(await afterAnswer(world.deps, { workspaceId: WORKSPACE, reviewId: id, phase: 'complaints' })).toBe(false);
    expect(await world.storage.sweep.findCompleteReviews()).toEqual([]);
    expect(await world.advance(id, 'everyone_answered', null)).toEqual({ ok: false, reason: 'not_due' });
    expect(await world.advance(id)).toEqual({ ok: true, state: 'positives' });

    await world.answer(id, 'U01', SAID.positive('They pay'));
    await world.advance(id);
    await reopen(id, 'positives');
    for (const userId of ['U02', 'U03']) await world.answer(id, userId, SAID.positive(null));
    expect(await world.storage.sweep.findCompleteReviews()).toHaveLength(1);
    expect(await afterAnswer(world.deps, { workspaceId: WORKSPACE, reviewId: id, phase: 'positives' })).toBe(true);
  });

  it('lets people change what they said to a later question meanwhile', async () => {
    const { id } = await world.start({ team: aTeam(4) });
    await world.advance(id);
    await world.answer(id, 'U01', SAID.positive('They pay'));
    await reopen(id, 'complaints');
    expect(await world.answer(id, 'U01', SAID.positive('They pay and thank us'))).toMatchObject({ ok: true });
    expect(await world.answer(id, 'U01', SAID.lesson('too early'))).toMatchObject({ reason: 'not_open_yet' });
  });

  it('keeps new words back where the thread has words, and shows a question that now has three', async () => {
    const { id } = await world.start({ team: aTeam(7) });
    for (const { userId } of aTeam(3)) await world.answer(id, userId, SAID.complaint(`first ${userId}`));
    await world.advance(id);
    for (const { userId } of aTeam(2)) await world.answer(id, userId, SAID.positive(`good ${userId}`));
    await world.advance(id);
    await reopen(id, 'complaints');
    expect(await world.answer(id, 'U04', SAID.complaint('kept back'))).toMatchObject({ ok: true, isLate: true });
    await world.advance(id);
    expect(await world.answer(id, 'U03', SAID.positive('good U03'))).toMatchObject({ ok: true, isLate: false });
    await world.advance(id);
    const reveals = await posts(id, 'reveal');
    expect(reveals.map(({ phase, said }) => [phase, said.length]).sort()).toEqual([
      ['complaints', 3],
      ['positives', 0],
      ['positives', 3],
    ]);
    expect(JSON.stringify(reveals)).not.toContain('kept back');
    expect((await world.stores.reviews.find(id))?.revealed).toEqual(['complaints', 'positives']);
  });
});

type Move =
  | { readonly kind: 'next' }
  | { readonly kind: 'reopen'; readonly phase: Phase }
  | { readonly kind: 'answer'; readonly person: number; readonly phase: WordPhase };

const TEAM = aTeam(6);
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('next' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen' as const), phase: fc.constantFrom(...PHASES) }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      person: fc.nat(TEAM.length - 1),
      phase: fc.constantFrom(...WORD_PHASES),
    }),
  },
);

function said(phase: WordPhase, text: string): Answer {
  if (phase === 'complaints') return SAID.complaint(text);
  return phase === 'positives' ? SAID.positive(text) : SAID.lesson(text);
}

describe('whatever is opened again, moved on and answered', () => {
  it('shows no words of fewer than three people, and none twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMove, { maxLength: 40, size: 'max' }), async (moves) => {
        await emptyTables(world.pool);
        const { id } = await world.start({ team: TEAM });
        for (const move of moves) await make(id, move);
        const shown = await wordsShown(id);
        const texts = shown.flat();
        expect(new Set(texts).size).toBe(texts.length);
        for (const group of shown) expect(new Set(group.map((text) => text.slice(0, 3))).size).toBeGreaterThan(2);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

/** Each person says their own words to a question, once. */
async function make(id: string, move: Move): Promise<void> {
  const review = await world.stores.reviews.find(id);
  if (!review || review.state === 'closed') return;
  if (move.kind === 'next') await world.advance(id);
  else if (move.kind === 'reopen') await reopen(id, move.phase);
  else {
    const userId = TEAM[move.person]?.userId ?? '';
    const { ok } = await world.answer(id, userId, said(move.phase, `${userId} on ${move.phase}`));
    if (planAnswer(review.state, move.phase).ok) expect(ok).toBe(true);
  }
}

/** Brings the review to its end; the words of each question that were shown at one time. */
async function wordsShown(id: string): Promise<string[][]> {
  for (let i = 0; i < 6; i += 1) await world.advance(id);
  const reveals = [...(await posts(id, 'reveal')), ...(await posts(id, 'late_reveal'))];
  return reveals
    .flatMap((reveal) =>
      WORD_PHASES.map((phase) =>
        reveal.said.filter(({ kind }) => phaseOfStatement(kind) === phase).map(({ text }) => text),
      ),
    )
    .filter((group) => group.length > 0);
}
